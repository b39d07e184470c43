"""The arithmetic of the sketches: queries by window, and what a court leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from after_overdue.errors import ModelError


def queries_in(seen_on: Sequence[date], *, months: int, on: date) -> int:
    """Return how many queries lie in the months before a day.

    Parameters
    ----------
    seen_on : days of the queries
    months : months
    on : the day on which the report is read

    Notes
    -----
    A month ends with the same date, which does not count: M6, F154.

    Examples
    --------
    >>> days = [date(2026, 10, 29), date(2026, 10, 30)]
    >>> queries_in(days, months=1, on=date(2026, 11, 29))
    1
    """
    if months < 1:
        raise ModelError(f"months is {months}; a window is at least 1 month long.")
    since = on - relativedelta(months=months)
    return sum(since < day <= on for day in seen_on)


def takeable(income: float, *, living_minimum: float, people: int) -> float:
    """Return what is beyond a household's living costs, never less than nothing.

    Parameters
    ----------
    income : money a month
    living_minimum : money a month and person
    people : in the household, the debtor among them

    Notes
    -----
    Living costs of the debtor and the family are left (Civil Procedure Law art. 254;
    seizure provisions art. 3): M11, F125. The court decides with its own figures.

    Examples
    --------
    >>> takeable(6_000, living_minimum=900, people=3)
    3300
    >>> takeable(2_500, living_minimum=900, people=3)
    0
    """
    if people < 1:
        raise ModelError(f"people is {people}; a household has at least 1 person.")
    return max(0, income - living_minimum * people)
