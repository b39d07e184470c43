"""Clocks: where the same overdue would stand on the record of other countries.

In one group of countries paying starts the clock, so an unpaid debt never ages off. In
the other the delinquency, the default or the listing starts it, paid or not (F107).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from after_overdue.errors import ModelError
from after_overdue.models.credit_record.arrears import Arrears
from after_overdue.units import day_after, months_after


@dataclass(frozen=True)
class ClockRule:
    """How long one place keeps an overdue, and what starts the count.

    Parameters
    ----------
    place : code
    starts : code
        `payment` of the arrears, or `delinquency`: the due date stands for the
        delinquency, the default and the listing alike.
    kept_months : months
    over_days : days, optional
        The rule takes only arrears that lasted longer.
    paid_within_days : days, optional
        The rule takes only arrears that were paid within so many days.
    paid_after_days : days, optional
        The rule takes only arrears that were not paid within so many days.
    charge_off_days : days, optional
        Arrears that lasted longer start the clock so many days after the due date.
    keeps_last_day : bool
        Whether the record is still kept on the day that the period ends.

    Raises
    ------
    ModelError
        Where nothing is kept.
    """

    place: str
    starts: Literal["payment", "delinquency"]
    kept_months: int
    over_days: int | None = None
    paid_within_days: int | None = None
    paid_after_days: int | None = None
    charge_off_days: int | None = None
    keeps_last_day: bool = False

    def __post_init__(self) -> None:
        if self.kept_months < 1:
            raise ModelError(
                f"kept_months is {self.kept_months}; a record is kept for a time."
            )

    def takes(self, arrears: Arrears, days_late: int) -> bool:
        """Return whether the rule speaks of arrears that lasted so many days."""
        is_paid = arrears.cured_on is not None
        within, after = self.paid_within_days, self.paid_after_days
        return (
            days_late > (self.over_days or 0)
            and (within is None or (is_paid and days_late <= within))
            and (after is None or not is_paid or days_late > after)
        )


@dataclass(frozen=True)
class Clock:
    """Where one overdue stands under one place's rule on one day.

    Attributes
    ----------
    rule : the rule
    applies : whether the rule speaks of this overdue
    starts_on, ends_on : dates, or None while the clock has not started
    on_record : whether the overdue is still kept on that day
    """

    rule: ClockRule
    applies: bool
    starts_on: date | None
    ends_on: date | None
    on_record: bool


def retention_clock(arrears: Arrears, *, rule: ClockRule, as_of: date) -> Clock:
    """Return where an overdue stands under one place's rule on a day.

    Parameters
    ----------
    arrears : dates
    rule : months, what starts the count
    as_of : date
        A payment after this day is not known yet.

    Returns
    -------
    Clock

    Examples
    --------
    Due on 1 March 2024 and still unpaid, six years against five:

    >>> arrears = Arrears(date(2024, 3, 1), 3_000)
    >>> british = ClockRule("united_kingdom", "delinquency", 72)
    >>> chinese = ClockRule("mainland_china", "payment", 60)
    >>> for rule in (british, chinese):
    ...     print(retention_clock(arrears, rule=rule, as_of=date(2026, 11, 23)).ends_on)
    2030-03-01
    None
    """
    known = arrears.known_on(as_of)
    days_late = known.days_late(as_of)
    if not rule.takes(known, days_late):
        return Clock(rule, False, None, None, False)
    starts_on = known.cured_on if rule.starts == "payment" else known.due_on
    if rule.charge_off_days is not None and days_late > rule.charge_off_days:
        starts_on = known.due_on + timedelta(days=rule.charge_off_days)
    ends_on = starts_on and months_after(starts_on, rule.kept_months)
    gone_from = day_after(ends_on) if rule.keeps_last_day else ends_on
    on_record = gone_from is None or as_of < gone_from
    return Clock(rule, True, starts_on, ends_on, on_record)
