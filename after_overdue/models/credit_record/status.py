"""Status codes: how late an account is at a month's end, in one sign."""

from __future__ import annotations

from dataclasses import dataclass

from after_overdue.errors import ModelError

PAID = "N"
"""Paid as due."""
PAID_LATE_IN_MONTH = "M"
"""Paid after the due date, before any month's end found it overdue."""


@dataclass(frozen=True)
class StatusRule:
    """How days past due, or missed minimum payments, become a code.

    Parameters
    ----------
    days_per_code : days
        Code 1 is the first so many days past due, code 2 the next, and so on.
    worst : count
        The highest code; it takes everything beyond.

    Raises
    ------
    ModelError
        Where a code covers no day or there is no code.

    Notes
    -----
    Source: public code dictionaries that agree with each other (F27). The official
    legend was not read.

    Examples
    --------
    >>> rule = StatusRule(30, 7)
    >>> [rule.by_days(days) for days in (0, 1, 30, 31, 90, 180, 181)]
    ['N', '1', '1', '2', '3', '6', '7']
    """

    days_per_code: int
    worst: int

    def __post_init__(self) -> None:
        if min(self.days_per_code, self.worst) < 1:
            raise ModelError(
                f"days_per_code is {self.days_per_code} and worst is {self.worst}; a "
                "code covers at least one day, and there is at least code 1."
            )

    def by_days(self, days_past_due: int) -> str:
        """Return the code of a loan so many days past due."""
        return self._code(-(-days_past_due // self.days_per_code))

    def by_missed_minimums(self, missed: int) -> str:
        """Return the code of a card with so many minimums missed in a row.

        Examples
        --------
        >>> rule = StatusRule(30, 7)
        >>> [rule.by_missed_minimums(missed) for missed in (0, 1, 7, 12)]
        ['N', '1', '7', '7']
        """
        return self._code(missed)

    def _code(self, number: int) -> str:
        return str(min(number, self.worst)) if number > 0 else PAID


def severity(code: str) -> int:
    """Return a number that orders codes from paid as due to the longest overdue.

    Examples
    --------
    >>> sorted(["2", "N", "7", "M"], key=severity)
    ['N', 'M', '2', '7']
    """
    if code == PAID:
        return -1
    return 0 if code == PAID_LATE_IN_MONTH else int(code)
