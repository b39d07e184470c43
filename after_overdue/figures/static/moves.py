"""Moves: what tells the drawings of one figure apart, as a browser puts it in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, tostring

WORDS, ALL = "", "*"
"""What a place ends with where it holds the words of an element, or all of it."""
ABOUT = ("title", "style")
"""Elements that tell of the whole drawing, and do not move with its marks."""

Runs = tuple[list[int], list[str | None]]
Moves = dict[str, Runs]
"""By place, for how many drawings each text stands there; None is no attribute.

A place such as ``4.2.d`` is the attribute ``d`` of the third child of the fifth child
of the drawing.
"""


def moves(drawings: Sequence[Element]) -> Moves:
    """Return every place in which drawings differ.

    Parameters
    ----------
    drawings : of figures that are built alike, so that their outermost marks stand in
        the same places

    Examples
    --------
    >>> from xml.etree.ElementTree import fromstring
    >>> moves([fromstring(f"<svg><a d='{each}'/></svg>") for each in (1, 1, 2)])
    {'0.d': ([2, 1], ['1', '2'])}
    """
    return {
        ".".join(map(str, place)): _runs(values)
        for place, values in _differences(drawings, ())
    }


def _differences(
    nodes: Sequence[Element], place: tuple[int, ...]
) -> Iterator[tuple[tuple[int | str, ...], list[str | None]]]:
    """Yield each place below an element at which its drawings differ."""
    each_once = {id(each): each for each in nodes}
    if len(each_once) < len(nodes):
        order = {key: at for at, key in enumerate(each_once)}
        stands = [order[id(each)] for each in nodes]
        for where, values in _differences(list(each_once.values()), place):
            yield where, [values[at] for at in stands]
        return
    if nodes[0].tag in ABOUT or len(nodes) == 1:
        return
    if len({_build(each) for each in nodes}) > 1:
        yield (*place, ALL), [tostring(each, "unicode") for each in nodes]
        return
    for name in dict.fromkeys(name for each in nodes for name in each.attrib):
        values = [each.get(name) for each in nodes]
        if len(set(values)) > 1:
            yield (*place, name), values
    if len({each.text for each in nodes}) > 1:
        yield (*place, WORDS), [each.text or "" for each in nodes]
    for at, below in enumerate(zip(*nodes, strict=True)):
        yield from _differences(below, (*place, at))


def _build(node: Element) -> tuple[str, int, str | None]:
    """Return what has to be the same where attributes and words are to be changed."""
    return node.tag, len(node), node.text if len(node) else None


def _runs(values: Sequence[str | None]) -> Runs:
    runs = [(len(list(run)), value) for value, run in groupby(values)]
    return [count for count, _ in runs], [value for _, value in runs]
