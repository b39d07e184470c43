"""The lender's desk: who applies, and the three checkpoints in between.

Review post and loan committee change the intake; post-loan inspection changes the
roll rates (F60-F62, X8).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from after_overdue.errors import ModelError
from after_overdue.models.loan_book.rates import RollRates, Shares

CHECKPOINTS = ("review", "committee", "inspection")


@dataclass(frozen=True)
class Checkpoint:
    """What one checkpoint stops, whom it turns away, and what a check costs.

    Parameters
    ----------
    stopped : decimal share
        Review and committee: weak applicants refused. Inspection: of the loans that
        would miss one payment more in a month, those brought up to date instead.
    good_turned_away : decimal share
        Good applicants refused; at the inspection, good borrowers whose loan is
        called in at its first inspection.
    cost_per_check : money
        Review: each applicant. Committee: each one the review lets through.
        Inspection: each loan of the book, every month.
    """

    stopped: float = 0.0
    good_turned_away: float = 0.0
    cost_per_check: float = 0.0

    def __post_init__(self) -> None:
        for name in ("stopped", "good_turned_away"):
            if not 0 <= getattr(self, name) <= 1:
                raise ModelError(
                    f"{name} is {getattr(self, name)}; a share lies from 0 to 1."
                )
        if self.cost_per_check < 0:
            raise ModelError(
                f"cost_per_check is {self.cost_per_check}; a cost is 0 or more."
            )


@dataclass(frozen=True)
class Desk:
    """Who applies, how they pay, and the checkpoints that stand in between.

    Parameters
    ----------
    weak_share : decimal
        Weak applicants among all.
    good, weak : shares per month
        Roll rates of either kind of borrower, before any inspection.
    review, committee, inspection : Checkpoint
        The default is a checkpoint that does nothing.
    """

    weak_share: float
    good: RollRates
    weak: RollRates
    review: Checkpoint = Checkpoint()
    committee: Checkpoint = Checkpoint()
    inspection: Checkpoint = Checkpoint()

    def __post_init__(self) -> None:
        if not 0 <= self.weak_share <= 1:
            raise ModelError(
                f"weak_share is {self.weak_share}; a share lies from 0 to 1."
            )
        if self.good.buckets != self.weak.buckets:
            raise ModelError(
                "Good and weak borrowers have other buckets; one book has one set."
            )
        if self.kept.sum() <= 0:
            raise ModelError(
                "The checkpoints turn every applicant away; nobody is left to lend to."
            )

    @property
    def applicants(self) -> Shares:
        """Good and weak among applicants, shape (2,)."""
        return np.asarray([1 - self.weak_share, self.weak_share])

    @property
    def reviewed(self) -> Shares:
        """Good and weak that pass the review, as shares of all applicants."""
        review = self.review
        return self.applicants * [1 - review.good_turned_away, 1 - review.stopped]

    @property
    def granted(self) -> Shares:
        """Good and weak that pass the committee, as shares of all applicants."""
        committee = self.committee
        passing = [1 - committee.good_turned_away, 1 - committee.stopped]
        return self.reviewed * passing

    @property
    def kept(self) -> Shares:
        """Good and weak on the book, as shares of all applicants."""
        return self.granted * [1 - self.inspection.good_turned_away, 1]

    def only(self, *names: str) -> Desk:
        """Return the same desk with these checkpoints alone."""
        off = {name: Checkpoint() for name in CHECKPOINTS if name not in names}
        return replace(self, **off)  # type: ignore[arg-type]  # all are checkpoints

    @property
    def inspected(self) -> Shares:
        """Roll rates of good and weak under inspection, shape (2, n, n)."""
        kinds = (self.good, self.weak)
        stopped = self.inspection.stopped
        return np.stack([rates.with_rolls_stopped(stopped).matrix for rates in kinds])
