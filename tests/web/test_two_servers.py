"""Two servers behind a balancer, one of which dies while a class answers."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import httpx2 as httpx
import pytest

from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.learner import join
from after_overdue.teaching.results import results
from after_overdue.teaching.store import Store
from scripts.balancers import NAMES, balancer
from scripts.valkey import server as valkey_server
from tests.conftest import READY, url_of
from tests.running_site import Site
from tests.teaching.classes import LESSON
from tests.web.class_room import JSON, now
from tests.web.test_embeds import data as embedded

LEARNERS, PATIENCE_SECONDS, PAUSE_SECONDS = 60, 60, 0.2
PAGES = ("/read/en/", "/embed/apr?months=7", "/api/v1/apr?months=9")
BUSY = {502, 503, 504}


@pytest.fixture(scope="module")
def database(postgres):
    """A database that both servers share."""
    postgres.execute(f"create database two_servers template {READY}")
    yield url_of(postgres, "two_servers")
    postgres.execute("drop database two_servers with (force)")


@pytest.fixture(scope="module")
def sites(database):
    """Two servers with one database and one Valkey."""
    with ExitStack() as running:
        url = running.enter_context(valkey_server())
        given = {
            "DATABASE_URL": database,
            "VALKEY_URL": url,
            "LIMIT_JSON": "40 per hour",
            "TRUSTED_PROXIES": "127.0.0.1",
        }
        pair = [Site(**given) for _ in range(2)]
        with ThreadPoolExecutor(2) as starting:
            list(starting.map(Site.start, pair))
        yield pair
        for site in pair:
            site.end()


def sent(client: httpx.Client, method: str, path: str, **given) -> httpx.Response:
    """Ask as a browser's page does: again, while a server is away."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            found = client.request(method, path, **given)
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
        else:
            if found.status_code not in BUSY or time.monotonic() > until:
                return found
        time.sleep(PAUSE_SECONDS)


@pytest.mark.parametrize("name", NAMES)
def test_a_server_that_is_killed_loses_nothing_that_was_acknowledged(
    sites, database, name
) -> None:
    store = Store(database)
    opened = open_class_session(store, LESSON, now=now())
    tokens = [
        join(store, secret=opened.join_secret, now=now()).token for _ in range(LEARNERS)
    ]
    rev = host_view(store, opened.host_secret, now=now()).scene.rev
    command(store, opened.host_secret, rev=rev, command="open", now=now())
    stop, acknowledged = Event(), dict.fromkeys(tokens, 0)

    def answers(address: str, token: str) -> None:
        place = f"/class/{opened.class_id}/me/{token}/answer"
        with httpx.Client(base_url=address, headers=JSON, timeout=10) as phone:
            for seq in range(1, 1000):
                form = {"step": 0, "month": seq % 70, "seq": seq}
                found = sent(phone, "POST", place, data=form)
                assert found.status_code == 200, found.text
                acknowledged[token] = found.json()["seq"]
                if stop.wait(PAUSE_SECONDS):
                    return

    first, second = sites
    with (
        balancer(name, first.port, second.port) as address,
        ThreadPoolExecutor(LEARNERS) as phones,
        httpx.Client(base_url=address, timeout=10) as reader,
    ):
        answering = [phones.submit(answers, address, token) for token in tokens]
        _until(lambda: min(acknowledged.values()) > 0)
        first.end(signal.SIGKILL)
        before = dict(acknowledged)
        read = [sent(reader, "GET", path).status_code for path in PAGES]
        view = host_view(store, opened.host_secret, now=now())
        form = {"rev": view.scene.rev, "command": "close"}
        _until(lambda: all(acknowledged[each] > before[each] for each in tokens))
        stop.set()
        assert [each.exception() for each in answering] == [None] * LEARNERS
        where = f"/trainer/{opened.host_secret}/command"
        pressed = sent(reader, "POST", where, data=form)
    first.start()
    kept = {row.learner: row for row in results(store, opened.host_secret, now=now())}
    assert host_view(store, opened.host_secret, now=now()).answered == LEARNERS
    store.close()
    assert read == [200] * len(PAGES)
    assert pressed.json()["phase"] == "closed"
    assert len(kept) == LEARNERS


def _until(there) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not there():
        assert time.monotonic() < until
        time.sleep(PAUSE_SECONDS)


def test_positions_that_a_page_of_one_server_names_are_had_from_the_other(
    sites,
) -> None:
    first, second = sites
    named = embedded(httpx.get(f"{first.address}/embed/apr?months=7").text)
    found = httpx.get(second.address + named["paths"])
    assert found.status_code == 200, found.text
    assert len(found.json()["slider_texts"]) == named["slider"]["count"]


def test_limits_count_once_for_both_servers(sites) -> None:
    first, second = sites
    with balancer("haproxy", first.port, second.port) as address:
        found = [
            httpx.get(f"{address}/api/v1/apr?months={number + 2}").status_code
            for number in range(60)
        ]
    asked_before = 4
    assert found.count(200) in range(40 - asked_before, 41)
    assert set(found[-15:]) == {429}


def test_a_server_that_is_asked_to_stop_is_missed_by_nobody(sites) -> None:
    first, second = sites
    with (
        balancer("haproxy", first.port, second.port) as address,
        httpx.Client(base_url=address, timeout=10) as reader,
    ):
        first.end(signal.SIGTERM)
        assert {sent(reader, "GET", "/healthz").text for _ in range(10)} == {"ok"}
        assert sent(reader, "GET", "/read/en/").status_code == 200
