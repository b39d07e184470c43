"""Arrears: payments missed in a row, and how much and how long they are overdue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from after_overdue.errors import ModelError
from after_overdue.units import months_after

MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class Arrears:
    """One overdue: a payment missed, perhaps the next ones too, paid up on one day.

    Parameters
    ----------
    due_on : date
        The first missed payment fell due.
    amount : yuan
        Of each missed payment.
    cured_on : date, optional
        All arrears were paid; None while they are not.
    instalments : count, optional
        Payments missed in a row, one a month.

    Raises
    ------
    ModelError
        Where the arrears were paid before they existed, or are nothing.
    """

    due_on: date
    amount: float
    cured_on: date | None = None
    instalments: int = 1

    def __post_init__(self) -> None:
        if self.cured_on is not None and self.cured_on < self.due_on:
            raise ModelError(
                f"cured_on is {self.cured_on}, before due_on {self.due_on}; arrears "
                "are not paid before they exist."
            )
        if self.amount <= 0 or self.instalments < 1:
            raise ModelError(
                f"amount is {self.amount} and instalments is {self.instalments}; "
                "arrears are at least one payment of more than 0."
            )

    def known_on(self, day: date) -> Arrears:
        """Return the arrears as they stood on `day`."""
        if self.cured_on is None or self.cured_on <= day:
            return self
        return replace(self, cured_on=None)

    def is_unpaid(self, day: date) -> bool:
        """Return whether something is overdue at the end of `day`."""
        return self.due_on < day and (self.cured_on is None or self.cured_on > day)

    def days_late(self, day: date) -> int:
        """Return how many days the oldest payment was late, up to `day`."""
        end = day if self.cured_on is None else min(day, self.cured_on)
        return max((end - self.due_on).days, 0)

    def due_dates_missed(self, day: date) -> int:
        """Return how many monthly due dates have passed since the first, by `day`.

        Examples
        --------
        >>> arrears = Arrears(date(2025, 11, 20), 5_000)
        >>> [arrears.due_dates_missed(date(2025, 12, day)) for day in (20, 21)]
        [1, 2]
        """
        months = MONTHS_PER_YEAR * (day.year - self.due_on.year)
        months += day.month - self.due_on.month
        this_month = months_after(self.due_on, months) < day
        return max(months + this_month, 0)

    def overdue(self, day: date) -> float:
        """Return what is overdue on the account by `day`, in yuan; it adds up (F36)."""
        return self.amount * min(self.due_dates_missed(day), self.instalments)
