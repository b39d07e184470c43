"""An overdue credit card: interest from the posting day and fees on missed minimums.

An illustration (E3), not one issuer's contract: one purchase, nothing paid, nothing
else bought. The amounts depend on the card's own terms.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.compound import Yuan, fen


@dataclass(frozen=True)
class CardTerms:
    """What a card charges, and the days of its billing cycle.

    Parameters
    ----------
    rate_per_day : per day, decimal
    minimum_share : share of the purchase, decimal
        Each statement adds this share to the minimum payment.
    late_fee_share : share of the unpaid minimum, decimal
    statement_day, due_day : days since the posting day
        Of the first statement.
    cycle_days : days
        From one statement, or one due date, to the next.

    Raises
    ------
    ModelError
        Where the days are out of order or a share lies outside 0 to 1.
    """

    rate_per_day: float
    minimum_share: float
    late_fee_share: float
    statement_day: int
    due_day: int
    cycle_days: int

    def __post_init__(self) -> None:
        if not 0 <= self.statement_day < self.due_day or self.cycle_days < 1:
            raise ModelError(
                f"statement_day is {self.statement_day}, due_day is {self.due_day} and "
                f"cycle_days is {self.cycle_days}; a statement comes before its due "
                "date, and a cycle has days."
            )
        shares = (self.rate_per_day, self.minimum_share, self.late_fee_share)
        if not all(0 <= share <= 1 for share in shares):
            raise ModelError(f"Shares are {shares}; each lies from 0 to 1.")


@dataclass(frozen=True)
class CardPath:
    """What a card debt is at the end of each day, one value a day.

    Attributes
    ----------
    days_past_due : days since the first due date
    purchase : yuan
    interest, late_fees : yuan
        Not rounded.
    """

    days_past_due: NDArray[np.int64]
    purchase: float
    interest: Yuan
    late_fees: Yuan

    @property
    def added(self) -> Yuan:
        """Interest and late fees as they are charged, in whole fen."""
        total: Yuan = fen(fen(self.interest) + fen(self.late_fees))
        return total

    @property
    def owed(self) -> Yuan:
        """The purchase and what has been added: the sum of whole fen."""
        total: Yuan = fen(fen(self.purchase) + self.added)
        return total


def card_debt(
    purchase: float, *, terms: CardTerms, days_past_due: ArrayLike
) -> CardPath:
    r"""Return what it takes to pay a card purchase in full, on one day or on many.

    Parameters
    ----------
    purchase : yuan
        Posted once, never paid.
    terms : per day, decimal; days
    days_past_due : days, any shape
        Days since the first due date, which is itself day 0.

    Returns
    -------
    CardPath
        Each field has the shape of `days_past_due`.

    Raises
    ------
    ModelError
        Where a day lies before the due date or the purchase is negative.

    Notes
    -----
    Paid in full on the first due date, the purchase is free of interest. From the day
    after, interest counts from the posting day; it is added to the balance at each
    statement from the second on. The minimum after *j* missed due dates is
    :math:`\min(1, j\,m)` of the purchase; on the day after each due date a share of it
    is charged as a fee. Fees bear no interest (F52, F53,
    F75).

    Examples
    --------
    >>> typical = CardTerms(0.0005, 0.1, 0.05, 15, 35, 30)
    >>> found = card_debt(10_000, terms=typical, days_past_due=[0, 1, 30, 60, 90, 180])
    >>> found.owed.tolist()
    [10000.0, 10230.0, 10377.25, 10632.16, 10939.39, 12175.38]
    """
    days = np.asarray(days_past_due, dtype=np.int64)
    first_day = days.min(initial=0)
    if min(purchase, first_day) < 0:
        raise ModelError(
            f"purchase is {purchase} and days_past_due begins at {first_day}; neither "
            "lies below 0."
        )
    grown = purchase * (_growth(terms, days + terms.due_day) - 1)
    interest = np.where(days > 0, grown, 0.0)
    return CardPath(days, purchase, interest, purchase * _fees(terms, days))


def _growth(terms: CardTerms, days: NDArray[np.int64]) -> Yuan:
    """Return what one yuan has become so many days after posting, without fees."""
    rate, first = terms.rate_per_day, terms.statement_day + terms.cycle_days
    added = np.maximum((days - terms.statement_day) // terms.cycle_days, 0)
    since = days - np.where(
        added > 0, terms.statement_day + added * terms.cycle_days, 0
    )
    at_second = np.where(added > 0, 1 + rate * first, 1.0)
    later = (1 + rate * terms.cycle_days) ** np.maximum(added - 1, 0)
    return np.asarray(at_second * later * (1 + rate * since))


def _fees(terms: CardTerms, days: NDArray[np.int64]) -> Yuan:
    """Return all late fees so many days after the first due date, per yuan bought."""
    charged = np.maximum(days - 1, -1) // terms.cycle_days + 1
    missed = np.arange(charged.max(initial=0) + 1)
    each = terms.late_fee_share * np.minimum(missed * terms.minimum_share, 1)
    return np.asarray(np.cumsum(each)[charged])
