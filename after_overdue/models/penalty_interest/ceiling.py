"""The ceiling on what a lender may charge, as money over the days past due."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.compound import Yuan, simple_interest

ROUNDING = 1e-9
"""A rate, or a share of what is allowed, this close to its ceiling is at it."""


@dataclass(frozen=True)
class Ceiling:
    """The most that counts for one kind of lender on one day.

    Parameters
    ----------
    kind : code
        `court_trim`, `regulator_cap` or `lpr_multiple`.
    rate_per_year : per year, decimal

    Examples
    --------
    Four times a one-year loan prime rate of 3.85 %, as in July 2020 (F47):

    >>> round(lpr_ceiling(0.0385, times=4).rate_per_year, 4)
    0.154
    """

    kind: str
    rate_per_year: float

    def __post_init__(self) -> None:
        if self.rate_per_year < 0:
            raise ModelError(
                f"rate_per_year is {self.rate_per_year}; a ceiling is 0 or more."
            )

    def charge(
        self, principal: float, *, days_past_due: ArrayLike, days_per_year: int
    ) -> Yuan:
        """Return what the ceiling leaves room for on the overdue principal.

        Parameters
        ----------
        principal : yuan
        days_past_due : days, any shape
        days_per_year : days

        Returns
        -------
        yuan, the shape of `days_past_due`
        """
        return simple_interest(
            principal,
            rate_per_year=self.rate_per_year,
            days=days_past_due,
            days_per_year=days_per_year,
        )

    def is_below(self, rate_per_year: float) -> bool:
        """Return whether a rate is above this ceiling."""
        return rate_per_year > self.rate_per_year + ROUNDING


def lpr_ceiling(lpr_per_year: float, *, times: float) -> Ceiling:
    """Return the ceiling that is a multiple of the loan prime rate.

    Parameters
    ----------
    lpr_per_year : per year, decimal
        One-year loan prime rate when the contract was made.
    times : times
        Four in the Supreme People's Court's provisions, art. 25.

    Returns
    -------
    Ceiling
    """
    return Ceiling("lpr_multiple", lpr_per_year * times)


def above_ceiling(charges: ArrayLike, *, allowed: ArrayLike) -> Yuan:
    """Return by how much charges exceed what a ceiling leaves room for.

    Parameters
    ----------
    charges, allowed : yuan, shapes that go together

    Returns
    -------
    yuan, 0 where the charges are within the ceiling

    Examples
    --------
    >>> above_ceiling([500, 700], allowed=[600, 600]).tolist()
    [0.0, 100.0]
    """
    room = np.asarray(allowed, dtype=np.float64)
    over = np.asarray(charges, dtype=np.float64) - room
    return np.where(over > ROUNDING * np.maximum(room, 1), over, 0.0)
