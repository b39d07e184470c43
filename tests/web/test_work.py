"""What the processor does for an address is charged to it, and to nobody else."""

import pytest
from limits import parse
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from after_overdue.web import work
from after_overdue.web.counting import LIMITER, WORK, has_room
from after_overdue.web.limits import DEAR, limited
from after_overdue.web.routes import routes
from after_overdue.web.work import in_thread
from scripts.valkey import server
from tests.loops import run

COST_SECONDS, MOST = 0.4, 1000
"""What each answer costs here; what an address may cost, milliseconds."""


class Processor:
    """A processor whose time goes on by what each task costs, and not by itself."""

    def __init__(self) -> None:
        self.busy = 0.0

    def thread_time(self) -> float:
        return self.busy

    def draw(self) -> str:
        self.busy += COST_SECONDS
        return "a picture"


@pytest.fixture(autouse=True)
def processor(monkeypatch) -> Processor:
    LIMITER.storage.reset()
    monkeypatch.setenv("LIMIT_WORK", f"{MOST} per hour")
    busy = Processor()
    monkeypatch.setattr(work, "time", busy)
    return busy


def asked_from(processor: Processor, address: str = "203.0.113.7") -> TestClient:
    async def drawn(_request) -> PlainTextResponse:
        return PlainTextResponse(await in_thread(processor.draw))

    async def kept(_request) -> PlainTextResponse:
        return PlainTextResponse(await in_thread(lambda: "a picture that was kept"))

    ours = [
        *(Route(f"/{kind}", limited(kind)(drawn)) for kind in (*DEAR, "answer")),
        Route("/kept", limited("figure")(kept)),
    ]
    return TestClient(Starlette(routes=ours), client=(address, 50_000))


@pytest.mark.parametrize("kind", DEAR)
def test_who_has_cost_enough_is_told_when_to_ask_again(processor, kind: str) -> None:
    client = asked_from(processor)
    found = [client.get(f"/{kind}") for _ in range(4)]
    assert [each.status_code for each in found] == [200, 200, 200, 429]
    assert 1 <= int(found[-1].headers["retry-after"]) <= 3600
    assert client.get("/kept").status_code == 429


def test_a_dear_picture_costs_its_reader_alone(processor) -> None:
    for _ in range(4):
        asked_from(processor).get("/figure")
    assert asked_from(processor, "203.0.113.8").get("/figure").status_code == 200


def test_what_is_kept_ready_costs_nothing(processor) -> None:
    client = asked_from(processor)
    assert {client.get("/kept").status_code for _ in range(50)} == {200}


def test_a_class_is_never_refused_for_what_figures_cost(processor) -> None:
    client = asked_from(processor)
    assert {client.get("/answer").status_code for _ in range(9)} == {200}
    for _ in range(4):
        client.get("/figure")
    assert client.get("/answer").status_code == 200


def test_each_of_several_limits_is_charged(processor, monkeypatch) -> None:
    monkeypatch.setenv("LIMIT_WORK", "300 per hour; 1000 per day")
    asked_from(processor).get("/figure")
    day = parse("1000 per day")
    who = (WORK, "203.0.113.7")
    assert run(has_room(day, *who, count=False, cost=600))
    assert not run(has_room(day, *who, count=False, cost=601))


def test_a_page_opens_without_what_its_address_can_no_longer_afford(
    client, monkeypatch
) -> None:
    assert "first-view" in client.get("/apr?lang=en&amount=7001").text
    monkeypatch.setenv("LIMIT_WORK", "1 per hour")
    limit = parse("1 per hour")
    run(has_room(limit, WORK, "testclient", count=True))
    found = client.get("/apr?lang=en&amount=7002")
    assert found.status_code == 200
    assert 'id="first-view"' not in found.text


def test_servers_charge_one_reader_together(monkeypatch) -> None:
    limit = parse(f"{MOST} per hour")

    async def charged(cost: int) -> bool:
        await has_room(limit, WORK, "192.0.2.1", count=True, cost=cost)
        return await has_room(limit, WORK, "192.0.2.1", count=False)

    with server() as url:
        monkeypatch.setenv("VALKEY_URL", url)
        assert run(charged(900)) is True
        assert run(charged(900)) is False


def test_every_address_that_draws_anew_is_charged() -> None:
    """Its handler has a limit whose kind is charged; the frame of a page degrades."""
    named = {
        "/paths/{noun}",
        "/moves/{noun}",
        "/embed/{noun}",
        "/embed/{noun}/picture",
        "/oembed",
    }
    kinds = {each.path: each.endpoint.kinds for each in routes if each.path in named}
    assert set(kinds) == named
    assert all(set(each) & set(DEAR) for each in kinds.values())
