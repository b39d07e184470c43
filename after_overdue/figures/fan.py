"""A fan: the curves that a room drew, how they spread, their middle, and the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from after_overdue.figures.guesses import still_copy
from after_overdue.figures.marks import SILENT, label, line
from after_overdue.figures.theme import Figure

MOST_LINES = 60
"""Curves that are drawn one by one; more of them are their bands alone."""
LEAST_SPREAD = 4
"""Curves of which a fan can be told."""
ABOVE = 26
"""Pixels above the chart, for the line that explains the bands."""
BELOW = {True: 50, False: 30}
"""Pixels below the chart, with the axis named and without."""
INNER, BEFORE_AT = (2, 3), -2
"""Points at one of which the model is named, and the one for the middle before."""
EDGE = 0.12
"""Share of the axis, at each end, beyond which no name fits."""
COLOURS = {"middle": "@guess", "before": "@quiet", "model": "@text"}
Row = Sequence[float]


@dataclass(frozen=True)
class Fan:
    """What a room drew, in the units of the axes.

    Attributes
    ----------
    months : of the start and of each point
    curves : values there, a row for each curve
    edges : of the bands, lower and upper row in turn, the outermost band first
    middle : the median there; None where nobody drew
    before : the median of the same room earlier
    models : values in each month from 0; none while the model is not shown
    dash : of the model's line
    ends, ticks : of the axis of the values
    """

    months: Sequence[int]
    curves: Sequence[Row]
    edges: Sequence[Row]
    middle: Row | None
    before: Row | None
    models: Sequence[Row]
    dash: str | None
    ends: Row
    ticks: Sequence[float]


def fan_figure(
    figure: Figure, fan: Fan, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Return the axes of a model's figure with a fan on them.

    Parameters
    ----------
    figure : of the model, whose lines are left out
    words : `middle`, `before` and `model` name the lines, `bands` the bands
    alt : the takeaway, for screen readers
    """
    drawn = still_copy(figure, keeps_chosen=False)
    layout = drawn["layout"]
    drawn["data"] = [*_bands(fan), *_each(fan), *_lines(fan, words)]
    layout["shapes"], layout["annotations"] = [], list(_labels(fan, words))
    layout["yaxis"] |= {"range": list(fan.ends), "tickvals": list(fan.ticks)}
    below = BELOW["title" in layout["xaxis"]]
    layout["margin"] = {**layout["margin"], "t": ABOVE, "b": below}
    layout["hovermode"] = False
    layout["meta"] = {"alt": alt}
    return drawn


def _spreads(fan: Fan) -> bool:
    return len(fan.curves) >= LEAST_SPREAD


def _bands(fan: Fan) -> Iterator[Figure]:
    """Yield the bands, which darken towards the middle as they lie on one another."""
    pairs = zip(fan.edges[::2], fan.edges[1::2], strict=True) if _spreads(fan) else ()
    around = [*fan.months, *reversed(fan.months)]
    for at, (low, high) in enumerate(pairs):
        band = line(f"band_{at}", "", around, [*low, *reversed(high)], **SILENT)
        look = {"fill": "toself", "fillcolor": "@guess-band", "line": {"width": 0}}
        yield {**band, **look}


def _each(fan: Fan) -> Iterator[Figure]:
    """Yield the curves themselves as one thin line with gaps."""
    if len(fan.curves) > MOST_LINES:
        return
    along = [[*fan.months, None] for _ in fan.curves]
    rows = [[*each, None] for each in fan.curves]
    x, y = (list(chain.from_iterable(each)) for each in (along, rows))
    yield line("each", "", x, y, line={"width": 1, "color": "@guess-soft"}, **SILENT)  # type: ignore[arg-type]  # a gap is None


def _lines(fan: Fan, words: Mapping[str, str]) -> Iterator[Figure]:
    """Yield the middle of the room, then and now, and the model on top."""
    if fan.before:
        look = {"color": "@quiet", "width": 3, "dash": "dash"}
        before = list(fan.before)
        yield line("before", words["before"], fan.months, before, line=look, **SILENT)
    if fan.middle:
        dots = {"size": 9, "color": "@guess", "line": {"color": "@paper", "width": 1.5}}
        look = {"color": "@guess", "width": 4}
        middle = list(fan.middle)
        drawn = line("guesses", words["middle"], fan.months, middle, line=look)
        marks = {"mode": "lines+markers", "marker": dots, "cliponaxis": False}
        yield {**drawn, **marks, **SILENT}
    for at, row in enumerate(fan.models):
        look = {"color": "@text", "width": 1.5 if at else 4, "dash": fan.dash}
        along = list(range(len(row)))
        yield line(f"truth_{at}", words["model"], along, row, line=look, **SILENT)


def _labels(fan: Fan, words: Mapping[str, str]) -> Iterator[Figure]:
    """Yield the name of each line, off the others, and what the bands are."""
    if _spreads(fan):
        above = {"xref": "paper", "yref": "paper", "font": {"color": "@quiet"}}
        yield label("bands", words["bands"], 0, 1.005) | above
    model = _at_points(fan, fan.models[0]) if fan.models else None
    if fan.before:
        other = fan.middle or model
        yield _named(fan, "before", words, fan.before, other, at=BEFORE_AT)
    if fan.middle:
        yield _named(fan, "middle", words, fan.middle, model, at=-1)
    if model:
        at = max(INNER, key=lambda each: abs(model[each] - (fan.middle or model)[each]))
        yield _named(fan, "model", words, model, fan.middle, at=at)


def _at_points(fan: Fan, model: Row) -> list[float]:
    return [model[month] for month in fan.months]


def _named(
    fan: Fan,
    name: str,
    words: Mapping[str, str],
    row: Row,
    other: Row | None,
    *,
    at: int,
) -> Figure:
    """Return the name of a line at one of its points, away from another line.

    It stands on the line's other side where it would leave the chart.
    """
    low, high = fan.ends
    share = (row[at] - low) / (high - low)
    under = other is not None and row[at] < other[at]
    under = share > EDGE and (under or share > 1 - EDGE)
    rises = row[-1] > row[0]
    place: dict[str, Any] = {
        "xanchor": "right" if at == -1 or rises != under else "left",
        "yanchor": "top" if under else "bottom",
        "yshift": -7 if under else 7,
    }
    look = {"font": {"color": COLOURS[name]}, "bgcolor": "@paper"}
    return label(name, words[name], fan.months[at], row[at]) | place | look
