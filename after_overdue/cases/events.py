"""Events of a debt, each written as its kind and its day.

An event is ``text:2023-01-10``; events are joined by commas.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from after_overdue.catalog.parameters import Scalar

MOST_EVENTS = 20
"""More events than this are no case of one debt, and would not fit a screen."""


@dataclass(frozen=True)
class Flaw:
    """Why events cannot be used: key of the sentence, what was given, what it needs."""

    kind: str
    given: str
    values: Mapping[str, Scalar]


def day_of(text: str) -> date:
    """Return the day that a text is; raise ValueError if it is none.

    Examples
    --------
    >>> day_of("2023-01-10")
    datetime.date(2023, 1, 10)
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"'{text}' is not a day such as 2026-11-23.")
    return date.fromisoformat(text)


def event_kind(event: Scalar) -> str:
    """Return the kind of an event that was read.

    Examples
    --------
    >>> event_kind("text:2023-01-10")
    'text'
    """
    return str(event).partition(":")[0]


def event_day(event: Scalar) -> date:
    """Return the day of an event that was read.

    Examples
    --------
    >>> event_day("text:2023-01-10")
    datetime.date(2023, 1, 10)
    """
    return day_of(str(event).partition(":")[2])


def read_events(
    text: str, kinds: Collection[str], low: Scalar, high: Scalar
) -> tuple[list[str], Flaw | None]:
    """Return the events that can be used, the earliest first, each once, and the flaw.

    Parameters
    ----------
    kinds : kinds of events that are known
    low, high : first and last day that an event may have

    Examples
    --------
    >>> given = "plan:2025-12-01,text:2023-01-10"
    >>> read_events(given, ["text", "plan"], "2000-01-01", "2030-12-31")
    (['text:2023-01-10', 'plan:2025-12-01'], None)
    """
    given = [part.strip() for part in text.split(",") if part.strip()]
    ends = day_of(str(low)), day_of(str(high))
    good = [each for each in given if _is_event(each, kinds, *ends)]
    found = sorted(dict.fromkeys(good), key=event_day)
    bad = next((each for each in given if each not in good), None)
    flaw = None
    if bad is not None:
        allowed = {"low": low, "high": high, "options": ", ".join(kinds)}
        flaw = Flaw("not_an_event", bad, allowed)
    elif len(found) > MOST_EVENTS:
        flaw = Flaw("too_many_events", text, {"most": MOST_EVENTS})
    return found[:MOST_EVENTS], flaw


def _is_event(event: str, kinds: Collection[str], first: date, last: date) -> bool:
    try:
        day = event_day(event)
    except ValueError:
        return False
    return event_kind(event) in kinds and first <= day <= last
