"""What may be predicted of a true cost."""

from __future__ import annotations

from after_overdue.cases.predictable import (
    PERCENT,
    At,
    Ends,
    Held,
    Predictable,
    percent_of,
)
from after_overdue.models.apr.arithmetic import MONTHS_PER_YEAR


def _rates(at: At) -> Ends:
    return Ends(0, PERCENT * at.number("prediction.highest_rate"))


def _monthly(_held: Held) -> float:
    return MONTHS_PER_YEAR * PERCENT


PREDICTABLE = (
    Predictable(
        "number",
        "percent",
        ("amount", "months", "monthly_fee", "fees"),
        percent_of("apr"),
        "y",
        numbers=_rates,
        divisor=_monthly,
        keeps_cursor=False,
    ),
)
