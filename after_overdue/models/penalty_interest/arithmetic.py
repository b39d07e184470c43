"""Penalty interest: what arrears cost while they stay unpaid.

From the day after the due date the contract rate is raised by an *uplift*, which is a
multiplier and not percentage points (F42). The raised rate applies to the overdue
principal, day by day, and by agreement to contract interest that was not paid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.compound import (
    Yuan,
    compound_interest,
    fen,
    simple_interest,
)


@dataclass(frozen=True)
class PenaltyTerms:
    """What the contract says about late payment.

    Parameters
    ----------
    rate_per_year : per year, decimal
        Contract rate; 0.12 is 12 % a year.
    uplift : share of the contract rate, decimal
        0.5 makes the overdue rate half as high again.
    days_per_year : days
        Length of the year under the contract's day count, 360 or 365.
    compound_days : days, optional
        Period after which unpaid contract interest bears interest; None if it never
        does.
    penalty_compounds : bool
        Whether the penalty itself is compounded too. Courts disagree on it (F43).

    Raises
    ------
    ModelError
        Where a rate is negative, a year has no day, or the penalty would compound
        without a period.
    """

    rate_per_year: float
    uplift: float
    days_per_year: int = 360
    compound_days: int | None = None
    penalty_compounds: bool = False

    def __post_init__(self) -> None:
        if min(self.rate_per_year, self.uplift) < 0:
            raise ModelError(
                f"rate_per_year is {self.rate_per_year} and uplift is {self.uplift}; "
                "neither a rate nor what is added to it lies below 0."
            )
        if self.days_per_year < 1:
            raise ModelError(f"days_per_year is {self.days_per_year}; a year has days.")
        if self.penalty_compounds and self.compound_days is None:
            raise ModelError(
                "The penalty compounds, but compound_days is None; say after how many "
                "days interest is added."
            )

    @property
    def penalty_rate_per_year(self) -> float:
        """The overdue rate, per year, decimal.

        Examples
        --------
        >>> PenaltyTerms(0.12, 0.5).penalty_rate_per_year
        0.18
        """
        return self.rate_per_year * (1 + self.uplift)


@dataclass(frozen=True)
class PenaltyPath:
    """The state of arrears at the end of each day, one value a day.

    Attributes
    ----------
    days_past_due : days
    penalty : yuan
        Accrued on the overdue principal. Not rounded.
    compound_interest : yuan
        Accrued on unpaid contract interest. Not rounded.
    due : yuan
        Principal, unpaid interest and costs, each in whole fen.
    """

    days_past_due: NDArray[np.int64]
    penalty: Yuan
    compound_interest: Yuan
    due: float

    @property
    def charged(self) -> Yuan:
        """The penalty in whole fen."""
        rounded: Yuan = fen(self.penalty)
        return rounded

    @property
    def charged_on_interest(self) -> Yuan:
        """The compound interest in whole fen."""
        rounded: Yuan = fen(self.compound_interest)
        return rounded

    @property
    def added(self) -> Yuan:
        """Penalty and compound interest as they are charged, in whole fen."""
        total: Yuan = fen(self.charged + self.charged_on_interest)
        return total

    @property
    def owed(self) -> Yuan:
        """What was due and what has been added: the sum of whole fen."""
        total: Yuan = fen(self.due + self.added)
        return total


def penalty_interest(
    overdue_principal: float,
    *,
    terms: PenaltyTerms,
    days_past_due: ArrayLike,
    unpaid_interest: float = 0,
    costs: float = 0,
) -> PenaltyPath:
    r"""Return what arrears cost by the end of one day, or of many days at once.

    Parameters
    ----------
    overdue_principal : yuan
        Principal that fell due and was not paid.
    terms : per year, decimal; days
    days_past_due : days, any shape
        Whole days since the due date, which is itself day 0.
    unpaid_interest : yuan, optional
        Contract interest that fell due and was not paid.
    costs : yuan, optional
        Costs of enforcement; they bear no interest here.

    Returns
    -------
    PenaltyPath
        Each field has the shape of `days_past_due`.

    Raises
    ------
    ModelError
        Where a day lies before the due date or a sum is negative.

    Notes
    -----
    Penalty :math:`P\,r\,(1+u)\,d/D` on principal only, never on penalty already
    accrued unless `terms` say so. Source: Yinfa [2003] No. 251 (F41, F43).

    Examples
    --------
    10,000 at 12 % a year, half as much again, ninety days late:

    >>> found = penalty_interest(
    ...     10_000, terms=PenaltyTerms(0.12, 0.5), days_past_due=90
    ... )
    >>> round(float(found.penalty), 2), round(float(found.owed), 2)
    (450.0, 10450.0)
    """
    days = np.asarray(days_past_due, dtype=np.int64)
    _refuse_impossible(days, overdue_principal, unpaid_interest, costs)
    compounding = terms.compound_days if terms.penalty_compounds else None
    penalty = _interest(overdue_principal, terms, days, compounding)
    if terms.compound_days is None:
        on_interest = np.zeros(days.shape)
    else:
        on_interest = _interest(unpaid_interest, terms, days, terms.compound_days)
    due = sum(map(float, map(fen, (overdue_principal, unpaid_interest, costs))))
    return PenaltyPath(days, penalty, on_interest, due)


def _interest(
    sum_unpaid: float, terms: PenaltyTerms, days: ArrayLike, compound_days: int | None
) -> Yuan:
    rate, year = terms.penalty_rate_per_year, terms.days_per_year
    if compound_days is None:
        return simple_interest(
            sum_unpaid, rate_per_year=rate, days=days, days_per_year=year
        )
    return compound_interest(
        sum_unpaid,
        rate_per_year=rate,
        days=days,
        days_per_year=year,
        compound_days=compound_days,
    )


def _refuse_impossible(days: NDArray[np.int64], *sums: float) -> None:
    if days.size and days.min() < 0:
        raise ModelError(
            f"days_past_due is {days.min()}; a payment that is not late yet has 0 "
            "days past due."
        )
    if min(sums) < 0:
        raise ModelError(f"A sum owed is {min(sums)}; what is owed is 0 or more.")
