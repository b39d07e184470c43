"""A slope: each one's distance to the model before and after, and their middle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from after_overdue.figures.guess_strip import nice
from after_overdue.figures.marks import SILENT, label, line
from after_overdue.figures.theme import Figure, layout

HEIGHT = 340
MOST_LINES = 60
"""People that are a line each; more of them are their middle alone."""
TICKS, ABOVE = 4, 1.08
SIDES, ENDS = (0, 1), [-0.28, 1.28]
"""Where before and after stand; that axis leaves room for numbers above them."""
COLOURS = {"closer": "@guess-soft", "farther": "@owed"}
Pair = tuple[float, float]


@dataclass(frozen=True)
class Slope:
    """What a room learned.

    Attributes
    ----------
    pairs : distance of each to the model, before and after
    medians : of both
    intervals : ends of the interval of each median; none where nothing is sure
    said : both medians in words
    """

    pairs: Sequence[Pair]
    medians: Pair
    intervals: Sequence[Pair]
    said: tuple[str, str]


def slope_figure(slope: Slope, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw the distances; the lower, the nearer to the model.

    Parameters
    ----------
    words : `before`, `after` and `on_model` on the axes, `distance` above them
    alt : the takeaway, for screen readers
    """
    top = ABOVE * max(max(chain(*slope.pairs)), 1e-9)
    step = nice(top / TICKS)
    still = {"fixedrange": True, "zeroline": False}
    return {
        "data": [*_each(slope), *_intervals(slope), _middle(slope, words)],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode=False,
            margin={"l": 8, "r": 8, "t": 26, "b": 30},
            annotations=list(_labels(slope, words)),
            shapes=[_floor()],
            xaxis={
                **still,
                "range": ENDS,
                "showgrid": False,
                "tickvals": list(SIDES),
                "ticktext": [words["before"], words["after"]],
            },
            yaxis={
                **still,
                "range": [0, top],
                "gridcolor": "@grid",
                "tickvals": [step * at for at in range(1, TICKS + 1)],
                "ticktext": [""] * TICKS,
            },
        ),
    }


def _each(slope: Slope) -> Iterator[Figure]:
    """Yield those who came closer, and those who did not, as thin lines."""
    if len(slope.pairs) > MOST_LINES:
        return
    for uid, nearer in (("farther", False), ("closer", True)):
        rows = [each for each in slope.pairs if (each[1] < each[0]) is nearer]
        x = [at for _ in rows for at in (*SIDES, None)]
        y = [at for each in rows for at in (*each, None)]
        look = {"width": 1.5, "color": COLOURS[uid]}
        yield line(uid, "", x, y, line=look, **SILENT)  # type: ignore[arg-type]  # a gap is None


def _intervals(slope: Slope) -> Iterator[Figure]:
    for side, ends in zip(SIDES, slope.intervals, strict=False):
        look = {"width": 12, "color": "@guess-soft"}
        yield line(f"interval_{side}", "", [side, side], ends, line=look, **SILENT)


def _middle(slope: Slope, words: Mapping[str, str]) -> Figure:
    dots = {"size": 12, "color": "@guess", "line": {"color": "@paper", "width": 2}}
    look = {"color": "@guess", "width": 5}
    drawn = line("guesses", words["middle"], SIDES, slope.medians, line=look, **SILENT)
    return {**drawn, "mode": "lines+markers", "marker": dots, "cliponaxis": False}


def _floor() -> Figure:
    ends = {"x0": 0, "x1": 1, "xref": "paper", "y0": 0, "y1": 0}
    return {
        "type": "line",
        "name": "model",
        **ends,
        "line": {"color": "@text", "width": 3},
    }


def _labels(slope: Slope, words: Mapping[str, str]) -> Iterator[Figure]:
    """Yield what is measured, where the model is, and both medians above them."""
    above: dict[str, Any] = {"xref": "paper", "yref": "paper"}
    quiet = {"font": {"color": "@quiet"}}
    yield label("distance", words["distance"], 0, 1.005) | above | quiet
    place = {"xref": "paper", "xanchor": "center", "yshift": 3, "bgcolor": "@paper"}
    yield label("model", words["on_model"], 0.5, 0) | place
    beside = {"xanchor": "center", "yshift": 10, "bgcolor": "@paper"}
    ink = {"font": {"color": "@guess", "size": 16}}
    for side in SIDES:
        yield (
            label(f"median_{side}", slope.said[side], side, slope.medians[side])
            | beside
            | ink
        )
