"""What may be predicted of a credit record."""

from __future__ import annotations

from datetime import date
from typing import cast

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult
from after_overdue.models.credit_record.arrears import MONTHS_PER_YEAR


def months_between(first: date, last: date) -> int:
    """Return the calendar months from the month of one day to that of another.

    Examples
    --------
    >>> months_between(date(2026, 11, 25), date(2027, 1, 1))
    2
    """
    return MONTHS_PER_YEAR * (last.year - first.year) + last.month - first.month


def _deleted(_at: At, answer: AnyResult) -> Truth:
    said = answer.summary
    on = said["deleted_on"] or said["deleted_on_if_paid_as_planned"]
    due = cast("date", answer.inputs["due_on"])
    months = months_between(due, on) if on else None
    return Truth(months=(months,))


def _calendar(at: At) -> Ends:
    return Ends(0, at.number("prediction.highest_months"))


PREDICTABLE = (
    Predictable(
        "month",
        "months",
        ("due_on", "cured_on", "kind"),
        _deleted,
        "calendar",
        months=_calendar,
        may_be_none=True,
    ),
)
