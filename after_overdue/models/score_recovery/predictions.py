"""What may be predicted of a score that comes back."""

from __future__ import annotations

from types import MappingProxyType

from after_overdue.cases.predictable import At, Ends, Predictable, Truth, Values
from after_overdue.cases.result import AnyResult
from after_overdue.figures.evidence import ARTICLE_ONLY

READINGS = ("schedule", "schedule_from_26")
"""The timetable can be read in two ways, and either counts as right."""
SHOWN = ("score_before", "points_lost")
LEAST_LOSS = 20
"""Points that are as high as most of the chart, however few were lost."""
TIMETABLE: Values = MappingProxyType({"readings": list(READINGS)})


def _back(_at: At, answer: AnyResult) -> Truth:
    return Truth(
        months=tuple(answer.summary[each]["back_in_month"] for each in READINGS)
    )


def _score(at: At, answer: AnyResult) -> Truth:
    month = at.values["chosen_month"]
    return Truth(numbers=tuple(answer.rows[each][month] for each in READINGS))


def _curve(_at: At, answer: AnyResult) -> Truth:
    return Truth(curves=tuple(tuple(answer.rows[each]) for each in READINGS))


def _horizon(at: At) -> Ends:
    return Ends(0, at.values["months"])


def _after_frozen(at: At) -> Ends:
    first = at.number("score_recovery.frozen_months") + 1
    return Ends(min(first, at.values["months"]), at.values["months"])


def _scores(at: At) -> Ends:
    return Ends(at.number("score_recovery.score_floor"), at.high["score_before"])


def _around(at: At) -> Ends:
    """Return the ends between which the way back is drawn, around the loss."""
    before, lost = at.values["score_before"], at.values["points_lost"]
    room = max(lost, LEAST_LOSS) / 4
    return Ends(max(_scores(at).low, before - lost - room), before + room)


PREDICTABLE = (
    Predictable(
        "month",
        "months",
        (*SHOWN, "target"),
        _back,
        "x",
        months=_horizon,
        may_be_none=True,
        fixed=TIMETABLE,
    ),
    Predictable(
        "number",
        "points",
        (*SHOWN, "chosen_month"),
        _score,
        "y",
        numbers=_scores,
        fixed=TIMETABLE,
        begins=("chosen_month",),
        zooms=False,
    ),
    Predictable(
        "point",
        "points",
        SHOWN,
        _curve,
        "point",
        months=_after_frozen,
        numbers=_scores,
        fixed=TIMETABLE,
    ),
    Predictable(
        "curve",
        "points",
        SHOWN,
        _curve,
        "curve",
        numbers=_around,
        fixed=TIMETABLE,
        dash=ARTICLE_ONLY.dash,
    ),
)
