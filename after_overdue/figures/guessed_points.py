"""Guessed points: what a room placed on a model's chart, a dot for each place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from after_overdue.figures.guess_strip import MOST_BINS, nice
from after_overdue.figures.guesses import Guesses, grown_range, still_copy
from after_overdue.figures.theme import Figure

LARGEST_DOT, SMALLEST_DOT = 34, 10
"""Pixels across, for the most and for a single guess at a place."""


@dataclass(frozen=True)
class Points:
    """What the room guessed as points of a chart.

    Attributes
    ----------
    places : x and y, in the units of the axes
    right : for each of them, whether it is right
    grows : whether the y axis may grow, so that most of the points are on it
    """

    places: Sequence[tuple[float, float]]
    right: Sequence[bool]
    grows: bool


def points_figure(
    figure: Figure, points: Points, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Return a model's figure with guesses on it, larger where more of them lie.

    Parameters
    ----------
    words : `guesses` names the dots, `hover_points` tells one of them
    """
    drawn = still_copy(figure, keeps_chosen=False)
    layout = drawn["layout"]
    if points.grows:
        heights = Guesses("y", [y for _, y in points.places], points.right, 0)
        layout["yaxis"]["range"] = grown_range(layout["yaxis"]["range"], heights)
    low, high = sorted(layout["yaxis"]["range"])
    width = nice((high - low) / MOST_BINS) if points.grows else 0
    places = [(x, _rounded(min(max(y, low), high), width)) for x, y in points.places]
    counts = Counter(places)
    good = Counter(
        each for each, right in zip(places, points.right, strict=True) if right
    )
    most = max(counts.values(), default=1)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "uid": "guesses",
        "name": words["guesses"],
        "x": [x for x, _ in counts],
        "y": [y for _, y in counts],
        "text": list(counts.values()),
        "cliponaxis": False,
        "hovertemplate": words["hover_points"],
        "marker": {
            "size": [_across(count, most) for count in counts.values()],
            "color": [
                "@guess" if 2 * good[place] >= count else "@guess-soft"
                for place, count in counts.items()
            ],
            "line": {"color": "@guess", "width": 1},
        },
    }
    drawn["data"] = [*drawn["data"], dots]
    layout["meta"] = {"alt": alt}
    return drawn


def _rounded(number: float, width: float) -> float:
    return round(number / width) * width if width else number


def _across(count: int, most: int) -> float:
    """Return the width of a dot whose area grows with its guesses."""
    grown = math.sqrt((count - 1) / (most - 1)) if most > 1 else 0
    return round(SMALLEST_DOT + grown * (LARGEST_DOT - SMALLEST_DOT), 1)
