"""The figure of score recovery: four readings above the credit record."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.evidence import ARTICLE_ONLY, UNKNOWN
from after_overdue.figures.marks import SILENT, hatching, label, line, upright
from after_overdue.figures.theme import Figure, layout
from after_overdue.models.score_recovery.readings import BACKED
from after_overdue.models.score_recovery.record_strip import record_label, record_trace

HEIGHT = 330
SCORES, RECORD = [0.2, 1], [0, 0.1]
"""Parts of the height: scores above, how long the record is kept below."""
ROOM, LABEL_ROOM, LABELS_ROOM, REGION_ROOM = 0.12, 0.07, 0.11, 0.2
"""Room above and below the lines, and what a label of one line, a label below that of
another, and the label of the region take, as shares of the axis."""
LEAST_HEIGHT = 40
"""Points that the axis shows at least."""
LABEL_PIXELS = 18
TICK_STEPS, LEAST_TICKS = (100, 50, 20, 10, 5), 3
YEAR, MOST_STEPS = 12, 4
"""Months from tick to tick are whole years; the dates of more would not fit a phone."""
LABEL_AT, LABEL_AT_END = 0.4, 0.98
"""Shares of the axis at which the schedule's line may carry its label."""
REGION_LABEL = {"font": {"color": "@score", "size": 17}, "bgcolor": "@paper"}
QUANTILE_LOOKS: Mapping[str, dict[str, Any]] = {
    "p90": {"line": {"width": 0}},
    "p10": {"line": {"width": 0}, "fill": "tonexty", "fillcolor": "@score-soft"},
    "p50": {"line": {"color": "@text", "width": 2, "dash": ARTICLE_ONLY.dash}},
}


@dataclass(frozen=True)
class ScoreView:
    """What one case of score recovery shows; plain numbers and ready words.

    Attributes
    ----------
    months : horizon
    score_before, score_after, target : points
    scores : points by reading, months 0 to `months`
    quantiles : points by ``p10``, ``p50``, ``p90``; empty where all is on time
    lowest : points
        The least that any position of the slider draws.
    scale : lowest and highest score there is
    record_until : month in which the credit record is deleted
    late_month, chosen_month : months, None where there is none
    dates : words for the months 0 to `months`
    """

    months: int
    score_before: int
    score_after: int
    target: int
    scores: Mapping[str, Sequence[int]]
    quantiles: Mapping[str, Sequence[int]]
    lowest: int
    scale: tuple[int, int]
    record_until: int
    late_month: int | None
    chosen_month: int | None
    dates: Sequence[str]


def recovery_figure(view: ScoreView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw every reading's score above the credit record, on one time axis.

    Parameters
    ----------
    view : the case
    words : labels of lines and of the record
    alt : the takeaway, for screen readers
    """
    still = {"zeroline": False, "fixedrange": True, "gridcolor": "@grid"}
    return {
        "data": [
            *_readings(view, words),
            *_quantiles(view, words),
            _chosen(view),
            record_trace(min(view.record_until, view.months), words),
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="x unified",
            margin={"l": 40, "r": 34, "t": 22, "b": 28},
            annotations=[*_labels(view, words), record_label(words)],
            shapes=_uprights(view),
            xaxis={**still, **_time_axis(view, words)},
            yaxis={
                **still,
                "domain": SCORES,
                "range": score_range(view),
                "tickvals": _score_ticks(view),
            },
            yaxis2={
                **still,
                "domain": RECORD,
                "range": [0, 1],
                "visible": False,
            },
        ),
    }


def _time_axis(view: ScoreView, words: Mapping[str, str]) -> dict[str, Any]:
    years = view.months // (YEAR * MOST_STEPS) + 1
    ticks = list(range(0, view.months + 1, YEAR * years))
    return {
        "range": [0, view.months],
        "anchor": "y2",
        "showgrid": False,
        "tickvals": ticks,
        "ticktext": [view.dates[month] for month in ticks],
        "ticklabeloverflow": "allow",
        "unifiedhovertitle": {"text": words["hover_month"]},
    }


def score_range(view: ScoreView) -> list[float]:
    """Return the ends of the score axis, which stays still while the slider moves.

    It holds all that any position draws, with room for labels; no score lies below the
    floor, so the axis does not either.
    """
    low = min(view.lowest, view.target)
    high = max(view.score_before, view.target)
    room = ROOM * max(high - low, LEAST_HEIGHT)
    return [max(low - room, view.scale[0]), high + room]


def _score_ticks(view: ScoreView) -> list[int]:
    """Return whole scores to write on the axis; none lies outside the scale."""
    ends = score_range(view)
    low, high = math.ceil(ends[0]), math.floor(min(ends[1], view.scale[1]))
    ticks = [list(range(-(-low // step) * step, high + 1, step)) for step in TICK_STEPS]
    return next((each for each in ticks if len(each) >= LEAST_TICKS), ticks[-1])


def level_label(
    name: str, after: int, before: int, ends: Sequence[float]
) -> dict[str, Any]:
    """Return where the label of the level after the loss, or of the region, stands.

    Parameters
    ----------
    name : `not_for_now`, below its line or, at the foot of the axis, above it; or
        `re_evaluated`, inside its region where that is high enough
    after, before : points
    ends : points
        Of the axis.
    """
    label_height = LABEL_ROOM * (ends[1] - ends[0])
    if name == "re_evaluated":
        room = REGION_ROOM * (ends[1] - ends[0])
        return {"visible": bool(before - after > room), "y": (int(after) + before) / 2}
    below = after - ends[0] >= label_height
    crowded = not below and before - after < label_height
    return {
        "y": int(after),
        "yanchor": "top" if below else "bottom",
        "yshift": LABEL_PIXELS if crowded else 0,
    }


def schedule_label(
    schedule: Sequence[int], before: int, ends: Sequence[float]
) -> dict[str, int]:
    """Return where the label of the schedule's line stands, whose points are by month.

    Near the score before, which has its own label, it is at the end of the line.
    """
    last = len(schedule) - 1
    month, room = round(LABEL_AT * last), LABELS_ROOM * (ends[1] - ends[0])
    if before - schedule[month] < room:
        month = round(LABEL_AT_END * last)
    return {"x": month, "y": int(schedule[month])}


def _readings(view: ScoreView, words: Mapping[str, str]) -> list[Figure]:
    """Return one mark a reading, always the same ones in the same order."""
    both = "schedule_from_26" in view.scores
    dated = {"customdata": view.dates, "hovertemplate": words["hover_score"]}
    level = {"hovertemplate": words["hover_level"]}
    between = {"fill": "tonexty" if both else "none", "fillcolor": "@score-soft"}
    looks: dict[str, dict[str, Any]] = {
        "not_for_now": {"line": _look("not_for_now"), **level},
        "restored": {"line": _look("restored"), **level},
        "schedule_from_26": {"line": _look("schedule_from_26", 1), **dated},
        "schedule": {"line": _look("schedule"), **between, **dated},
    }
    axis = list(range(view.months + 1))
    lines = [
        line(
            uid,
            words[uid],
            axis,
            view.scores.get(uid, ()),
            visible=uid in view.scores,
            **look,
        )
        for uid, look in looks.items()
    ]
    return [_region(view, words), *lines]


def _region(view: ScoreView, words: Mapping[str, str]) -> Figure:
    """Return the field in which a score that is worked out anew may lie."""
    ends, low, high = [0, view.months], view.score_after, view.score_before
    return line(
        "re_evaluated",
        words["re_evaluated"],
        [*ends, *ends[::-1]],
        [low, low, high, high],
        fill="toself",
        fillcolor="rgba(0,0,0,0)",
        fillpattern=hatching("@score"),
        line={"width": 1, "color": "@score", "dash": UNKNOWN.dash},
        visible="re_evaluated" in view.scores,
        **SILENT,
    )


def _look(reading: str, width: float = 2.5) -> dict[str, Any]:
    """Return the line of a reading: all of one weight, as none has more behind it."""
    return {"color": "@score", "width": width, "dash": BACKED[reading].dash}


def _quantiles(view: ScoreView, words: Mapping[str, str]) -> list[Figure]:
    axis = list(range(view.months + 1))
    return [
        line(
            name,
            words[name],
            axis,
            view.quantiles.get(name, ()),
            visible=bool(view.quantiles),
            hovertemplate=words["hover_quantile"],
            **look,
        )
        for name, look in QUANTILE_LOOKS.items()
    ]


def _chosen(view: ScoreView) -> Figure:
    """Return the markers of the chosen month, one a line."""
    month = view.chosen_month
    lines = [each for name, each in view.scores.items() if name != "re_evaluated"]
    scores = [] if month is None else [each[month] for each in lines]
    marker = {"size": 11, "color": "@text", "line": {"color": "@paper", "width": 2}}
    placed = line("chosen", "", [month or 0] * len(scores), scores, **SILENT)
    return {**placed, "mode": "markers", "marker": marker}


def _labels(view: ScoreView, words: Mapping[str, str]) -> list[Figure]:
    """Label each line where it has room."""
    shown, low, high = view.scores, view.score_after, view.score_before
    left = 0.02 * view.months
    schedule = shown.get("schedule") or shown.get("schedule_from_26")
    beside: dict[str, Any] = {"xanchor": "right", "yshift": 4, "xshift": -4}
    ends = score_range(view)
    region = level_label("re_evaluated", low, high, ends)
    middle = {"xanchor": "right", "yanchor": "middle", "align": "right"}
    return [
        label("restored", words["restored"], left, high, font={"color": "@score"})
        | {"visible": "restored" in shown},
        label("re_evaluated", words["re_evaluated_open"], 0.98 * view.months, 0)
        | {**REGION_LABEL, **middle, **region}
        | {"visible": "re_evaluated" in shown and region["visible"]},
        label("not_for_now", words["not_for_now"], left, low, font={"color": "@score"})
        | level_label("not_for_now", low, high, ends)
        | {"visible": "not_for_now" in shown},
        label("schedule", words["schedule"], left, high)
        | {"font": {"color": "@score"}, "bgcolor": "@paper", **beside}
        | (schedule_label(schedule, high, ends) if schedule else {})
        | {"visible": bool(schedule)},
    ]


def _uprights(view: ScoreView) -> list[Figure]:
    """Return the lines of the chosen month, the late payment and the target."""
    across = {"xref": "paper", "x0": 0, "x1": 1, "y0": view.target, "y1": view.target}
    target = {
        "type": "line",
        "name": "target",
        "line": {"color": "@quiet", "width": 1},
        "visible": view.target != view.score_before,
    }
    return [
        upright("chosen", view.chosen_month, color="@quiet", width=1),
        upright("late", view.late_month, color="@debt", width=1.5),
        {**target, **across},
    ]
