"""What may be predicted of several debts: when all of them are gone."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult


def _gone(_at: At, answer: AnyResult) -> Truth:
    return Truth(months=(answer.summary["dearest_first"]["months"],))


def _months(at: At) -> Ends:
    return Ends(1, at.number("prediction.highest_months"))


PREDICTABLE = (
    Predictable(
        "month",
        "months",
        ("debts", "budget"),
        _gone,
        "x",
        months=_months,
        may_be_none=True,
    ),
)
