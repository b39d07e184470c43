"""Marks: the lines, labels and uprights that figures are made of, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from after_overdue.figures.theme import Figure

SILENT: dict[str, Any] = {"hoverinfo": "skip"}
"""For a mark that says nothing under the pointer."""
HATCHED = "2px,4px"
"""Dash of a wide line that is hatched: what it stands for is not known or not begun."""


MONEY_TICKS = ",.2~f"
"""Yuan on an axis: written as in the words, with hundredths only where needed."""
DIGIT, BESIDE_DIGITS = 7.3, 18
"""Pixels that a digit of a tick takes, and that the axis's title takes beside them."""


def hatching(colour: str) -> dict[str, Any]:
    """Return the pattern of a field in which nobody knows where something lies."""
    return {"shape": "/", "size": 8, "solidity": 0.12, "fgcolor": colour}


def money_margin(least: int, most: float) -> int:
    """Return the pixels left of a money axis that its longest tick needs."""
    return max(least, round(BESIDE_DIGITS + DIGIT * len(f"{most:,.0f}")))


def line(
    uid: str,
    name: str,
    x: Sequence[float],
    y: Sequence[float],
    **more: Any,  # noqa: ANN401
) -> Figure:
    """Return a line; the live figure finds it again by its `uid`."""
    return {
        "type": "scatter",
        "mode": "lines",
        "uid": uid,
        "name": name,
        "x": x,
        "y": y,
        **more,
    }


def letters(text: str) -> str:
    """Return a text of somebody else's as a figure shows it: no mark of it is read.

    Examples
    --------
    >>> letters("<b>a & b</b>")
    '&lt;b&gt;a &amp; b&lt;/b&gt;'
    """
    return escape(text, quote=False)


def label(name: str, text: str, x: float, y: float, **more: Any) -> Figure:  # noqa: ANN401
    """Return words that stand at a point of the figure."""
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


def unmarked(figure: Figure) -> Figure:
    """Return a figure as it is before a place was chosen in it."""
    shapes = [_hidden(each, "name") for each in figure["layout"]["shapes"]]
    return {
        "data": [_hidden(each, "uid") for each in figure["data"]],
        "layout": {**figure["layout"], "shapes": shapes},
    }


def _hidden(mark: Figure, key: str) -> Figure:
    return {**mark, "visible": False} if mark.get(key) == "chosen" else mark


def upright(name: str, at: float | None, **look: Any) -> Figure:  # noqa: ANN401
    """Return a line from bottom to top; none is shown where `at` is None."""
    return {
        "type": "line",
        "name": name,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "x0": at or 0,
        "x1": at or 0,
        "layer": "below",
        "line": look,
        "visible": at is not None,
    }
