"""The working of the first clock: what being late has cost by a day."""

from __future__ import annotations

from after_overdue.models.three_clocks.arithmetic import ThreeClocks
from after_overdue.steps import Step, Term


def penalty_step(
    clocks: ThreeClocks,
    *,
    amount: float,
    rate_per_year: float,
    uplift: float,
    days_per_year: int,
) -> Step:
    """Return the penalty interest of the days that are charged.

    Examples
    --------
    >>> from datetime import date
    >>> clocks = ThreeClocks(date(2026, 9, 1), 90, 450.0, 450.0, None, None)
    >>> terms = {"rate_per_year": 0.12, "uplift": 0.5, "days_per_year": 360}
    >>> round(penalty_step(clocks, amount=10_000, **terms).worked_out, 2)
    450.0
    """
    return Step(
        "penalty",
        (
            Term(amount, "yuan"),
            Term(rate_per_year, "share", "×"),
            Term(1 + uplift, "count", "×"),
            Term(clocks.days_charged, "days", "×"),
            Term(days_per_year, "count", "÷"),
        ),
        Term(clocks.penalty, "yuan"),
    )
