"""Places: where in a figure the slider's paths put their values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from after_overdue.cases.wording import PageWording
from after_overdue.figures.theme import Figure

AnyWording = TypeVar("AnyWording", bound=PageWording)
Paths = dict[str, Any]
"""By the place of a value in figure, headlines or takeaway: one value a position."""


def moved_places(figure: Figure, moved: Sequence[Figure]) -> Paths:
    """Return every place at which a figure differs from one of its moved copies.

    Parameters
    ----------
    figure : the figure that is drawn
    moved : the figure at each position of the slider; built alike, so that only
        values differ

    Examples
    --------
    >>> moved_places({"line": {"x": [1], "y": [2]}}, [{"line": {"x": [1], "y": [3]}}])
    {'line.y': [[3]]}
    """
    places: Paths = {}
    _collect(figure, moved, "", places)
    return places


def figure_at(figure: Figure, paths: Paths, position: int) -> Figure:
    """Return a figure as it is at a position of its slider, sharing what stays.

    Examples
    --------
    >>> figure_at({"data": [{"x": 1, "y": 2}]}, {"data.0.y": [3, 4]}, 1)
    {'data': [{'x': 1, 'y': 4}]}
    """
    shown, fresh = {**figure}, set[int]()
    for path, values in paths.items():
        first, *keys = path.split(".")
        if first in figure:
            _put(shown, [first, *keys], values[position], fresh)
    return shown


def _put(node: Any, keys: Sequence[str], value: Any, fresh: set[int]) -> None:  # noqa: ANN401
    """Put a value in its place; copy what leads there, once."""
    for key, _ in pairwise(keys):
        at: Any = int(key) if isinstance(node, list) else key
        if id(node[at]) not in fresh:
            node[at] = node[at].copy()
            fresh.add(id(node[at]))
        node = node[at]
    node[int(keys[-1]) if isinstance(node, list) else keys[-1]] = value


def paths_along(
    figure: Figure,
    moved: Sequence[AnyWording],
    draw: Callable[[AnyWording], Figure],
) -> Paths:
    """Return what each position of the slider changes, and where.

    Parameters
    ----------
    figure : the figure that is drawn
    moved : the case at each position, in words
    draw : draws one of them; built alike, so that only values differ
    """
    figures = [draw(each) for each in moved]
    headlines = [each.headlines() for each in moved]
    values = {
        f"headlines.{row}.1": [each[row][1] for each in headlines]
        for row in range(len(headlines[0]))
    }
    takeaways = [each["layout"]["meta"]["alt"] for each in figures]
    sentences = [list(each.sentence()) for each in moved]
    told = {**values, "takeaway": takeaways, "sentence": sentences}
    return {**moved_places(figure, figures), **told}


def _collect(drawn: Any, moved: Sequence[Any], path: str, places: Paths) -> None:  # noqa: ANN401
    if all(each == drawn for each in moved):
        return
    if isinstance(drawn, dict):
        keys = list(drawn)
    elif isinstance(drawn, list) and drawn and isinstance(drawn[0], dict):
        keys = list(range(len(drawn)))
    else:
        places[path] = list(moved)
        return
    for key in keys:
        below = f"{path}.{key}" if path else str(key)
        _collect(drawn[key], [each[key] for each in moved], below, places)
