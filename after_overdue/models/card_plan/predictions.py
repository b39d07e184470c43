"""What may be predicted of a card debt that is paid off by a fixed sum."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult

SHOWN = ("debt", "pay_per_month", "rate_per_day")


def _gone(_at: At, answer: AnyResult) -> Truth:
    return Truth(months=(answer.summary["fixed"]["months"],))


def _owed(_at: At, answer: AnyResult) -> Truth:
    return Truth(curves=(tuple(answer.rows["fixed_owed"]),))


def _months(at: At) -> Ends:
    return Ends(1, at.number("prediction.highest_months"))


PREDICTABLE = (
    Predictable(
        "month",
        "months",
        SHOWN,
        _gone,
        "x",
        months=_months,
        may_be_none=True,
    ),
    Predictable("curve", "yuan", SHOWN, _owed, "curve", relative=True),
)
