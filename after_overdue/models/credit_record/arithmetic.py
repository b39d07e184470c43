"""Credit record: what the central-bank report shows of one overdue, and until when.

Every question is asked of a day: a repayment that lies after that day is not known
yet. Lenders' reporting lags are left out, so a change shows on the day it happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from after_overdue.errors import ModelError
from after_overdue.models.credit_record.arrears import MONTHS_PER_YEAR, Arrears
from after_overdue.models.credit_record.one_off import OneOffRepair, month_end
from after_overdue.models.credit_record.status import (
    PAID,
    PAID_LATE_IN_MONTH,
    StatusRule,
    severity,
)
from after_overdue.units import day_after, months_after


@dataclass(frozen=True)
class MonthRecord:
    """One month of the grid: what was reported, and what a reader sees of it.

    Attributes
    ----------
    month : first day of the month
    reported_code, reported_amount : code; yuan
        As of the month's end, or of the day the report is read.
    is_covered : bool
        Whether the one-off repair covers it.
    is_displayed : bool
        False where a late month is hidden or deleted.
    """

    month: date
    reported_code: str = PAID
    reported_amount: float = 0.0
    is_covered: bool = False
    is_displayed: bool = True

    @property
    def is_late(self) -> bool:
        """Whether something was paid late or not at all in this month."""
        return self.reported_code != PAID

    @property
    def code(self) -> str:
        """The code a reader sees; a hidden or deleted one has become normal (F35)."""
        return self.reported_code if self.is_displayed else PAID

    @property
    def overdue_amount(self) -> float:
        """The overdue amount a reader sees, in yuan."""
        return self.reported_amount if self.is_displayed else 0.0


@dataclass(frozen=True)
class CreditRecord:
    """What a reader of the report saw of one overdue on one day.

    Attributes
    ----------
    as_of : date
    arrears : as known on that day
    months : the grid, oldest month first
    late_months : every late month so far, also those that have left the grid
    deleted_on : date, or None while unpaid or never late
        The last day of the record, so many years after the payment.
    hidden_from : date the one-off repair hides covered months, or None
    """

    as_of: date
    arrears: Arrears
    months: tuple[MonthRecord, ...]
    late_months: tuple[MonthRecord, ...]
    deleted_on: date | None
    hidden_from: date | None

    @property
    def status_code(self) -> str:
        """The code of the last month of the grid."""
        return self.months[-1].code

    @property
    def gone_from(self) -> date | None:
        """The first day without it: a period of years ends with its last day."""
        return day_after(self.deleted_on)

    @property
    def days_past_due(self) -> int:
        """Days the oldest unpaid payment is late; 0 once the arrears are paid."""
        unpaid = self.arrears.is_unpaid(self.as_of)
        return self.arrears.days_late(self.as_of) if unpaid else 0

    @property
    def days_late(self) -> int:
        """Days the arrears lasted, so far or until they were paid."""
        return self.arrears.days_late(self.as_of)

    @property
    def on_report(self) -> bool:
        """Whether any late month is displayed."""
        return any(month.is_displayed for month in self.late_months)

    @property
    def worst_code(self) -> str:
        """The worst code displayed, in the grid or before it."""
        codes = (month.code for month in self.late_months)
        return max(codes, key=severity, default=PAID)

    @property
    def covered_months(self) -> int:
        """How many late months the one-off repair covers."""
        return sum(month.is_covered for month in self.late_months)

    @property
    def state(
        self,
    ) -> Literal["not_overdue_yet", "paid_as_due", "overdue", "paid", "hidden", "gone"]:
        """How the overdue stands on that day."""
        if self.days_late == 0:
            return "paid_as_due" if self.arrears.cured_on else "not_overdue_yet"
        if self.arrears.cured_on is None:
            return "overdue"
        if self.gone_from is not None and self.gone_from <= self.as_of:
            return "gone"
        return "paid" if self.on_report else "hidden"


def credit_record(
    arrears: Arrears,
    *,
    kind: Literal["loan", "card"],
    as_of: date,
    grid_months: int,
    retention_years: int,
    status: StatusRule,
    one_off: OneOffRepair,
) -> CreditRecord:
    """Return what a reader of the report would have seen on a day.

    Parameters
    ----------
    arrears : dates; yuan
    kind : code
        A `loan` is coded by days past due, a `card` by minimums missed in a row: one
        for each monthly due date that passed while the arrears were unpaid.
    as_of : date
        The day the report is read.
    grid_months : months
        Length of the history, ending with the month of `as_of`.
    retention_years : years
        Kept from the day the arrears were paid (29 February counts to 28 February).
    status, one_off : the rules

    Returns
    -------
    CreditRecord

    Raises
    ------
    ModelError
        Where the grid has no month.

    Notes
    -----
    Sources: Regulation on the Credit Reporting Industry art. 16 (F24, F25), the codes
    (F27), the one-off repair (F33-F36). A month's code is the one at its end, or on
    `as_of`. Months before the due date count as paid as due: the account is taken to
    be open. Arrears paid before any month's end found them are `M` in that month.

    Examples
    --------
    Due on 15 January, paid on 10 March 2026, read in April:

    >>> never = date(2020, 1, 1)
    >>> found = credit_record(
    ...     Arrears(date(2026, 1, 15), 3_000, date(2026, 3, 10)),
    ...     kind="loan",
    ...     as_of=date(2026, 4, 1),
    ...     grid_months=5,
    ...     retention_years=5,
    ...     status=StatusRule(30, 7),
    ...     one_off=OneOffRepair(never, never, never, 0, never, never, never),
    ... )
    >>> [month.code for month in found.months], found.deleted_on.isoformat()
    (['N', '1', '2', 'N', 'N'], '2031-03-10')
    """
    if grid_months < 1:
        raise ModelError(f"grid_months is {grid_months}; a grid has at least one.")
    known = arrears.known_on(as_of)
    deleted_on = _deleted_on(known, retention_years)
    months = {
        month.month: _as_displayed(month, known, as_of, deleted_on, one_off)
        for month in _reported(known, kind, as_of, status)
    }
    late = tuple(month for month in months.values() if month.is_late)
    covered = any(month.is_covered for month in late)
    return CreditRecord(
        as_of,
        known,
        tuple(
            months.get(each.month, each)
            for each in _as_due(as_of.replace(day=1), grid_months)
        ),
        late,
        deleted_on,
        one_off.hidden_from(known.cured_on) if covered else None,
    )


@lru_cache
def _as_due(last: date, count: int) -> tuple[MonthRecord, ...]:
    """Return so many months up to the last one, each paid as due."""
    return tuple(MonthRecord(months_after(last, past)) for past in range(1 - count, 1))


def _deleted_on(arrears: Arrears, retention_years: int) -> date | None:
    if arrears.cured_on is None or arrears.cured_on == arrears.due_on:
        return None
    return last_day_kept(arrears.cured_on, retention_years)


def last_day_kept(cured_on: date, retention_years: int) -> date:
    """Return the last day of a record, so many years after the arrears were paid.

    Examples
    --------
    >>> last_day_kept(date(2024, 2, 29), 5).isoformat()
    '2029-02-28'
    """
    return months_after(cured_on, MONTHS_PER_YEAR * retention_years)


def _reported(
    arrears: Arrears, kind: str, as_of: date, status: StatusRule
) -> Iterator[MonthRecord]:
    """Yield what the lender reported for each month from the due month to `as_of`."""
    month = arrears.due_on.replace(day=1)
    found_late = False
    while month <= as_of:
        end = min(month_end(month), as_of)
        if arrears.is_unpaid(end):
            found_late = True
            code = (
                status.by_days(arrears.days_late(end))
                if kind == "loan"
                else status.by_missed_minimums(arrears.due_dates_missed(end))
            )
            yield MonthRecord(month, code, arrears.overdue(end))
        elif not found_late and arrears.days_late(end) > 0:
            found_late = True
            yield MonthRecord(month, PAID_LATE_IN_MONTH)
        else:
            yield MonthRecord(month)
        month = months_after(month, 1)


def _as_displayed(
    month: MonthRecord,
    arrears: Arrears,
    as_of: date,
    deleted_on: date | None,
    one_off: OneOffRepair,
) -> MonthRecord:
    """Return the month with what the one-off repair and the deletion make of it."""
    if not month.is_late:
        return month
    end = min(month_end(month.month), arrears.cured_on or as_of)
    covered = as_of >= one_off.announced_on and one_off.covers(
        month.month, overdue=arrears.overdue(end), repaid_on=arrears.cured_on
    )
    hidden_from = one_off.hidden_from(arrears.cured_on) if covered else None
    ends = (hidden_from, day_after(deleted_on))
    gone_from = [day for day in ends if day is not None]
    return replace(
        month,
        is_covered=covered,
        is_displayed=all(as_of < day for day in gone_from),
    )
