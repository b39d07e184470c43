"""The clock: what day it is, and what moment; the one place that asks the machine.

A server and its tests may be set to a day (`AFTER_OVERDUE_TODAY`); models are told it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from after_overdue.errors import SettingError
from after_overdue.settings import setting

TODAY = "AFTER_OVERDUE_TODAY"


def today() -> date:
    """Return the day that is set, else the machine's; raise SettingError if none."""
    return _set_day() or date.today()


def now() -> datetime:
    """Return the moment in UTC; where a day is set, that of the machine on that day."""
    moment = datetime.now(UTC)
    day = _set_day()
    return datetime.combine(day, moment.timetz()) if day else moment


def seconds_left() -> int:
    """Return how long today still is where the server stands, seconds."""
    here = datetime.now()
    midnight = datetime.combine(here.date() + timedelta(days=1), time())
    return int((midnight - here).total_seconds())


def _set_day() -> date | None:
    text = setting(TODAY)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        remedy = "write a day as year, month and day such as 2028-02-29"
        raise SettingError(
            f"{TODAY} is '{text}'; {remedy}, or leave it out."
        ) from error
