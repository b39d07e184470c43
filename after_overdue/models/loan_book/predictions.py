"""What may be predicted of a loan book."""

from __future__ import annotations

from after_overdue.cases.predictable import (
    PERCENT,
    At,
    Ends,
    Predictable,
    Values,
    percent_of,
)

BOOK = ("weak_share", "stopped_by_review", "stopped_by_committee")
DESK = (*BOOK, "stopped_by_inspection", "months")


def _shares(_at: At) -> Ends:
    return Ends(0, PERCENT)


def _percent(_values: Values) -> float:
    return PERCENT


PREDICTABLE = (
    Predictable(
        "number",
        "percent",
        DESK,
        percent_of("overdue_share"),
        "y",
        numbers=_shares,
        divisor=_percent,
    ),
)
