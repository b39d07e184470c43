"""Guesses: what a room predicted, drawn on the model's own chart.

Guesses of one number lie in a strip beside the chart, counted along its axis, so that
three and a thousand of them are read alike. Guesses of a point lie on the chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from after_overdue.figures.guess_strip import (
    LEAST_COUNT,
    MOST_DOTS,
    Bar,
    bar_strip,
    bars_of,
    dot_strip,
)
from after_overdue.figures.marks import label
from after_overdue.figures.theme import Figure

CHART = {"x": 0.74, "y": 0.66}
ALONE = {"x": 0.86, "y": 0.7}
"""Share of the height, or of the width, that is left to the chart: of a room, alone."""
GAP = 0.04
ROOM = {"x": 2.1, "y": 2.4}
"""Length of the strip in longest bars: its labels stand beyond them."""
ROW = 19
"""Pixels from one label above the bars to the next."""
HEIGHT, FOOT = 440, 66
"""Pixels of a chart that stands alone, and of what is below its axis."""
BELOW = ("moves", "rolls", "cures", "caps", "note", "owed")
"""Words of the loan book and of true cost that stand below their charts."""
ZOOMED_BELOW = 0.5
"""Share of the axis below which most of a room is looked at more closely."""
OUTER = (0.1, 0.9)
"""The axis grows until the middle of the room, between these quantiles, is on it."""
DOTTED, DOTTED_ROOM = 0.46, 1.06
"""The chart's share beside dots, and the length of their strip in tallest piles."""


@dataclass(frozen=True)
class Line:
    """A value that is marked across the chart, with its words."""

    at: float
    text: str


@dataclass(frozen=True)
class Guesses:
    """What the room guessed along one axis of a chart.

    Attributes
    ----------
    axis : the axis of the chart that the guesses lie on
    values : in the unit of that axis
    right : for each of them, whether it is right
    step : least distance between two guesses, in the unit of the axis; 0 if any
    median, truth : marked where there is one
    zooms : whether the axis shrinks to the guesses, where they lie close together
    keeps_chosen : whether the place looked at in detail is where the guesses belong
    chart : share of the height, or of the width, that is left to the chart
    counted : False for one guess alone, which its line shows: the strip has its label
    dotted : whether each guess is a dot of its own, up to `MOST_DOTS` of them; then
        median and truth have no label, for they stand beside the chart
    """

    axis: Literal["x", "y"]
    values: Sequence[float]
    right: Sequence[bool]
    step: float
    median: Line | None = None
    truth: Line | None = None
    zooms: bool = False
    keeps_chosen: bool = False
    chart: float | None = None
    counted: bool = True
    dotted: bool = False


def guesses_figure(
    figure: Figure, guesses: Guesses, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Return a model's figure with the room's guesses in a strip beside it.

    Parameters
    ----------
    figure : of the model, at the settings of the prediction
    guesses : along one of its axes
    words : `guesses` names the strip, `hover` tells a bar of it
    alt : the takeaway, for screen readers
    """
    drawn = still_copy(figure, keeps_chosen=guesses.keeps_chosen)
    layout = drawn["layout"]
    along = layout[f"{guesses.axis}axis"]
    along["range"] = grown_range(along["range"], guesses)
    bars = _counted(guesses, along["range"]) if guesses.counted else []
    dots = guesses.dotted and len(guesses.values) <= MOST_DOTS
    strip = dot_strip if dots else bar_strip
    drawn["data"] = [*drawn["data"], *strip(guesses.axis, bars, words)]
    _make_room(layout, guesses, max((each.count for each in bars), default=0))
    layout["shapes"] = [*layout["shapes"], *_lines(guesses)]
    if not guesses.dotted:
        labels = _labels(guesses, along["range"])
        layout["annotations"] = [*layout["annotations"], *labels]
    layout["meta"] = {"alt": alt}
    return drawn


def still_copy(figure: Figure, *, keeps_chosen: bool) -> Figure:
    """Return a copy of the chart alone to draw on.

    Parameters
    ----------
    keeps_chosen : whether the place looked at in detail stays
    """
    drawn = deepcopy(figure)
    for each in (*drawn["data"], *drawn["layout"]["shapes"]):
        if "chosen" in (each.get("uid"), each.get("name")) and not keeps_chosen:
            each["visible"] = False
    drawn["layout"]["hovermode"] = "closest"
    if "yaxis2" in drawn["layout"]:
        _leave_below(drawn)
    return drawn


def _leave_below(drawn: Figure) -> None:
    """Leave out what stands below the chart, and give its room to the chart."""
    layout = drawn["layout"]
    drawn["data"] = [each for each in drawn["data"] if each.get("yaxis") != "y2"]
    for name in ("shapes", "annotations"):
        layout[name] = [
            each
            for each in layout[name]
            if "y2" not in (each.get("yref"), each.get("xref", "").replace("x", "y"))
            and each.get("name") not in BELOW
        ]
    for shape in layout["shapes"]:
        if shape.get("yref") == "paper":
            shape["y0"] = 0
    del layout["yaxis2"]
    layout.pop("xaxis2", None)
    layout["yaxis"]["domain"] = [0, 1]
    layout["xaxis"]["anchor"] = "y"
    layout["margin"] = {**layout["margin"], "b": FOOT}
    layout["height"] = HEIGHT


def grown_range(ends: Sequence[float], guesses: Guesses) -> list[float]:
    """Return the ends of the axis, with room for most guesses and for the truth."""
    marked = [each.at for each in (guesses.median, guesses.truth) if each]
    middle = np.quantile(guesses.values, OUTER).tolist() if guesses.values else []
    shown = [*middle, *marked]
    low, high = min([*ends, *shown]), max([*ends, *shown])
    if guesses.zooms and 0 < max(shown, default=0) < ZOOMED_BELOW * ends[1]:
        low, high = min(ends[0], 0, *shown), 1.5 * max(shown)
        return [max(low, -0.1 * high), high]
    room = 0.05 * (high - low)
    return [
        low if low == ends[0] else low - room,
        high if high == ends[1] else high + room,
    ]


def _counted(guesses: Guesses, ends: Sequence[float]) -> list[Bar]:
    return bars_of(
        guesses.values,
        guesses.right,
        ends,
        step=guesses.step,
        dotted=guesses.dotted,
    )


def _make_room(layout: dict[str, Any], guesses: Guesses, most: int) -> None:
    """Shrink the chart along the other axis and put the strip's axis beside it."""
    axis = guesses.axis
    other = "y" if axis == "x" else "x"
    low, high = layout[f"{other}axis"].get("domain", (0, 1))
    usual = DOTTED if guesses.dotted else (CHART if guesses.counted else ALONE)[axis]
    share = guesses.chart or usual
    end = low + share * (high - low)
    layout[f"{other}axis"]["domain"] = [low, end]
    top = max(most, LEAST_COUNT)
    layout[f"{other}axis9"] = {
        "domain": [end + GAP * (high - low), high],
        "range": [0, (DOTTED_ROOM if guesses.dotted else ROOM[axis]) * top],
        "anchor": axis,
        "fixedrange": True,
        "zeroline": True,
        "zerolinecolor": "@quiet",
        "showgrid": False,
        "tickvals": [0, top],
        "ticktext": ["0", f"{top:,}"],
        "visible": guesses.counted,
    }


def _lines(guesses: Guesses) -> Iterable[Figure]:
    marks: tuple[tuple[str, Line | None, str], ...] = (
        ("median", guesses.median, "@guess"),
        ("truth", guesses.truth, "@text"),
    )
    other = "y" if guesses.axis == "x" else "x"
    for name, marked, colour in marks:
        if marked:
            yield {
                "type": "line",
                "name": name,
                f"{guesses.axis}0": marked.at,
                f"{guesses.axis}1": marked.at,
                f"{other}ref": "paper",
                f"{other}0": 0,
                f"{other}1": 1,
                "line": {
                    "color": colour,
                    "width": 2,
                    "dash": "dash" if name == "median" else "dot",
                },
            }


def _labels(guesses: Guesses, ends: Sequence[float]) -> list[Figure]:
    """Label median and truth beyond the bars, so that neither hides the other."""
    marked = {"median": (guesses.median, "@guess"), "truth": (guesses.truth, "@text")}
    shown = {name: (line, ink) for name, (line, ink) in marked.items() if line}
    if guesses.axis == "x":
        return [
            _above(name, line, ink, row, ends)
            for row, (name, (line, ink)) in enumerate(shown.items())
        ]
    order = sorted(shown, key=lambda name: shown[name][0].at)
    return [
        _beside(name, line, ink, lower=name == order[0])
        for name, (line, ink) in shown.items()
    ]


def _above(
    name: str, marked: Line, colour: str, row: int, ends: Sequence[float]
) -> Figure:
    """Label a month above the bars, on the side where there is more room."""
    left = marked.at < sum(ends) / 2
    side = {"xanchor": "left" if left else "right", "yanchor": "top"}
    place = {"yref": "paper", "xshift": 5 if left else -5, "yshift": -ROW * row}
    return label(name, marked.text, marked.at, 1) | side | place | _ink(colour)


def _beside(name: str, marked: Line, colour: str, *, lower: bool) -> Figure:
    """Label a number at the far end of the strip, off the other label's side."""
    side = {"xanchor": "right", "yanchor": "top" if lower else "bottom"}
    place = {"xref": "paper", "yshift": -3 if lower else 3}
    return label(name, marked.text, 1, marked.at) | side | place | _ink(colour)


def _ink(colour: str) -> Figure:
    return {"font": {"color": colour}, "bgcolor": "@paper"}
