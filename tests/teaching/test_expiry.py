"""The end of a class, by a clock that may be wrong."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from sqlalchemy import select

from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.expiry import expire
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import class_sessions
from tests.teaching.classes import LESSON, NOW

DAYS = 30


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)


def hourly(store: Store, first: datetime, last: datetime) -> int:
    """Look at the clock once an hour, and count what is removed."""
    removed, at = 0, first
    while at <= last:
        removed += expire(store, now=at)
        at += timedelta(hours=1)
    return removed


def classes(store: Store) -> int:
    with store.read() as connection:
        return len(connection.execute(select(class_sessions.c.id)).all())


def test_a_class_is_removed_in_the_hour_in_which_its_days_are_over(store) -> None:
    open_class_session(store, LESSON, now=NOW)
    assert hourly(store, later(days=DAYS - 2), later(days=DAYS, hours=-1)) == 0
    assert expire(store, now=later(days=DAYS)) == 1


def test_a_clock_that_runs_ahead_for_hours_removes_nothing(store) -> None:
    """It ran 31 days ahead, was looked at for half a day, and was set right."""
    hourly(store, later(days=-2), NOW)
    open_class_session(store, LESSON, now=NOW)
    wrong = later(days=31)
    assert hourly(store, wrong, wrong + timedelta(hours=23)) == 0
    assert hourly(store, later(hours=24), later(days=3)) == 0
    assert classes(store) == 1


def test_a_clock_that_went_back_removes_nothing(store) -> None:
    open_class_session(store, LESSON, now=NOW)
    hourly(store, NOW, later(days=1, hours=2))
    assert expire(store, now=later(days=-400)) == 0
    assert hourly(store, later(days=2), later(days=3, hours=2)) == 0
    assert classes(store) == 1


def test_a_time_that_goes_on_for_a_day_is_believed(store) -> None:
    hourly(store, later(days=-2), NOW)
    open_class_session(store, LESSON, now=NOW)
    came_back = later(days=45)
    assert hourly(store, came_back, came_back + timedelta(hours=25)) == 1


def test_a_server_that_runs_once_a_week_removes_a_week_later(store) -> None:
    hourly(store, later(days=-2), NOW)
    open_class_session(store, LESSON, now=NOW)
    removed = [expire(store, now=later(days=7 * week)) for week in range(1, 8)]
    assert removed == [0, 0, 0, 0, 0, 1, 0]


def test_a_jump_is_told_to_the_operator(store, caplog) -> None:
    hourly(store, later(days=-2), NOW)
    with caplog.at_level(logging.WARNING):
        expire(store, now=later(days=31))
    assert "The clock went from" in caplog.text


def test_a_server_that_looks_a_moment_behind_another_doubts_no_clock(
    store, caplog
) -> None:
    hourly(store, later(days=-2), NOW)
    open_class_session(store, LESSON, now=NOW)
    hourly(store, NOW, later(days=DAYS, hours=-1))
    expire(store, now=later(days=DAYS, seconds=-1))
    expire(store, now=later(days=DAYS, seconds=-2))
    assert expire(store, now=later(days=DAYS)) == 1
    assert caplog.messages == []


def test_servers_that_look_for_the_first_time_at_once_all_open_their_class(
    store, database
) -> None:
    servers = [Store(database) for _ in range(4)]
    with ThreadPoolExecutor(len(servers)) as at_once:
        opening = [
            at_once.submit(open_class_session, each, LESSON, now=NOW)
            for each in servers
        ]
    for each in servers:
        each.close()
    assert [each.exception() for each in opening] == [None] * len(servers)
    assert classes(store) == len(servers)
