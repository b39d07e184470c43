"""Marks: lines, areas, markers and bars of the traces, and the shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from after_overdue.figures.static.axes import PlotFrame
from after_overdue.figures.static.elements import (
    LINE,
    Point,
    add,
    corners,
    dashes,
    path,
    write,
)
from after_overdue.figures.static.ink import Ink
from after_overdue.figures.theme import Figure

DIAMOND = 1.3
"""Half the breadth of a diamond, in half sizes of a marker."""
USUAL_WIDTH = 2
COORDINATE = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def draw_traces(
    parent: Element, free: Element, traces: Sequence[Figure], frame: PlotFrame, ink: Ink
) -> None:
    """Draw the traces of one pair of axes, each in a group of its own, bars first.

    Parameters
    ----------
    parent, free : where marks end at the field's edge, and where they may pass it
    """
    bars = [each for each in traces if each["type"] == "bar"]
    for trace in bars:
        group = add(parent, "g")
        if trace.get("visible", True):
            _bars(group, trace, frame, ink)
    groups, lines = [], []
    for trace in traces:
        if trace["type"] == "scatter":
            is_inside = trace.get("cliponaxis", True)
            inside = add(parent, "g")
            places = (inside, inside if is_inside else add(free, "g"))
            if trace.get("visible", True):
                groups.append(places)
                lines.append(trace)
    drawn = pairwise([*_stacked(lines), {}])
    for (group, beyond), (trace, upper) in zip(groups, drawn, strict=True):
        _line(group, beyond, trace, upper, frame, ink)


def _line(
    group: Element,
    beyond: Element,
    trace: Figure,
    upper: Figure,
    frame: PlotFrame,
    ink: Ink,
) -> None:
    """Draw a line with its areas and markers; the latter may pass the field's edge."""
    runs = _runs(trace, frame)
    _areas(group, trace, upper, frame, ink)
    if "lines" in trace["mode"]:
        _stroke(group, trace.get("line", {}), runs, ink)
    if "markers" in trace["mode"]:
        _markers(beyond, trace["marker"], [p for run in runs for p in run], ink)


def _stacked(lines: Sequence[Figure]) -> list[Figure]:
    """Return lines with those of a stack put on one another."""
    found: list[Figure] = []
    below: dict[str, list[float]] = {}
    for trace in lines:
        stack = trace.get("stackgroup")
        if stack is None:
            found.append(trace)
            continue
        under = below.get(stack, [0] * len(trace["y"]))
        top = [a + b for a, b in zip(under, trace["y"], strict=True)]
        fill = "tonexty" if stack in below else "tozeroy"
        found.append({**trace, "y": top, "fill": fill})
        below[stack] = top
    return found


def _runs(trace: Figure, frame: PlotFrame) -> list[list[Point]]:
    """Return the points of a trace in pixels, without its gaps."""
    x, y = trace.get("xaxis", "x"), trace.get("yaxis", "y")
    runs: list[list[Point]] = [[]]
    for across, up in zip(trace["x"], trace["y"], strict=False):
        if up is None:
            runs.append([])
        else:
            runs[-1].append((frame.x(x, across), frame.y(y, up)))
    return [run for run in runs if run]


def _areas(
    parent: Element, trace: Figure, upper: Figure, frame: PlotFrame, ink: Ink
) -> None:
    """Fill what a line encloses, and what lies between it and the line above."""
    points = [point for run in _runs(trace, frame) for point in run]
    if trace.get("fill") == "toself":
        _fill(parent, trace, points, ink)
    if trace.get("fill") == "tozeroy":
        foot = frame.y(trace.get("yaxis", "y"), 0)
        _fill(
            parent, trace, [*points, (points[-1][0], foot), (points[0][0], foot)], ink
        )
    if upper.get("fill") == "tonexty":
        top = [point for run in _runs(upper, frame) for point in run]
        _fill(parent, upper, [*points, *reversed(top)], ink)


def _fill(parent: Element, trace: Figure, points: Sequence[Point], ink: Ink) -> None:
    add(
        parent,
        "path",
        d=path(corners(points), closed=True),
        fill=ink(trace["fillcolor"]),
    )
    if "fillpattern" in trace:
        _hatch(parent, trace["fillpattern"], points, ink)


def _hatch(
    parent: Element, look: Mapping[str, Any], points: Sequence[Point], ink: Ink
) -> None:
    """Draw the lines that rise through a field, as far as its edges."""
    gap = look["size"] * math.sqrt(2)
    edges = list(pairwise([*points, points[0]]))
    sums = [x + y for x, y in points]
    strokes = []
    for at in range(math.ceil(min(sums) / gap), math.floor(max(sums) / gap) + 1):
        crossed = sorted(_crossings(edges, at * gap))
        strokes += [
            path(each) for each in zip(crossed[::2], crossed[1::2], strict=False)
        ]
    drawn = add(
        parent,
        "path",
        d="".join(strokes),
        fill="none",
        stroke=ink(look["fgcolor"]),
        stroke_width=look["size"] * look["solidity"],
    )
    drawn.set("class", "hatch")


def _crossings(edges: Sequence[tuple[Point, Point]], total: float) -> Iterator[Point]:
    """Yield where edges meet the line of points whose two pixels have this sum."""
    for (ax, ay), (bx, by) in edges:
        first, last = ax + ay, bx + by
        if (first < total) != (last < total):
            share = (total - first) / (last - first)
            yield ax + share * (bx - ax), ay + share * (by - ay)


def _stroke(
    parent: Element, look: Mapping[str, Any], runs: Sequence[Sequence[Point]], ink: Ink
) -> None:
    width = look.get("width", USUAL_WIDTH)
    if not width or not runs:
        return
    add(
        parent,
        "path",
        d="".join(path(corners(run)) for run in runs),
        fill="none",
        stroke=ink(look["color"]),
        stroke_width=width,
        stroke_dasharray=dashes(look.get("dash"), width),
    )


def _markers(
    parent: Element, look: Mapping[str, Any], points: Sequence[Point], ink: Ink
) -> None:
    edge = look.get("line", {})
    line = {
        "stroke": ink(edge["color"]) if edge else None,
        "stroke_width": edge.get("width"),
    }
    for at, (x, y) in enumerate(points):
        radius = _each(look["size"], at) / 2
        colours = {"fill": ink(_each(look["color"], at)), **line}
        if look.get("symbol") == "diamond":
            far = radius * DIAMOND
            corners = [(x + far, y), (x, y + far), (x - far, y), (x, y - far)]
            add(parent, "path", d=path(corners, closed=True), **colours)
        else:
            add(parent, "circle", cx=x, cy=y, r=radius, **colours)


def _bars(parent: Element, trace: Figure, frame: PlotFrame, ink: Ink) -> None:
    look = trace["marker"]
    along = ("y", "x") if trace.get("orientation") == "h" else ("x", "y")
    pairs = zip(*(trace[name] for name in along), strict=True)
    for at, (place, length) in enumerate(pairs):
        if length is None:
            continue
        left, top, right, foot = _box(trace, at, place, length, frame)
        edge = look.get("line", {})
        line = _each(edge.get("width", 0), at)
        add(
            parent,
            "rect",
            x=left,
            y=top,
            width=right - left,
            height=foot - top,
            fill=_bar_colour(look, at, ink),
            stroke=ink(edge["color"]) if line else None,
            stroke_width=line or None,
        )
        words = _each(trace.get("text", ""), at)
        if words and trace["textposition"] != "none":
            font = trace["insidetextfont"]
            middle = (top + foot) / 2 - font["size"] * LINE / 2
            centre = (left + right) / 2
            write(parent, words, centre, middle, size=font["size"], anchor="middle")
        elif "text" in trace:
            add(parent, "g")


def _box(
    trace: Figure, at: int, place: float, length: float, frame: PlotFrame
) -> tuple[float, float, float, float]:
    """Return left, top, right and foot of a bar in pixels."""
    width = _each(trace.get("width", 1 - frame.bar_gap), at)
    first = place + _each(trace.get("offset", -width / 2), at)
    base = _each(trace.get("base", 0), at)
    across, up = (first, first + width), (base, base + length)
    if trace.get("orientation") == "h":
        across, up = up, across
    x, y = trace.get("xaxis", "x"), trace.get("yaxis", "y")
    left, right = sorted(frame.x(x, each) for each in across)
    top, foot = sorted(frame.y(y, each) for each in up)
    return left, top, right, foot


def _bar_colour(look: Mapping[str, Any], at: int, ink: Ink) -> str:
    colour = _each(look["color"], at)
    if isinstance(colour, str):
        return ink(colour)
    low, high = look["cmin"], look["cmax"]
    return ink.scaled((colour - low) / (high - low), look["colorscale"])


def _each(value: Any, at: int) -> Any:  # noqa: ANN401  # one value, or one a mark
    return value[at] if isinstance(value, list | tuple) else value


def draw_shape(parent: Element, shape: Figure, frame: PlotFrame, ink: Ink) -> None:
    """Draw a line, a rectangle or a path that stands in a figure."""
    if not shape.get("visible", True):
        add(parent, "g")
        return
    x, y = shape.get("xref", "x"), shape.get("yref", "y")
    line = shape["line"]
    look = {
        "fill": ink(shape["fillcolor"]) if "fillcolor" in shape else "none",
        "opacity": str(shape["opacity"]) if "opacity" in shape else None,
    }
    if line.get("width"):
        look |= {
            "stroke": ink(line["color"]),
            "stroke_width": line["width"],
            "stroke_dasharray": dashes(line.get("dash"), line["width"]),
        }
    if shape["type"] == "path":
        add(parent, "path", d=_moved(shape, x, y, frame), **look)
        return
    left, right = frame.x(x, shape["x0"]), frame.x(x, shape["x1"])
    foot, head = frame.y(y, shape["y0"]), frame.y(y, shape["y1"])
    corners = [(left, foot), (right, head)]
    if shape["type"] == "rect":
        corners = [(left, foot), (right, foot), (right, head), (left, head)]
    add(parent, "path", d=path(corners, closed=shape["type"] == "rect"), **look)


def _moved(shape: Figure, x: str, y: str, frame: PlotFrame) -> str:
    """Return a path in pixels that is given in values of the axes, or from a place."""

    def moved(found: re.Match[str]) -> str:
        across, up = float(found[1]), float(found[2])
        if shape.get("xsizemode") == "pixel":
            left, foot = frame.x(x, shape["xanchor"]), frame.y(y, shape["yanchor"])
            return path([(left + across, foot - up)])[1:]
        return path([(frame.x(x, across), frame.y(y, up))])[1:]

    return COORDINATE.sub(moved, shape["path"])
