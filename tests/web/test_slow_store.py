"""A database that is locked: readers see nothing of it, a class is told to wait."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import httpx2 as httpx
import psycopg

from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.learner import join
from after_overdue.web.in_store import THREADS
from tests.running_site import running_site
from tests.teaching.classes import LESSON
from tests.web.class_room import JSON, now

PATIENCE_SECONDS = 60
LEARNERS = 3 * THREADS
"""More than there are threads for the store, and than the server has in common."""
PAGES = (
    "/healthz",
    "/apr",
    "/read/en/",
    "/read/zh/questions/part-payment",
    "/embed/apr?months=7",
    "/api/v1/apr?months=11",
    "/charts/apr.svg?months=13",
    "/tables/penalty_interest.csv",
)


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Hold the table of answers, as a migration or a backup of somebody's does."""
    if url.startswith("sqlite"):
        path = url.removeprefix("sqlite:///")
        value = sqlite3.connect(path, isolation_level=None)
        value.execute("begin exclusive")
    else:
        value = psycopg.connect(url)
        value.execute("lock table answer in access exclusive mode")
    try:
        yield
    finally:
        value.rollback()
        value.close()


def test_a_locked_store_holds_up_no_reader_and_a_class_goes_on_afterwards(
    database, store
) -> None:
    opened = open_class_session(store, LESSON, now=now())
    tokens = [
        join(store, secret=opened.join_secret, now=now()).token for _ in range(LEARNERS)
    ]
    all_read = Event()
    rev = host_view(store, opened.host_secret, now=now()).scene.rev
    command(store, opened.host_secret, rev=rev, command="open", now=now())
    with (
        running_site(DATABASE_URL=database) as site,
        httpx.Client(
            base_url=site.address,
            timeout=PATIENCE_SECONDS,
            limits=httpx.Limits(max_connections=None),
        ) as client,
        ThreadPoolExecutor(LEARNERS) as phones,
    ):

        def answers(token: str):
            place = f"/class/{opened.class_id}/me/{token}/answer"
            return client.post(place, data={"step": 0, "month": 25}, headers=JSON)

        def keeps_answering(token: str) -> list[httpx.Response]:
            found = [answers(token)]
            while not all_read.is_set():
                found.append(answers(token))
            return found

        with locked(database):
            sent = [phones.submit(keeps_answering, token) for token in tokens]
            try:
                read = [client.get(path).status_code for path in PAGES]
            finally:
                all_read.set()
            refused = [found for each in sent for found in each.result()]
        assert read == [200] * len(PAGES)
        for found in refused:
            assert found.status_code == 503
            assert found.headers["retry-after"] == "2"
            assert "cannot be reached" in found.json()["refused"]
        taken = list(phones.map(answers, tokens))
    assert {each.status_code for each in taken} == {200}
    assert host_view(store, opened.host_secret, now=now()).answered == LEARNERS
