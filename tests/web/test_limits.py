"""How often one address may ask, and whose word is taken for who asks."""

import time

import pytest
from limits import parse
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from after_overdue.errors import SettingError
from after_overdue.settings import DEFAULTS, number
from after_overdue.web.addresses import PlainAddresses
from after_overdue.web.checked_settings import check_settings
from after_overdue.web.counting import LIMITER, WORK, has_room
from after_overdue.web.limits import (
    everyone,
    kinds_of,
    limited,
    limits_of,
)
from after_overdue.web.middleware import proxies
from after_overdue.web.routes import routes
from tests.loops import run

ROOM = 300
"""Learners of one class, all behind one address."""


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch) -> None:
    LIMITER.storage.reset()
    monkeypatch.setenv("LIMIT_EXPORT", "3 per minute")
    monkeypatch.setenv("LIMIT_WRONG_CODE", "3 per minute")
    monkeypatch.setenv("LIMIT_WRONG_CODE_ALL", "5 per minute")


async def handout(_request) -> PlainTextResponse:
    return PlainTextResponse("a handout")


def picture(_request) -> PlainTextResponse:
    return PlainTextResponse("a picture")


async def join(request) -> JSONResponse:
    right = request.query_params["code"] == "RIGHT"
    return JSONResponse({}, 200 if right else 404)


def refused(response) -> bool:
    return response.status_code == 404


def asked_from(address: str = "203.0.113.7", **options) -> TestClient:
    by_address = limited("wrong_code", when=refused)
    by_all = limited("wrong_code_all", when=refused, of=everyone)
    routes = [
        Route("/handout", limited("export")(handout)),
        Route("/picture", limited("export")(picture)),
        Route("/api/v1/handout", limited("export")(handout)),
        Route("/join", by_all(by_address(join))),
    ]
    plain = [Middleware(PlainAddresses), *proxies()]
    app = Starlette(routes=routes, middleware=plain)
    return TestClient(app, client=(address, 50_000), **options)


def test_who_asks_too_often_is_told_when_to_ask_again() -> None:
    client = asked_from()
    assert [client.get("/handout").status_code for _ in range(3)] == [200] * 3
    found = client.get("/handout")
    assert found.status_code == 429
    assert 1 <= int(found.headers["retry-after"]) <= 60
    english, chinese = found.text.splitlines()
    wait = found.headers["retry-after"]
    assert f"ask again in {wait} s." in english
    assert f"等{wait}秒" in chinese
    assert found.headers["cache-control"] == "no-store"


def test_who_sends_too_often_is_told_that_nothing_is_lost() -> None:
    routes = [Route("/join", limited("export")(handout), methods=["GET", "POST"])]
    client = TestClient(Starlette(routes=routes))
    for _ in range(3):
        client.post("/join")
    assert "still on your page" in client.post("/join").text
    assert "your page" not in client.get("/join").text


def test_a_program_is_told_in_one_language() -> None:
    client = asked_from()
    for _ in range(3):
        client.get("/api/v1/handout")
    (said,) = client.get("/api/v1/handout?lang=zh").json()["refused"]
    assert said["kind"] == "asked_too_often"
    assert "太频繁" in said["sentence"]


def test_a_handler_that_is_not_async_is_limited_too() -> None:
    client = asked_from()
    assert client.get("/picture").text == "a picture"
    assert [client.get("/picture").status_code for _ in range(3)] == [200, 200, 429]


def test_each_address_has_its_own_count() -> None:
    for _ in range(4):
        asked_from("203.0.113.7").get("/handout")
    assert asked_from("203.0.113.8").get("/handout").status_code == 200


def test_an_ipv6_line_cannot_ask_as_many_neighbours() -> None:
    found = [
        asked_from(f"2001:db8:1:2::{host}").get("/handout").status_code
        for host in range(1, 5)
    ]
    assert found == [200, 200, 200, 429]
    assert asked_from("2001:db8:1:3::1").get("/handout").status_code == 200


def test_ipv4_readers_of_a_server_that_listens_to_ipv6_too_are_not_one() -> None:
    """It is told of them as ``::ffff:…``, all in one IPv6 network."""
    found = [
        asked_from(f"::ffff:203.0.113.{host}").get("/handout").status_code
        for host in (1, 2, 3, 4, 5)
    ]
    assert found == [200] * 5


def test_a_named_proxy_is_known_however_its_address_is_told(monkeypatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", "203.0.113.0/24")
    found = [
        asked_from("::ffff:203.0.113.7", headers={"x-forwarded-for": name})
        .get("/handout")
        .status_code
        for name in ("198.51.100.1", "::ffff:198.51.100.2", "198.51.100.3", "2001::1")
    ]
    assert found == [200] * 4


def test_a_clock_that_is_put_back_locks_nobody_out(monkeypatch) -> None:
    """What was counted while it ran a month ahead is forgotten."""
    limit, month = parse("2 per minute"), 31 * 24 * 3600
    ahead, right = time.time() + month, time.time()

    def asked(moment: float) -> bool:
        monkeypatch.setattr(time, "time", lambda: moment)
        return run(has_room(limit, WORK, "somebody", count=True))

    assert [asked(ahead) for _ in range(3)] == [True, True, False]
    assert [asked(right) for _ in range(3)] == [True, True, False]


def test_only_wrong_codes_count_where_that_is_asked() -> None:
    client = asked_from()
    assert {client.get("/join?code=RIGHT").status_code for _ in range(9)} == {200}
    wrong = [client.get("/join?code=WRONG").status_code for _ in range(4)]
    assert wrong == [404, 404, 404, 429]


def test_wrong_codes_from_everywhere_have_a_limit_together() -> None:
    found = [
        asked_from(f"203.0.113.{host}").get("/join?code=WRONG").status_code
        for host in range(6)
    ]
    assert found == [404] * 5 + [429]


def test_an_unnamed_proxy_is_not_believed_about_whom_it_passes_on() -> None:
    found = [
        asked_from(headers={"x-forwarded-for": f"198.51.100.{host}"})
        .get("/handout")
        .status_code
        for host in range(4)
    ]
    assert found == [200, 200, 200, 429]


def test_an_address_the_server_took_from_a_header_counts_as_the_local_proxy() -> None:
    found = [
        asked_from(name, headers={"x-forwarded-for": f"192.0.2.1, {name}"})
        .get("/handout")
        .status_code
        for name in ("198.51.100.1", "198.51.100.2", "198.51.100.3", "198.51.100.4")
    ]
    assert found == [200, 200, 200, 429]


def test_a_named_proxy_is_believed_about_its_last_address_alone(monkeypatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.0/8")
    behind = {"x-forwarded-for": "192.0.2.66, 198.51.100.1, 10.0.0.9"}
    for _ in range(4):
        spent = asked_from("10.0.0.1", headers=behind).get("/handout")
    assert spent.status_code == 429
    forged = {"x-forwarded-for": "192.0.2.67, 198.51.100.1"}
    found = asked_from("10.0.0.1", headers=forged).get("/handout")
    assert found.status_code == 429
    other = {"x-forwarded-for": "198.51.100.2"}
    assert asked_from("10.0.0.1", headers=other).get("/handout").status_code == 200
    assert asked_from("203.0.113.9", headers=behind).get("/handout").status_code == 200


@pytest.mark.parametrize(
    ("kind", "each"),
    [
        ("EXPORT", 2),
        ("JOIN", 4),
        ("ANSWER", 20),
        ("CLASS", 60),
        ("JSON", 10),
        ("FIGURE", 30),
    ],
)
def test_a_whole_class_behind_one_address_is_never_locked_out(kind, each, monkeypatch):
    """As often as a learner may well ask in one window, times a large room."""
    monkeypatch.delenv(f"LIMIT_{kind}", raising=False)
    (limit,) = limits_of(kind)
    assert limit.amount >= each * ROOM
    assert all(LIMITER.hit(limit, "room") for _ in range(ROOM))


def test_whatever_is_worked_out_for_a_request_has_a_limit() -> None:
    """The rest is a file, a page that is kept, or a frame that is the same for all."""
    kept = {"health", "asset", "shell", "page", "start", "file", "site_map"}
    kept |= {"robots_text", "nowhere", "ready", "metrics", "lead"}
    found = {
        each.path
        for route in routes
        for each in getattr(route, "routes", None) or [route]
        if not kinds_of(each.endpoint) and each.endpoint.__name__ not in kept
    }
    assert found == set()


def test_settings_that_cannot_be_read_stop_the_start(monkeypatch) -> None:
    monkeypatch.setenv("LIMIT_JSON", "lots")
    with pytest.raises(SettingError, match="LIMIT_JSON is 'lots'; write how many"):
        check_settings()
    monkeypatch.delenv("LIMIT_JSON")
    monkeypatch.setenv("LONGEST_BODY", "-1")
    with pytest.raises(SettingError, match="LONGEST_BODY is '-1'; write a whole"):
        check_settings()


def test_the_settings_as_they_come_can_be_read() -> None:
    check_settings()
    assert number("MOST_PARAMETERS") == int(DEFAULTS["MOST_PARAMETERS"])
