"""Figures for score recovery: the readings, and the three clocks under them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.theme import Figure, layout

HEIGHT = 560
STEP = 40
ROWS = {"debt": 3, "score": 2, "record": 1}


@dataclass(frozen=True)
class ScoreView:
    """What one case of score recovery shows; plain numbers and ready words.

    Attributes
    ----------
    months : horizon
    score_before, score_after, target : points
    scores : points by reading, months 0 to `months`
    quantiles : points by ``p10``, ``p50``, ``p90``; empty where all is on time
    back : month by schedule reading, None where no date is promised
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
    back: Mapping[str, int | None]
    record_until: int
    late_month: int | None
    chosen_month: int | None
    dates: Sequence[str]


def recovery_figure(view: ScoreView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw every reading's score above the three clocks, on one time axis.

    Parameters
    ----------
    view : the case
    words : labels of axes, lines and clocks
    alt : the takeaway, for screen readers
    """
    months = view.months
    return {
        "data": [*_score_traces(view, words), *_clock_traces(view, words)],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="x unified",
            annotations=[*_score_labels(view, words), *_clock_labels(words)],
            shapes=_marks(view),
            xaxis={
                "range": [0, months],
                "anchor": "y2",
                "title": {"text": words["axis_months"], "standoff": 10},
                "tickvals": _ticks(months),
                "ticktext": [f"{m}<br>{view.dates[m]}" for m in _ticks(months)],
                "unifiedhovertitle": {"text": words["hover_month"]},
                "gridcolor": "@grid",
                "zeroline": False,
                "fixedrange": True,
            },
            yaxis={
                "domain": [0.36, 1],
                "range": score_range(view.score_before, _lowest(view)),
                "title": {"text": words["axis_score"], "standoff": 6},
                "gridcolor": "@grid",
                "zeroline": False,
                "fixedrange": True,
            },
            yaxis2={
                "domain": [0, 0.29],
                "range": [0.4, 4.1],
                "visible": False,
                "fixedrange": True,
            },
        ),
    }


def _lowest(view: ScoreView) -> int:
    return min([view.score_after, *(min(s) for s in view.quantiles.values())])


def _ticks(months: int) -> list[int]:
    step = 12 if months <= 48 else 24
    return list(range(0, months + 1, step))


def score_range(score_before: int, lowest: float) -> list[float]:
    """Return the ends of the score axis: whole steps, with room for the labels.

    The steps keep the axis still while a score moves within one of them.
    """
    height = STEP * max(math.ceil((score_before - lowest) / STEP), 1)
    return [score_before - 1.2 * height, score_before + 0.16 * height]


def _line(
    uid: str,
    words: Mapping[str, str],
    x: Sequence[int],
    y: Sequence[int],
    **more: Any,  # noqa: ANN401
) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "uid": uid,
        "name": words[uid],
        "x": x,
        "y": y,
        **more,
    }


def _score_traces(view: ScoreView, words: Mapping[str, str]) -> list[Figure]:
    """Return the traces of the upper panel, always the same ones in the same order."""
    axis = list(range(view.months + 1))
    ends, low, high = [0, view.months], view.score_after, view.score_before
    shown = view.scores.keys()
    hover = {"customdata": view.dates, "hovertemplate": words["hover_score"]}
    level = {"hovertemplate": words["hover_level"]}
    silent: dict[str, Any] = {"hoverinfo": "skip"}
    none: Sequence[int] = []
    return [
        {
            **_line(
                "re_evaluated", words, [*ends, *ends[::-1]], [low, low, high, high]
            ),
            "fill": "toself",
            "fillcolor": "@re-evaluated-soft",
            "line": {"width": 0},
            "visible": "re_evaluated" in shown,
            **silent,
        },
        _line(
            "not_for_now",
            words,
            axis,
            view.scores.get("not_for_now", none),
            line={"color": "@not-for-now", "width": 2, "dash": "dot"},
            visible="not_for_now" in shown,
            **level,
        ),
        _line(
            "restored",
            words,
            axis,
            view.scores.get("restored", none),
            line={"color": "@restored", "width": 2.5},
            visible="restored" in shown,
            **level,
        ),
        _line(
            "schedule_from_26",
            words,
            axis,
            view.scores.get("schedule_from_26", none),
            line={"color": "@schedule", "width": 1},
            visible="schedule_from_26" in shown,
            **hover,
        ),
        _line(
            "schedule",
            words,
            axis,
            view.scores.get("schedule", none),
            line={"color": "@schedule", "width": 3},
            fill="tonexty" if "schedule_from_26" in shown else "none",
            fillcolor="@schedule-soft",
            visible="schedule" in shown,
            **hover,
        ),
        *_quantile_traces(view, words, axis),
        {
            **_line("chosen", words, *_chosen(view)),
            "mode": "markers",
            "marker": {
                "size": 11,
                "color": "@text",
                "line": {"color": "@paper", "width": 2},
            },
            **silent,
        },
    ]


def _quantile_traces(
    view: ScoreView, words: Mapping[str, str], axis: list[int]
) -> list[Figure]:
    none: Sequence[int] = []
    look: dict[str, dict[str, Any]] = {
        "p90": {"line": {"width": 0}},
        "p10": {"line": {"width": 0}, "fill": "tonexty", "fillcolor": "@late-soft"},
        "p50": {"line": {"color": "@late", "width": 2, "dash": "dash"}},
    }
    return [
        _line(
            name,
            words,
            axis,
            view.quantiles.get(name, none),
            visible=bool(view.quantiles),
            hovertemplate=words["hover_quantile"],
            **style,
        )
        for name, style in look.items()
    ]


def _chosen(view: ScoreView) -> tuple[list[int], list[int]]:
    """Return where the markers of the chosen month stand, one a line."""
    month = view.chosen_month
    if month is None:
        return [], []
    scores = [each[month] for each in view.scores.values()]
    return [month] * len(scores), scores


def _clock_traces(view: ScoreView, words: Mapping[str, str]) -> list[Figure]:
    """Return the traces of the lower panel: debt, score, credit record."""
    months = view.months
    until = min(view.record_until, months)
    back = score_clock_end(view)
    return [
        {
            **_line("clock_debt", words, [0], [ROWS["debt"]]),
            "mode": "markers",
            "marker": {"size": 12, "color": "@text", "symbol": "diamond"},
            "yaxis": "y2",
            "cliponaxis": False,
            "hoverinfo": "skip",
        },
        _bar("clock_score", words, [0, months], ROWS["score"], "@re-evaluated-soft"),
        _bar("clock_schedule", words, [0, back], ROWS["score"], "@schedule"),
        _bar("clock_record", words, [0, until], ROWS["record"], "@record"),
    ]


def score_clock_end(view: ScoreView) -> int:
    """Return where the schedule's part of the score clock ends on the axis."""
    back = view.back.get("schedule", view.back.get("schedule_from_26"))
    return view.months if back is None else min(back, view.months)


def _bar(
    uid: str, words: Mapping[str, str], x: list[int], row: int, colour: str
) -> Figure:
    return {
        **_line(uid, words, x, [row, row]),
        "line": {"color": colour, "width": 11},
        "yaxis": "y2",
        "hoverinfo": "skip",
    }


def _label(name: str, text: str, x: float, y: float, **more: Any) -> Figure:  # noqa: ANN401
    return {
        "name": name,
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        **more,
    }


def _score_labels(view: ScoreView, words: Mapping[str, str]) -> list[Figure]:
    """Label each line where it has room."""
    shown, low, high = view.scores.keys(), view.score_after, view.score_before
    left = 0.02 * view.months
    schedule = view.scores.get("schedule") or view.scores.get("schedule_from_26")
    at = label_month(view.months)
    return [
        _label(
            "restored",
            words["restored"],
            left,
            high,
            font={"color": "@restored"},
            visible="restored" in shown,
        ),
        _label(
            "re_evaluated",
            words["re_evaluated_open"],
            left,
            high,
            font={"color": "@re-evaluated"},
            yanchor="top",
            visible="re_evaluated" in shown and high > low,
        ),
        _label(
            "not_for_now",
            words["not_for_now"],
            left,
            low,
            font={"color": "@not-for-now"},
            yanchor="top",
            visible="not_for_now" in shown,
        ),
        _label(
            "schedule",
            words["schedule"],
            at,
            schedule[at] if schedule else high,
            font={"color": "@schedule"},
            yanchor="top",
            yshift=-6,
            xshift=8,
            visible=bool(schedule),
        ),
    ]


def label_month(months: int) -> int:
    """Return the month at which the schedule's line carries its label."""
    return round(0.45 * months)


def _clock_labels(words: Mapping[str, str]) -> list[Figure]:
    """Write at each clock what it does and until when."""
    beside: dict[str, Any] = {"x": 0, "xshift": 14, "yanchor": "middle"}
    above: dict[str, Any] = {"x": 0, "yshift": 7}
    return [
        _label(
            clock,
            words[f"clock_{clock}"],
            y=row,
            yref="y2",
            **(beside if clock == "debt" else above),
        )
        for clock, row in ROWS.items()
    ]


def _marks(view: ScoreView) -> list[Figure]:
    """Return the lines that mark the target, the late payment and the chosen month."""
    upright = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    chosen, late = view.chosen_month, view.late_month
    return [
        {
            **upright,
            "name": "chosen",
            "x0": chosen or 0,
            "x1": chosen or 0,
            "line": {"color": "@quiet", "width": 1},
            "visible": chosen is not None,
        },
        {
            **upright,
            "x0": late or 0,
            "x1": late or 0,
            "line": {"color": "@late", "width": 1.5, "dash": "dot"},
            "visible": late is not None,
        },
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": view.target,
            "y1": view.target,
            "line": {"color": "@quiet", "width": 1, "dash": "dash"},
            "visible": view.target != view.score_before,
        },
    ]
