"""What may be predicted of a card debt: when a fixed payment has paid it off."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult


def _gone(_at: At, answer: AnyResult) -> Truth:
    return Truth(months=(answer.summary["fixed"]["months"],))


def _months(at: At) -> Ends:
    return Ends(1, at.number("prediction.highest_months"))


PREDICTABLE = (
    Predictable(
        "month",
        "months",
        ("debt", "pay_per_month", "rate_per_day"),
        _gone,
        "x",
        months=_months,
        may_be_none=True,
    ),
)
