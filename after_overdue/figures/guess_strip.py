"""The strip of guesses beside a chart: counted in bars, or a dot for each of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from after_overdue.figures.theme import Figure

MOST_BINS, MOST_STEPS = 40, 80
MOST_DOTS, DOTTED_BINS = 60, 30
"""Dots and piles there are at most: more guesses are counted in bars."""
SMALLEST_DOT, LARGEST_DOT, PILE = 4.0, 9.0, 60
"""Pixels across a dot, and the height that a pile may have."""
LEAST_COUNT = 4


@dataclass(frozen=True)
class Bar:
    """Guesses at one place: how many, and how many of them are right."""

    middle: float
    width: float
    count: int
    right: bool
    good: int


def bars_of(
    values: Sequence[float],
    right: Sequence[bool],
    ends: Sequence[float],
    *,
    step: float,
    dotted: bool,
) -> list[Bar]:
    """Count the guesses; those beyond an end of the axis are counted at the end."""
    low, high = ends
    steps = (high - low) / step if step else math.inf
    bins = DOTTED_BINS if dotted else MOST_BINS
    most = DOTTED_BINS if dotted else MOST_STEPS
    width = step if steps <= most else nice((high - low) / bins)
    at_end = np.clip(values, low, high).tolist()
    places = [math.floor(each / width + 0.5) for each in at_end]
    good = Counter(
        place for place, is_right in zip(places, right, strict=True) if is_right
    )
    return [
        Bar(place * width, 0.86 * width, count, 2 * good[place] >= count, good[place])
        for place, count in sorted(Counter(places).items())
    ]


def nice(width: float) -> float:
    """Return the least of 1, 2 and 5 times a power of ten that is not below `width`.

    Examples
    --------
    >>> [nice(each) for each in (0.3, 1.2, 4)]
    [0.5, 2.0, 5.0]
    """
    power = 10.0 ** math.floor(math.log10(width))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= width)


def bar_strip(
    axis: str, bars: Sequence[Bar], words: Mapping[str, str]
) -> Iterable[Figure]:
    """Return the bars of the strip: right ones in full, the others softer."""
    for uid, right in (("guesses", False), ("guesses_right", True)):
        shown = [each for each in bars if each.right is right]
        middles, counts = (
            [each.middle for each in shown],
            [each.count for each in shown],
        )
        upright = {"x": middles, "y": counts, "yaxis": "y9", "orientation": "v"}
        lying = {"x": counts, "y": middles, "xaxis": "x9", "orientation": "h"}
        yield {
            "type": "bar",
            "uid": uid,
            "name": words["guesses"],
            **(upright if axis == "x" else lying),
            "width": [each.width for each in shown],
            "marker": {"color": "@guess" if right else "@guess-soft"},
            "text": counts,
            "textposition": "none",
            "hovertemplate": words["hover"],
        }


def dot_strip(
    axis: str, bars: Sequence[Bar], words: Mapping[str, str]
) -> Iterable[Figure]:
    """Return a dot for each guess, piled up where they lie: right ones lowest."""
    most = max((each.count for each in bars), default=1)
    size = min(LARGEST_DOT, max(SMALLEST_DOT, PILE / max(most, LEAST_COUNT)))
    for uid, right in (("guesses", False), ("guesses_right", True)):
        piled = [
            (each.middle, height + 0.5)
            for each in bars
            for height in (range(each.good) if right else range(each.good, each.count))
        ]
        along, up = [at for at, _ in piled], [height for _, height in piled]
        upright = {"x": along, "y": up, "yaxis": "y9"}
        lying = {"x": up, "y": along, "xaxis": "x9"}
        yield {
            "type": "scatter",
            "mode": "markers",
            "uid": uid,
            "name": words["guesses"],
            **(upright if axis == "x" else lying),
            "marker": {
                "size": size,
                "color": "@guess" if right else "@guess-soft",
                "line": {"color": "@guess", "width": 1},
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
