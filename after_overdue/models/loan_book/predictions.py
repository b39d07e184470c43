"""What may be predicted of a loan book."""

from __future__ import annotations

from after_overdue.cases.predictable import (
    PERCENT,
    At,
    Ends,
    Predictable,
    Truth,
    Values,
    percent_of,
)
from after_overdue.cases.result import AnyResult

BOOK = ("weak_share", "stopped_by_review", "stopped_by_committee")
DESK = (*BOOK, "stopped_by_inspection", "months")
LATE = ("overdue_1", "overdue_2", "overdue_3", "overdue_4", "overdue_3_or_more")
"""The buckets of both tables that are overdue and not lost."""


def _shares(_at: At) -> Ends:
    return Ends(0, PERCENT)


def _late(_at: At, answer: AnyResult) -> Truth:
    """Return the share that is overdue, month by month."""
    worse = [answer.rows[each] for each in answer.rows if each in LATE]
    months = zip(*worse, strict=True)
    return Truth(curves=(tuple(PERCENT * sum(each) for each in months),))


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
    Predictable("curve", "percent", DESK, _late, "curve", divisor=_percent),
)
