"""Limitation: the time to sue, what starts it again, and what a judgment costs late.

Three years from the due day of the last instalment, twenty at most from the breach
(Civil Code 188, 189). A demand, an acknowledgement or a suit starts them again (195;
provisions of 2020, 8-17). Facts F125, F126, F133-F138.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from after_overdue.errors import ModelError
from after_overdue.units import months_after

MONTHS_PER_YEAR = 12
SATURDAY, DAYS_PER_WEEK = 5, 7
ACKNOWLEDGES = ("part_payment", "promise", "plan")
"""Events by which the debtor agrees; after the end they give up the defence (192)."""
EventKind = Literal[
    "text",
    "letter",
    "deduction",
    "part_payment",
    "promise",
    "plan",
    "sale_notice",
    "lawsuit",
]
WhyNot = Literal["before_due", "too_late", "gives_up_defence", "paid", "judged"]


@dataclass(frozen=True)
class Event:
    """Something that happened: its kind, and its day."""

    kind: EventKind
    day: date


@dataclass(frozen=True)
class Restart:
    """What an event does to the time to sue.

    Attributes
    ----------
    new_end : date; None where it does not start the time again
    why_not : None where it does
    """

    kind: EventKind
    day: date
    new_end: date | None = None
    why_not: WhyNot | None = None


@dataclass(frozen=True)
class Limitation:
    """The time to sue: where it starts, where it ends, and each event on the way.

    Attributes
    ----------
    starts_on : date
        The due day, or the last event that started it again.
    ends_on : date
        The same date so many years later; at most the longest time from the due day.
    is_capped : bool
        Whether the longest time ends it.
    """

    starts_on: date
    ends_on: date
    is_capped: bool
    restarts: tuple[Restart, ...]

    @property
    def moved_to(self) -> date:
        """The last day, moved past a weekend (Civil Code 203)."""
        return after_weekend(self.ends_on)


def years_after(day: date, years: int) -> date:
    """Return the same date so many years later; a month's end where there is none.

    Examples
    --------
    >>> years_after(date(2021, 5, 20), 3), years_after(date(2024, 2, 29), 3)
    (datetime.date(2024, 5, 20), datetime.date(2027, 2, 28))
    """
    return months_after(day, MONTHS_PER_YEAR * years)


def after_weekend(day: date) -> date:
    """Return a day, or the Monday after it where it is on a weekend.

    Public holidays are not known here, and move a last day as well.

    Examples
    --------
    >>> after_weekend(date(2026, 1, 10))
    datetime.date(2026, 1, 12)
    """
    weekday = day.weekday()
    return day + timedelta(DAYS_PER_WEEK - weekday if weekday >= SATURDAY else 0)


def limitation(
    due_on: date,
    *,
    events: Iterable[Event] = (),
    years: int,
    longest_years: int,
    paid_on: date | None = None,
    perform_by: date | None = None,
) -> Limitation:
    """Return the time to sue after every event.

    Parameters
    ----------
    due_on : date
        Of the last instalment.
    events : what happened since, in any order
    years, longest_years : years
        From the last event that counts, and at most from the due day.
    paid_on : date
        From when on nothing is left to sue for; None where unpaid.
    perform_by : date
        Last day to perform a judgment, after which nobody sues; None without one.

    Raises
    ------
    ModelError
        Where the longest time is shorter than the time itself.

    Notes
    -----
    An event on or before the last day starts the time again: M4. A lawsuit stops it
    until the case ends, so that the end given here is the earliest one.

    Examples
    --------
    >>> text = Event("text", date(2023, 1, 10))
    >>> found = limitation(
    ...     date(2021, 5, 20), events=[text], years=3, longest_years=20
    ... )
    >>> found.ends_on, found.moved_to
    (datetime.date(2026, 1, 10), datetime.date(2026, 1, 12))
    """
    if not 0 < years <= longest_years:
        raise ModelError(f"{years} years to sue do not lie in 1 to {longest_years}.")
    latest = years_after(due_on, longest_years)
    start, end, restarts = due_on, years_after(due_on, years), []
    for event in sorted(events, key=lambda each: each.day):
        settled = _settled(event.day, paid_on, perform_by)
        why_not = settled or _why_not(event, due_on, end)
        if why_not is None:
            start, end = event.day, min(years_after(event.day, years), latest)
        new_end = None if why_not else end
        restarts.append(Restart(event.kind, event.day, new_end, why_not))
    is_capped = end == latest and years < longest_years
    return Limitation(start, end, is_capped, tuple(restarts))


def _settled(day: date, paid_on: date | None, perform_by: date | None) -> WhyNot | None:
    """Return why nothing is left to sue for on a day; None where something is."""
    if paid_on and day >= paid_on:
        return "paid"
    return "judged" if perform_by and day > perform_by else None


def _why_not(event: Event, due_on: date, end: date) -> WhyNot | None:
    if event.day < due_on:
        return "before_due"
    if event.day <= after_weekend(end):
        return None
    return "gives_up_defence" if event.kind in ACKNOWLEDGES else "too_late"


def delay_interest(unpaid: float, *, rate_per_day: float, days: int) -> float:
    """Return the doubled part after a judgment that was not performed in time.

    Parameters
    ----------
    unpaid : money
        Of the judgment, without its ordinary interest.
    rate_per_day : share a day
    days : days since the last day to perform

    Examples
    --------
    >>> round(delay_interest(30_000, rate_per_day=0.000175, days=200), 2)
    1050.0
    """
    if unpaid < 0 or days < 0:
        raise ModelError(f"unpaid {unpaid} and days {days} are 0 or more.")
    return unpaid * rate_per_day * days
