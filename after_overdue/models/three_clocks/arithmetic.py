"""Three clocks: one overdue as a debt, as a record and as a score, by when it is paid.

The debt runs from the due date until it is paid; the years of the record begin on that
day; when a score comes back nobody has published, so the third clock has no day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from after_overdue.models.credit_record.arithmetic import last_day_kept
from after_overdue.models.penalty_interest.arithmetic import (
    PenaltyTerms,
    penalty_interest,
)
from after_overdue.units import day_after


@dataclass(frozen=True)
class ThreeClocks:
    """Where the three clocks of one overdue start and stop.

    Attributes
    ----------
    starts_on : date
        First day of penalty interest, the one after the due date.
    days_charged : days
        Until the debt is paid; while it is not, until the day it is looked at.
    penalty : yuan
        Exact, for those days.
    charged : yuan
        The same in whole fen.
    paid_on : date, or None while unpaid
        The debt stops, and the years of the record begin.
    kept_until : date, or None while unpaid
        Last day of the record.
    back_on : None
        Day on which the score is back: nobody has published one.
    """

    starts_on: date
    days_charged: int
    penalty: float
    charged: float
    paid_on: date | None
    kept_until: date | None
    back_on: None = None

    @property
    def gone_from(self) -> date | None:
        """The first day without the record."""
        return day_after(self.kept_until)


def three_clocks(
    amount: float,
    *,
    due_on: date,
    paid_after: int | None,
    as_of: date,
    rate_per_year: float,
    uplift: float,
    days_per_year: int,
    retention_years: int,
) -> ThreeClocks:
    """Return where the three clocks start and stop.

    Parameters
    ----------
    amount : yuan
        What fell due and was not paid.
    due_on : date
    paid_after : days, or None while unpaid
        The day after the due date on which it is paid.
    as_of : date
        The day it is looked at; counts only while it is unpaid.
    rate_per_year : per year, decimal
    uplift : share of the contract rate, decimal
    days_per_year : days
        Length of the year under the contract's day count.
    retention_years : years
        Kept from the day the arrears were paid.

    Returns
    -------
    ThreeClocks

    Notes
    -----
    Penalty interest as in Yinfa [2003] No. 251 (F41, F42); the record as in the
    Regulation on the Credit Reporting Industry art. 16 (F24, F25).

    Examples
    --------
    10,000 at 12 % a year, half as much again, paid on the ninetieth day:

    >>> found = three_clocks(
    ...     10_000,
    ...     due_on=date(2026, 8, 31),
    ...     paid_after=90,
    ...     as_of=date(2026, 11, 29),
    ...     rate_per_year=0.12,
    ...     uplift=0.5,
    ...     days_per_year=360,
    ...     retention_years=5,
    ... )
    >>> found.charged, found.paid_on.isoformat(), found.gone_from.isoformat()
    (450.0, '2026-11-29', '2031-11-30')
    """
    paid_on = None if paid_after is None else due_on + timedelta(days=paid_after)
    days = max((as_of - due_on).days, 0) if paid_after is None else paid_after
    terms = PenaltyTerms(rate_per_year, uplift, days_per_year)
    path = penalty_interest(amount, terms=terms, days_past_due=days)
    return ThreeClocks(
        starts_on=due_on + timedelta(days=1),
        days_charged=days,
        penalty=float(path.penalty),
        charged=float(path.charged),
        paid_on=paid_on,
        kept_until=last_day_kept(paid_on, retention_years) if paid_on else None,
    )
