"""Marks: the lines, labels and uprights that figures are made of, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from after_overdue.figures.theme import Figure

SILENT: dict[str, Any] = {"hoverinfo": "skip"}
"""For a mark that says nothing under the pointer."""


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
