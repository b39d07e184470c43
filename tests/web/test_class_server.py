"""A class on a real server: events arrive, and a kill loses nothing acknowledged."""

import json
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx2 as httpx
import pytest

from after_overdue.teaching.class_session import (
    Opened,
    command,
    delete_class_session,
    host_view,
    open_class_session,
)
from after_overdue.teaching.learner import join
from after_overdue.teaching.results import results
from after_overdue.teaching.store import Store
from tests.running_site import Site, running_site
from tests.teaching.classes import LESSON
from tests.web.class_room import JSON, now

WAIT_SECONDS = 60
LEARNERS = 24


@pytest.fixture
def site(database) -> Iterator[Site]:
    """The whole site on a database of its own."""
    with running_site(DATABASE_URL=database) as running:
        yield running


@pytest.fixture
def opened(site, store) -> Opened:
    """A class in that database, opened by another process."""
    return open_class_session(store, LESSON, now=now())


def press(store: Store, opened: Opened, *names: str) -> None:
    """Press buttons as a trainer does on another process of the same database."""
    for name in names:
        rev = host_view(store, opened.host_secret, now=now()).scene.rev
        command(store, opened.host_secret, rev=rev, command=name, now=now())


def place(site: Site, opened: Opened, token: str) -> str:
    """The personal link of a learner."""
    return f"{site.address}/class/{opened.class_id}/me/{token}/"


def test_every_step_reaches_a_learner_who_listens(site, store, opened) -> None:
    token = join(store, secret=opened.join_secret, now=now()).token
    seen: list[dict] = []
    url = f"{place(site, opened, token)}events"
    with httpx.stream("GET", url, timeout=20) as events:
        lines = events.iter_lines()
        for name in (None, "open", "reveal"):
            if name:
                press(store, opened, name)
            data = next(line for line in lines if line.startswith("data: {"))
            seen.append(json.loads(data[6:]))
    assert [message["rev"] for message in seen] == [1, 2, 3]
    assert "<svg" in seen[-1]["step"]


def test_who_listens_to_a_class_that_is_removed_is_told(site, store, opened) -> None:
    token = join(store, secret=opened.join_secret, now=now()).token
    with httpx.stream(
        "GET", f"{place(site, opened, token)}events", timeout=20
    ) as events:
        lines = events.iter_lines()
        next(line for line in lines if line.startswith("event: step"))
        delete_class_session(store, opened.host_secret, now=now())
        assert "event: gone" in list(lines)


def test_a_server_that_is_asked_to_stop_stops_while_learners_listen(
    site, store, opened
) -> None:
    token = join(store, secret=opened.join_secret, now=now()).token
    with httpx.stream(
        "GET", f"{place(site, opened, token)}events", timeout=20
    ) as events:
        next(line for line in events.iter_lines() if line.startswith("event: step"))
        site.end()  # raises where it goes on for STOP_SECONDS


def all_answered(acknowledged: dict[str, int]) -> bool:
    """Whether every learner has seen more than one answer acknowledged."""
    return len(acknowledged) == LEARNERS and min(acknowledged.values()) > 1


def test_a_kill_loses_no_answer_that_was_acknowledged(site, store, opened) -> None:
    """Learners answer without pause; the server dies in the middle, and comes back."""
    tokens = [
        join(store, secret=opened.join_secret, now=now()).token for _ in range(LEARNERS)
    ]
    press(store, opened, "open")
    stop = Event()
    acknowledged: dict[str, int] = {}

    def answers(token: str) -> None:
        with httpx.Client(headers=JSON, timeout=WAIT_SECONDS) as phone:
            url = f"{place(site, opened, token)}answer"
            for seq in range(1, 1000):
                if stop.is_set():
                    return
                form = {"step": 0, "month": seq % 70, "seq": seq}
                try:
                    found = phone.post(url, data=form)
                except httpx.TransportError:
                    return
                assert found.status_code == 200, found.text
                acknowledged[token] = found.json()["seq"]

    with ThreadPoolExecutor(LEARNERS) as phones:
        answering = [phones.submit(answers, token) for token in tokens]
        until = time.monotonic() + WAIT_SECONDS
        while not all_answered(acknowledged) and time.monotonic() < until:
            time.sleep(0.1)
        site.end(signal.SIGKILL)
        stop.set()
    assert all(each.exception() is None for each in answering)
    assert all_answered(acknowledged)
    site.start()
    for token, seq in acknowledged.items():
        received = httpx.get(f"{place(site, opened, token)}state", headers=JSON).json()
        assert received["seq"] >= seq
    rows = results(store, opened.host_secret, now=now())
    kept = [each for each in rows if each.step == 1]
    assert len(kept) == LEARNERS
    assert all(each.response is not None for each in kept)
