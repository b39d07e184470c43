"""Whoever listens to a database is named each class that changes, by whomever."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import Empty, Queue

import pytest
from anyio.from_thread import start_blocking_portal

from after_overdue.teaching import store_notifications
from after_overdue.teaching.class_session import (
    command,
    delete_class_session,
    open_class_session,
)
from after_overdue.teaching.store import Store
from after_overdue.teaching.store_address import with_driver
from after_overdue.teaching.store_notifications import ANY, CHANNEL, listen, notify
from tests.conftest import READY, url_of
from tests.teaching.classes import LESSON, NOW

PATIENCE_SECONDS = 60
CHANGES = 12
LISTENERS = "from pg_stat_activity where datname = %s and query = %s"


@contextmanager
def listening(url: str) -> Iterator[Queue]:
    """What somebody in a process of their own is told who listens to a database."""
    queue: Queue[str] = Queue()
    with start_blocking_portal() as process:
        task = process.start_task_soon(listen, with_driver(url), queue.put)
        assert queue.get(timeout=PATIENCE_SECONDS) == ANY  # it listens from here on
        yield queue
        task.cancel()


def named(queue: Queue, last: str) -> list[str]:
    """The classes that were named, until one is."""
    found = [queue.get(timeout=PATIENCE_SECONDS)]
    while found[-1] != last:
        found.append(queue.get(timeout=PATIENCE_SECONDS))
    return [each for each in found if each != ANY]


def change(store: Store, class_id: str) -> None:
    with store.write() as connection:
        notify(connection, class_id)


@pytest.fixture
def other(store, database) -> Iterator[Store]:
    """Another server's store of the same database."""
    opened = Store(database)
    yield opened
    opened.close()


def test_a_step_is_named_to_who_listens_to_the_same_database(database, other) -> None:
    opened = open_class_session(other, LESSON, now=NOW)
    with listening(database) as queue:
        command(other, opened.host_secret, rev=1, command="open", now=NOW)
        assert named(queue, opened.class_id) == [opened.class_id]


def test_a_class_that_is_removed_is_named(database, other) -> None:
    opened = open_class_session(other, LESSON, now=NOW)
    with listening(database) as queue:
        delete_class_session(other, opened.host_secret, now=NOW)
        assert named(queue, opened.class_id) == [opened.class_id]


def test_each_change_of_several_writers_is_named_to_each_who_listens(
    database, store, other
) -> None:
    with listening(database) as one, listening(database) as two:
        with ThreadPoolExecutor(4) as writers:
            for number in range(CHANGES):
                writers.submit(change, (store, other)[number % 2], f"class {number}")
        change(store, "last")
        expected = sorted(f"class {number}" for number in range(CHANGES))
        for queue in (one, two):
            assert sorted(named(queue, "last")[:-1]) == expected


def test_a_change_that_is_not_kept_is_not_named(database, store) -> None:
    with listening(database) as queue:
        with pytest.raises(ZeroDivisionError), store.write() as connection:
            notify(connection, "not kept")
            raise ZeroDivisionError
        change(store, "kept")
        assert named(queue, "kept") == ["kept"]


def test_a_change_of_another_database_is_not_named(database, store, tmp_path) -> None:
    elsewhere = Store(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    with listening(database) as queue:
        change(elsewhere, "elsewhere")
        change(store, "here")
        assert named(queue, "here") == ["here"]
    elsewhere.close()


def test_any_class_may_have_changed_now_and_then(database, store, monkeypatch) -> None:
    for name in ("LOOK_SECONDS", "FILE_LOOK_SECONDS"):
        monkeypatch.setattr(store_notifications, name, 0.01)
    with listening(database) as queue:
        assert [queue.get(timeout=PATIENCE_SECONDS) for _ in range(3)] == [ANY] * 3


def test_a_listening_connection_that_was_lost_is_taken_up_again(postgres) -> None:
    postgres.execute(f"create database lost_listener template {READY}")
    given = ("lost_listener", f"listen {CHANNEL}")
    store = Store(url_of(postgres, "lost_listener"))
    with listening(url_of(postgres, "lost_listener")) as queue:
        before = postgres.execute(f"select pid {LISTENERS}", given).fetchall()
        postgres.execute(f"select pg_terminate_backend(pid) {LISTENERS}", given)
        assert queue.get(timeout=PATIENCE_SECONDS) == ANY  # some may have been lost
        for _ in range(PATIENCE_SECONDS):
            change(store, "a class")
            try:
                if queue.get(timeout=1) != ANY:
                    break
            except Empty:
                continue
        after = postgres.execute(f"select pid {LISTENERS}", given).fetchall()
    store.close()
    postgres.execute("drop database lost_listener with (force)")
    assert len(before) == len(after) == 1
    assert before != after
