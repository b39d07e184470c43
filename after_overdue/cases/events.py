"""Events of a debt, each written as its kind and its day.

An event is ``text:2023-01-10``; events are joined by commas.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from after_overdue.catalog.parameters import Scalar
from after_overdue.written import day_of

MOST_EVENTS = 20
"""More events than this are no case of one debt, and would not fit a screen."""


@dataclass(frozen=True)
class Flaw:
    """Why events cannot be used: key of the sentence, what was given, what it needs."""

    kind: str
    given: str
    values: Mapping[str, Scalar]


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
    read = [_read_event(each, kinds, *ends) for each in given]
    found = sorted(dict.fromkeys(filter(None, read)), key=event_day)
    bad = next(
        (each for each, event in zip(given, read, strict=True) if not event), None
    )
    flaw = None
    if bad is not None:
        allowed = {"low": low, "high": high, "options": ", ".join(kinds)}
        flaw = Flaw("not_an_event", bad, allowed)
    elif len(found) > MOST_EVENTS:
        flaw = Flaw("too_many_events", text, {"most": MOST_EVENTS})
    return found[:MOST_EVENTS], flaw


def _read_event(
    event: str, kinds: Collection[str], first: date, last: date
) -> str | None:
    """Return an event with its day as a link writes it; None where it is none."""
    kind, _, text = event.partition(":")
    try:
        day = day_of(text)
    except ValueError:
        return None
    is_known = kind in kinds and first <= day <= last
    return f"{kind}:{day.isoformat()}" if is_known else None
