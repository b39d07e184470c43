"""What may be predicted of limitation: after how many years the time to sue ends."""

from __future__ import annotations

from after_overdue.cases.predictable import At, Ends, Predictable, Truth
from after_overdue.cases.result import AnyResult
from after_overdue.models.limitation.chart import years_between


def _years(at: At, answer: AnyResult) -> Truth:
    end = answer.summary["ends_on"]
    return Truth(numbers=(years_between(at.values["due_on"], end),))


def _longest(at: At) -> Ends:
    return Ends(0, at.number("limitation_rule.longest"))


PREDICTABLE = (
    Predictable("number", "years", ("due_on", "events"), _years, "x", numbers=_longest),
)
