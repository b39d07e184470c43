"""What may be predicted of a true cost."""

from __future__ import annotations

from after_overdue.cases.predictable import (
    PERCENT,
    At,
    Ends,
    Predictable,
    Values,
    percent_of,
)


def _rates(at: At) -> Ends:
    return Ends(0, PERCENT * at.number("prediction.highest_rate"))


def _percent(_values: Values) -> float:
    return PERCENT


PREDICTABLE = (
    Predictable(
        "number",
        "percent",
        ("amount", "months", "monthly_fee", "fees"),
        percent_of("apr"),
        "x",
        numbers=_rates,
        divisor=_percent,
        keeps_cursor=False,
    ),
)
