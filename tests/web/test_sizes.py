"""How much one request may bring."""

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from after_overdue.web.sizes import RequestLimits, counted


async def length(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


@pytest.fixture
def client(monkeypatch) -> TestClient:
    monkeypatch.setenv("LONGEST_BODY", "1000")
    routes = [Route("/{path:path}", length, methods=["GET", "POST"])]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(RequestLimits)]))


def test_what_is_of_ordinary_size_passes(client) -> None:
    assert client.get("/score_recovery?points_lost=60").status_code == 200
    assert client.post("/", content=b"x" * 1000).text == "1000"


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (414, {"url": "/" + "x" * 8200}),
        (414, {"url": "/?q=" + "%E5" * 3000}),
        (400, {"url": "/?" + "&".join(["a=1"] * 101)}),
        (431, {"url": "/", "headers": {"cookie": "x" * 33_000}}),
    ],
)
def test_what_is_too_large_is_refused_in_both_languages(client, status, ask) -> None:
    found = client.get(**ask)
    assert found.status_code == status
    english, chinese = found.text.splitlines()
    assert "at most" in english
    assert "最多" in chinese


def test_a_body_too_long_is_refused_before_it_is_read(client) -> None:
    found = client.post("/", content=b"x" * 1001)
    assert found.status_code == 413
    assert "longer than 1000 bytes" in found.text


def test_a_body_of_no_announced_length_is_counted_as_it_comes(client) -> None:
    found = client.post("/", content=(b"x" * 100 for _ in range(11)))
    assert found.status_code == 413
    assert "longer than 1000 bytes" in found.text
    assert client.post("/", content=(b"x" * 100 for _ in range(10))).text == "1000"


def test_pieces_of_a_body_are_counted_together(monkeypatch) -> None:
    monkeypatch.setenv("LONGEST_BODY", "1000")

    async def piece() -> Message:
        return {"type": "http.request", "body": b"x" * 600, "more_body": True}

    async def two() -> None:
        receive = counted(piece)
        await receive()
        with pytest.raises(HTTPException) as refused:
            await receive()
        assert refused.value.status_code == 413

    # A browser test keeps a loop in this thread.
    with start_blocking_portal() as elsewhere:
        elsewhere.call(two)


def test_a_program_gets_the_refusal_as_json(client) -> None:
    found = client.get("/api/v1/apr?" + "&".join(["a=1"] * 101))
    (said,) = found.json()["refused"]
    assert said["kind"] == "too_many_parameters"
    assert "101 parameters" in said["sentence"]
