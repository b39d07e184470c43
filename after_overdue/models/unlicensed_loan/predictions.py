"""What may be predicted of borrowing to repay."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult
from after_overdue.models.unlicensed_loan.arithmetic import borrowing_to_repay


def _debt(_at: At, answer: AnyResult) -> Truth:
    return Truth(numbers=(answer.summary["after_12_months"],))


def _debts(at: At) -> Ends:
    most = borrowing_to_repay(
        at.values["asked"],
        rate_per_month=at.number("unlicensed_loan.lend_again_rate"),
        fee=at.high["lend_again_fee"],
        months=int(at.number("unlicensed_loan.lend_again_months")),
    )
    return Ends(0, float(most[-1]))


PREDICTABLE = (
    Predictable(
        "number",
        "yuan",
        ("received", "asked", "days", "lend_again_fee"),
        _debt,
        "y",
        numbers=_debts,
        relative=True,
    ),
)
