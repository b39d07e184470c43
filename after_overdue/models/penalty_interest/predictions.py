"""What may be predicted of penalty interest."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult

CARD_CHARGES = ("card_interest", "card_late_fees")
LOAN_CHARGES = ("penalty", "compound_interest")


def _cost(at: At, answer: AnyResult) -> Truth:
    parts = CARD_CHARGES if at.values["kind"] == "card" else LOAN_CHARGES
    return Truth(numbers=(round(sum(answer.summary[part] for part in parts), 2),))


def _principal(at: At) -> Ends:
    return Ends(0, at.high["principal"])


PREDICTABLE = (
    Predictable(
        "number",
        "yuan",
        ("kind", "principal", "rate", "uplift", "days"),
        _cost,
        "y",
        numbers=_principal,
        relative=True,
    ),
)
