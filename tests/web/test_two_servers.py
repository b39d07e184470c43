"""Two servers behind a balancer, one of which dies while a class answers."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from threading import Event

import httpx2 as httpx
import pytest

from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.learner import join
from after_overdue.teaching.results import results
from after_overdue.teaching.store import Store
from scripts.balancers import balancer
from scripts.valkey import server as valkey_server
from tests.conftest import READY, url_of
from tests.running_site import Site
from tests.teaching.classes import LESSON
from tests.web.class_room import JSON, now
from tests.web.test_embeds import data as embedded

LEARNERS, MONTHS, PATIENCE_SECONDS, PAUSE_SECONDS = 60, 70, 60, 0.2
PAGES = ("/read/en/", "/embed/apr?months=7", "/api/v1/apr?months=9")
BUSY = {502, 503, 504}
FAULTS = [
    ("haproxy", signal.SIGKILL),
    ("nginx", signal.SIGKILL),
    ("haproxy", signal.SIGTERM),
]
"""A server killed, and one that is asked to stop and drains."""


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


@dataclass
class Learner:
    """A phone that answers without pause, and when it was last acknowledged."""

    token: str
    takes_cookies: bool
    seq: int = 0
    longest_wait: float = 0.0

    def answers(self, address: str, class_id: str, stop: Event) -> None:
        """Answer until told to stop; without cookies either server is asked."""
        place = f"/class/{class_id}/me/{self.token}/answer"
        with httpx.Client(base_url=address, headers=JSON, timeout=10) as phone:
            for seq in range(1, 1000):
                form = {"step": 0, "month": seq % MONTHS, "seq": seq}
                began = time.monotonic()
                found = sent(phone, "POST", place, data=form)
                assert found.status_code == 200, found.text
                self.longest_wait = max(self.longest_wait, time.monotonic() - began)
                self.seq = found.json()["seq"]
                if not self.takes_cookies:
                    phone.cookies.clear()
                if stop.wait(PAUSE_SECONDS):
                    return


@pytest.mark.parametrize(("name", "how"), FAULTS)
def test_a_server_that_goes_is_missed_by_nobody_and_loses_no_answer(
    sites, database, name, how, tmp_path
) -> None:
    store = Store(database)
    opened = open_class_session(store, LESSON, now=now())
    learners = [
        Learner(join(store, secret=opened.join_secret, now=now()).token, number % 2 > 0)
        for number in range(LEARNERS)
    ]
    rev = host_view(store, opened.host_secret, now=now()).scene.rev
    command(store, opened.host_secret, rev=rev, command="open", now=now())
    first, second = sites
    figure = embedded(httpx.get(f"{first.address}/embed/apr?months=7").text)
    stop, log = Event(), tmp_path / "error.log"
    logged = {"${FOLDER}/error.log": str(log)} if name == "nginx" else {}
    with (
        balancer(name, first.port, second.port, logged) as address,
        ThreadPoolExecutor(LEARNERS) as phones,
        httpx.Client(base_url=address, timeout=10) as reader,
    ):
        answering = [
            phones.submit(each.answers, address, opened.class_id, stop)
            for each in learners
        ]
        try:
            _until(lambda: all(each.seq for each in learners))
            first.end(how)
            before = {each.token: each.seq for each in learners}
            read = [sent(reader, "GET", path).status_code for path in PAGES]
            positions = sent(reader, "GET", figure["paths"]).json()
            view = host_view(store, opened.host_secret, now=now())
            _until(lambda: all(each.seq > before[each.token] for each in learners))
        finally:
            stop.set()
        assert [each.exception() for each in answering] == [None] * LEARNERS
        where = f"/trainer/{opened.host_secret}/command"
        form = {"rev": view.scene.rev, "command": "close"}
        pressed = sent(reader, "POST", where, data=form)
    first.start()
    rows = results(store, opened.host_secret, now=now())
    store.close()
    kept = [each.response["month"] for each in rows if each.response is not None]
    waits = max(each.longest_wait for each in learners)
    print(f"| {name}, {how.name} | {LEARNERS} learners | longest wait {waits:.1f} s |")
    assert read == [200] * len(PAGES)
    assert len(positions["slider_texts"]) == figure["slider"]["count"]
    assert pressed.json()["phase"] == "closed"
    assert kept == [each.seq % MONTHS for each in learners]
    secrets = [opened.host_secret, *(each.token for each in learners)]
    told = log.read_text("utf-8") if logged else ""
    assert [each for each in secrets if each in told] == []


def _until(there) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not there():
        assert time.monotonic() < until
        time.sleep(PAUSE_SECONDS)


def test_limits_count_once_for_both_servers(sites) -> None:
    first, second = sites
    with balancer("haproxy", first.port, second.port) as address:
        found = [
            httpx.get(f"{address}/api/v1/apr?months={number + 2}").status_code
            for number in range(60)
        ]
    asked_before = 2 * len(FAULTS)
    assert found.count(200) in range(40 - asked_before, 41)
    assert set(found[-15:]) == {429}
