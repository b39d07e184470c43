"""The one-off repair of December 2025: which late months stopped being shown, and when.

A closed event. It was tested for each account and month, asked for no application, and
hid two fields of the report; the wording is "not displayed", not "deleted" (F33-F38).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from after_overdue.errors import ModelError
from after_overdue.units import months_after


def month_end(day: date) -> date:
    """Return the last day of the month that `day` lies in.

    Examples
    --------
    >>> month_end(date(2024, 2, 10))
    datetime.date(2024, 2, 29)
    """
    return months_after(day.replace(day=1), 1) - timedelta(days=1)


@dataclass(frozen=True)
class OneOffRepair:
    """The conditions and the timing of the one-off repair.

    Parameters
    ----------
    announced_on : date
    first_day, last_day : dates
        Late payments generated from the one to the other, both included.
    most_overdue : yuan
        Greatest overdue amount on one account as of one month, itself included.
    repaid_by : date
        Last day of full repayment, itself included.
    early_repaid_by, early_hidden_from : dates
        What was repaid by the one is not shown from the other on.

    Raises
    ------
    ModelError
        Where the window ends before it begins.

    Examples
    --------
    >>> repair = OneOffRepair(
    ...     announced_on=date(2025, 12, 22),
    ...     first_day=date(2020, 1, 1),
    ...     last_day=date(2025, 12, 31),
    ...     most_overdue=10_000,
    ...     repaid_by=date(2026, 3, 31),
    ...     early_repaid_by=date(2025, 11, 30),
    ...     early_hidden_from=date(2026, 1, 1),
    ... )
    >>> repair.hidden_from(date(2026, 1, 15)).isoformat()
    '2026-02-28'
    """

    announced_on: date
    first_day: date
    last_day: date
    most_overdue: float
    repaid_by: date
    early_repaid_by: date
    early_hidden_from: date

    def __post_init__(self) -> None:
        if self.first_day > self.last_day:
            raise ModelError(
                f"first_day is {self.first_day}, after last_day {self.last_day}; the "
                "window has to begin before it ends."
            )

    def covers(self, month: date, *, overdue: float, repaid_on: date | None) -> bool:
        """Return whether one late month of one account meets every condition.

        Parameters
        ----------
        month : date
            Any day of the month.
        overdue : yuan
            Everything overdue on the account as of that month; it adds up (F36).
        repaid_on : date, optional
            The day the overdue debt was paid in full; None while it is unpaid.

        Returns
        -------
        bool
        """
        first = month.replace(day=1)
        return (
            self.first_day <= first <= self.last_day
            and overdue <= self.most_overdue
            and self.hidden_from(repaid_on) is not None
        )

    def hidden_from(self, repaid_on: date | None) -> date | None:
        """Return the day from which a covered month is hidden at the latest.

        None where the debt was not repaid in time.
        """
        if repaid_on is None or repaid_on > self.repaid_by:
            return None
        if repaid_on <= self.early_repaid_by:
            return self.early_hidden_from
        return month_end(months_after(repaid_on, 1))

    def stage(self, on: date) -> Literal["not_announced", "open", "closed"]:
        """Return whether one could still repay in time on a day."""
        if on < self.announced_on:
            return "not_announced"
        return "open" if on <= self.repaid_by else "closed"
