"""The working of limitation: calendar years added up, and the doubled interest."""

from __future__ import annotations

from datetime import date

from after_overdue.steps import Step, Term


def years_step(kind: str, start: date, *, years: int, end: date) -> Step:
    """Return the calendar year in which a time of years ends.

    Examples
    --------
    >>> step = years_step("sue", date(2021, 5, 20), years=3, end=date(2024, 5, 20))
    >>> step.worked_out, step.result.value
    (2024.0, 2024)
    """
    terms = (Term(start.year, "year"), Term(years, "years", "+"))
    return Step(kind, terms, Term(end.year, "year"))


def doubled_step(
    unpaid: float, *, rate_per_day: float, days: int, added: float
) -> Step:
    """Return the doubled part after a judgment.

    Examples
    --------
    >>> step = doubled_step(30_000, rate_per_day=0.000175, days=200, added=1_050)
    >>> round(step.worked_out, 2)
    1050.0
    """
    terms = (
        Term(unpaid, "yuan"),
        Term(rate_per_day, "share", "×"),
        Term(days, "days", "×"),
    )
    return Step("doubled", terms, Term(added, "yuan"))
