"""Drawn curves: where they are drawn, how they differ, and how a room of them spreads.

A curve is its values at a few months at equal distances, from left to right; between
them it is straight, and it starts where the model does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from after_overdue.figures.guess_strip import nice

HANDLES = 5
"""Points of a curve."""
STEPS, TICKS = 60, 5
"""The axis has about so many places for a point, and so many ticks at most."""
BANDS = ((0.1, 0.9), (0.25, 0.75))
"""Quantiles of a room between which its fan is filled, the outermost first."""
Curve = Sequence[float]


@dataclass(frozen=True)
class CurvePad:
    """Where a curve is drawn.

    Attributes
    ----------
    low, high : the least and the greatest value that can be drawn
    step : between two values
    start : from which every curve begins, at month 0
    months : of its points
    ticks : values that are marked on the axis
    """

    low: float
    high: float
    step: float
    start: float
    months: tuple[int, ...]
    ticks: tuple[float, ...]

    def accepts(self, curve: object) -> bool:
        """Return whether this is a curve that can be drawn."""
        return (
            isinstance(curve, list | tuple)
            and len(curve) == len(self.months)
            and not any(isinstance(each, bool) for each in curve)
            and all(isinstance(each, int | float) for each in curve)
            and all(self.low <= each <= self.high for each in curve)
        )


def pad_on(
    layout: Mapping[str, Any],
    *,
    start: float,
    by: float = 1,
    ends: tuple[float, float] | None = None,
) -> CurvePad:
    """Return where a curve is drawn on the axes of a chart.

    Parameters
    ----------
    layout : of the chart
    start : what the model says at month 0
    by : what a value is divided by to lie on the axis
    ends : of what can be drawn, where that is not the whole axis

    Examples
    --------
    >>> axes = {"xaxis": {"range": [0, 24]}, "yaxis": {"range": [0, 0.23]}}
    >>> pad = pad_on(axes, start=0, by=100)
    >>> pad.months, pad.low, pad.high, pad.step, pad.ticks
    ((4, 9, 14, 19, 24), 0.0, 23.0, 0.5, (0.0, 5.0, 10.0, 15.0, 20.0))
    """
    low, high = ends or (by * each for each in layout["yaxis"]["range"])
    most = int(layout["xaxis"]["range"][1])
    step = nice((high - low) / STEPS)
    inside = _multiples(low, high, step)
    return CurvePad(
        low=inside[0],
        high=inside[-1],
        step=step,
        start=start,
        months=tuple(most * at // HANDLES for at in range(1, HANDLES + 1)),
        ticks=tuple(_multiples(low, high, nice((high - low) / TICKS))),
    )


def _multiples(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of a step between two ends."""
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(each * step, 9) for each in range(first, last + 1)]


def distance(curve: Curve, months: Sequence[int], model: Curve) -> float:
    """Return how far a curve lies from a model's, on average over its points.

    Parameters
    ----------
    months : of the points of the curve
    model : a value for each month from 0; after its end it stays as it ended

    Examples
    --------
    >>> distance([1, 5], [1, 3], [0, 2, 4])
    1.0
    """
    there = [model[min(month, len(model) - 1)] for month in months]
    return float(np.mean(np.abs(np.subtract(curve, there))))


def fan(curves: Sequence[Curve]) -> tuple[list[list[float]], list[float]]:
    """Return the quantiles of a room of curves at each point, and their median.

    Parameters
    ----------
    curves : one or more, all of the same number of points

    Returns
    -------
    edges : for each pair of `BANDS` its lower row, then its upper row
    middle : the median of each point

    Examples
    --------
    >>> edges, middle = fan([[0, 10], [10, 20], [20, 30]])
    >>> middle, edges[0], edges[1]
    ([10.0, 20.0], [2.0, 12.0], [18.0, 28.0])
    """
    shares = [share for band in BANDS for share in band]
    *edges, middle = np.quantile(np.asarray(curves, float), [*shares, 0.5], axis=0)
    return [each.tolist() for each in edges], middle.tolist()
