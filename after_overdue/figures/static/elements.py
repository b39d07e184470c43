"""Elements: SVG written with short numbers, and text in lines."""

from __future__ import annotations

import math
import unicodedata
from cmath import phase
from collections.abc import Callable, Hashable, Iterable, Sequence
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from after_overdue.figures.marks import HATCHED

Point = tuple[float, float]
NUMBERS = (float, int)

LINE = 1.3
"""Height of a line of text, in font sizes."""
RISE = 0.35
"""From the middle of a line down to its foot, in font sizes."""
NARROW, WIDE = 0.54, 1.0
"""Breadth of a letter, in font sizes."""
DASH, DOT, THINNEST_DASH = 3, 1, 3
UNSEEN = 0.05
"""Pixels by which a line may leave its way: half of the least that is written."""
HALO = 4
"""Pixels of ground round the words that have a ground of their own."""


def number(value: float) -> str:
    """Return pixels as SVG takes them: to a tenth, without a useless nought.

    Examples
    --------
    >>> number(12.0), number(0.25), number(-0.04)
    ('12', '0.2', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def add(parent: Element, tag: str, **attributes: object) -> Element:
    """Add an element; underscores stand for hyphens, None for nothing."""
    written = {
        name.replace("_", "-"): number(value)
        if isinstance(value, NUMBERS)
        else str(value)
        for name, value in attributes.items()
        if value is not None
    }
    return SubElement(parent, tag, written)


def path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Return the path through points."""
    text = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{text}{'Z' if closed else ''}"


def corners(points: Sequence[Point]) -> list[Point]:
    """Return points without those that lie on the straight way between others.

    Examples
    --------
    >>> corners([(0, 0), (1, 1.01), (2, 2), (3, 0)])
    [(0, 0), (2, 2), (3, 0)]
    """
    if len(points) < 3:
        return list(points)
    kept, last, ways = [points[0]], points[0], _Ways(points[0])
    for point in points[1:]:
        if not ways.take(point):
            kept.append(last)
            ways = _Ways(last)
            ways.take(point)
        last = point
    return [*kept, last]


class _Ways:
    """The straight ways that pass every point since a corner.

    Attributes
    ----------
    ahead : the way to the first of them
    low, high : how far the others turn from it, radians
    reach : how far they go, pixels
    """

    __slots__ = ("ahead", "corner", "high", "low", "reach")

    def __init__(self, corner: Point) -> None:
        self.corner = complex(*corner)
        self.ahead, self.low, self.high, self.reach = 0j, -math.inf, math.inf, 0.0

    def take(self, point: Point) -> bool:
        """Keep those that pass a further point; return whether there is one."""
        way = complex(*point) - self.corner
        reach = abs(way)
        if reach < self.reach - UNSEEN:
            return False
        if reach <= UNSEEN:
            return True
        self.ahead = self.ahead or way
        turn, leave = phase(way / self.ahead), math.asin(UNSEEN / reach)
        if not self.low <= turn <= self.high:
            return False
        self.low, self.high = max(self.low, turn - leave), min(self.high, turn + leave)
        self.reach = max(reach, self.reach)
        return True


class Kept:
    """What was drawn last in each place, which serves again while it stays the same."""

    def __init__(self) -> None:
        self._last: dict[Hashable, tuple[Any, list[Element]]] = {}

    def drawn(
        self, place: Hashable, about: object, draw: Callable[[Element], None]
    ) -> list[Element]:
        """Return what is drawn in a place.

        Parameters
        ----------
        about : all that it depends on
        draw : draws it into an element
        """
        found = self._last.get(place)
        if found is None or found[0] != about:
            part = Element("g")
            draw(part)
            found = self._last[place] = about, list(part)
        return found[1]


def dashes(name: str | None, width: float) -> str | None:
    """Return the pattern of a dashed or dotted line."""
    if name is None:
        return None
    if name == HATCHED:
        return name.replace("px", "").replace(",", " ")
    length = max(width, THINNEST_DASH) * {"dash": DASH, "dot": DOT}[name]
    return f"{number(length)} {number(length)}"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text of a figure; all other marks are plain letters."""
    return [unescape(each) for each in text.split("<br>")]


def breadth(text: str, size: float) -> float:
    """Return about how broad a line of text is, in pixels."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return size * (WIDE * wide + NARROW * (len(text) - wide))


def write(
    parent: Element,
    text: str,
    x: float,
    top: float,
    *,
    size: float,
    anchor: str,
    **look: object,
) -> Element:
    """Write a text whose first line begins at the height `top`."""
    element = add(
        parent,
        "text",
        x=x,
        y=top + size * (LINE / 2 + RISE),
        text_anchor=None if anchor == "start" else anchor,
        font_size=size,
        **look,
    )
    first, *rest = lines_of(text)
    element.text = first
    for line in rest:
        add(element, "tspan", x=x, dy=size * LINE).text = line
    return element
