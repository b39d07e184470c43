"""What may be predicted of the credit that a time lag makes."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth, Values
from after_overdue.cases.result import AnyResult


def _credit(_at: At, answer: AnyResult) -> Truth:
    return Truth(numbers=(abs(answer.summary["credit_value_days"]),))


def _credits(at: At) -> Ends:
    return Ends(0, at.high["lag_days"] * at.values["amount"])


def _days(values: Values) -> float:
    amount: float = values["amount"]
    return amount


PREDICTABLE = (
    Predictable(
        "number",
        "yuan-days",
        ("amount", "lag_days"),
        _credit,
        "x",
        numbers=_credits,
        relative=True,
        divisor=_days,
    ),
)
