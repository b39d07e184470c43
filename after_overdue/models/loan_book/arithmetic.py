"""Loan book: what becomes of the loans that the checkpoints let through.

A book is a cohort: its shares follow from the matrix alone, so the work does not grow
with the number of loans.

Assumed, so that a reader can doubt it: a good borrower rolls at the rates of the
matrix, a weak one at higher odds; all loans start at once in the best bucket and none
is paid off early; a checkpoint stops weak applicants and good ones independently of
the other checkpoints; whoever is turned away is replaced by another applicant. Roll
rates of first order leave out what real books show (Malik and Thomas 2011; F72).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from after_overdue.errors import ModelError
from after_overdue.models.loan_book.desk import Desk
from after_overdue.models.loan_book.rates import Shares

WEAK = 1
"""Where weak borrowers stand beside good ones."""


@dataclass(frozen=True)
class Flow:
    """The share of the book that moves from one bucket to another in one month."""

    source: str
    target: str
    share: float


@dataclass(frozen=True)
class LoanBook:
    """The expected shares of a cohort, month by month.

    Attributes
    ----------
    desk : who applied and what was checked
    matrices : decimal shares per month, shape (2, n, n)
        Roll rates of good and weak borrowers under inspection.
    parts : decimal shares, shape (months + 1, 2, n)
        Of the book: good and weak, by bucket, at the end of the month.
    """

    desk: Desk
    matrices: Shares
    parts: Shares

    @property
    def buckets(self) -> tuple[str, ...]:
        """Names of the buckets, best to worst."""
        return self.desk.good.buckets

    @property
    def months(self) -> int:
        """Months since the loans were granted."""
        return len(self.parts) - 1

    @property
    def shares(self) -> Shares:
        """Share of the book in each bucket, shape (months + 1, n)."""
        return np.asarray(self.parts.sum(axis=1))

    @property
    def weak_share(self) -> float:
        """Weak borrowers on the book, decimal."""
        return float(self.parts[0, WEAK].sum())

    @property
    def overdue_share(self) -> Shares:
        """Overdue and not written off, shape (months + 1,)."""
        return np.asarray(self.shares[:, self.desk.good.is_overdue].sum(axis=1))

    @property
    def loss_share(self) -> Shares:
        """In the worst bucket, shape (months + 1,)."""
        return self.shares[:, -1]

    @property
    def applicants_per_loan(self) -> float:
        """Applicants seen for each loan of the book."""
        return float(1 / self.desk.kept.sum())

    @property
    def good_turned_away_share(self) -> float:
        """Good applicants that some checkpoint turned away, decimal."""
        desk = self.desk
        kept = [
            1 - each.good_turned_away
            for each in (desk.review, desk.committee, desk.inspection)
        ]
        return float(1 - np.prod(kept))

    @property
    def cost_of_control(self) -> Mapping[str, float]:
        """Cost of each checkpoint for each loan of the book, money."""
        desk, seen = self.desk, self.applicants_per_loan
        passed = float(desk.reviewed.sum())
        return MappingProxyType(
            {
                "review": seen * desk.review.cost_per_check,
                "committee": seen * passed * desk.committee.cost_per_check,
                "inspection": self.months * desk.inspection.cost_per_check,
            }
        )

    def flows(self, month: int) -> tuple[Flow, ...]:
        """Return every move of one month, from its beginning to its end."""
        if not 1 <= month <= self.months:
            raise ModelError(
                f"month is {month}; this book has flows in months 1 to {self.months}."
            )
        moved = (self.parts[month - 1, :, :, None] * self.matrices).sum(axis=0)
        return tuple(
            Flow(self.buckets[start], self.buckets[end], float(moved[start, end]))
            for start, end in np.argwhere(moved > 0)
        )


def loan_book(desk: Desk, *, months: int) -> LoanBook:
    r"""Return the expected shares of a cohort of loans that pass the desk.

    Parameters
    ----------
    desk : decimal shares
    months : months

    Notes
    -----
    With :math:`\pi_0` the intake and *P* the roll rates,
    :math:`\pi_t = \pi_0 P^t`, for good and weak borrowers apart.

    Examples
    --------
    One borrower in ten misses a month and stays away; after two months 81 % are left:

    >>> from after_overdue.models.loan_book.rates import RollRates
    >>> rates = RollRates(
    ...     ("up_to_date", "written_off"), np.asarray([[0.9, 0.1], [0.0, 1.0]])
    ... )
    >>> book = loan_book(Desk(0.0, rates, rates), months=2)
    >>> book.shares[2].round(2).tolist()
    [0.81, 0.19]
    """
    if months < 0:
        raise ModelError(f"months is {months}; a book is 0 months old or more.")
    matrices = desk.inspected
    parts = np.zeros((months + 1, *matrices.shape[:2]))
    parts[0, :, 0] = desk.kept / desk.kept.sum()
    for month in range(months):
        parts[month + 1] = (parts[month, :, None, :] @ matrices)[:, 0, :]
    return LoanBook(desk, matrices, parts)
