"""What may be predicted of the credit that a time lag makes."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Held, Predictable, Truth
from after_overdue.cases.result import AnyResult


def _credit(_at: At, answer: AnyResult) -> Truth:
    return Truth(numbers=(abs(answer.summary["credit_value_days"]),))


def _credits(at: At) -> Ends:
    return Ends(0, at.high["lag_days"] * at.held["amount"])


def _days(held: Held) -> float:
    amount: float = held["amount"]
    return -amount if held["lag_days"] < 0 else amount


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
