"""Marks: lines, areas, markers and bars of the traces, and the shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import Any
from xml.etree.ElementTree import Element

from after_overdue.figures.static.axes import PlotFrame
from after_overdue.figures.static.elements import (
    LINE,
    Kept,
    Point,
    add,
    dashes,
    path,
    write,
)
from after_overdue.figures.static.ink import Ink
from after_overdue.figures.static.ways import Way, axes_of, ways
from after_overdue.figures.theme import Figure

DIAMOND = 1.3
"""Half the breadth of a diamond, in half sizes of a marker."""
USUAL_WIDTH = 2
COORDINATE = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def draw_traces(
    parent: Element,
    free: Element,
    traces: Sequence[Figure],
    frame: PlotFrame,
    ink: Ink,
    kept: Kept,
) -> None:
    """Draw the traces of one pair of axes, each in a group of its own, bars first.

    Parameters
    ----------
    parent, free : where marks end at the field's edge, and where they may pass it
    kept : what was drawn of traces that stay as they were
    """
    for trace in traces:
        if trace["type"] == "bar":
            draw = partial(_bar_group, trace=trace, frame=frame, ink=ink)
            parent.extend(kept.drawn(trace.get("uid"), _about(frame, trace), draw))
    lines = [each for each in traces if each["type"] == "scatter"]
    for trace, way, upper in ways(lines, frame):
        drawn = partial(_line, trace=trace, way=way, upper=upper, frame=frame, ink=ink)
        above = upper.trace if upper else None
        about = _about(frame, way.trace if way else trace, above)
        inside, *beyond = kept.drawn(trace.get("uid"), about, drawn)
        parent.append(inside)
        free.extend(beyond)


def _about(frame: PlotFrame, trace: Figure, *more: Figure | None) -> Sequence[Any]:
    """Return all that the marks of a trace depend on."""
    return (trace, *more, *(axis.said for axis in axes_of(trace, frame)))


def _line(
    parent: Element,
    trace: Figure,
    way: Way | None,
    upper: Way | None,
    frame: PlotFrame,
    ink: Ink,
) -> None:
    """Draw a line with its areas and markers; the latter may pass the field's edge."""
    group = add(parent, "g")
    beyond = group if trace.get("cliponaxis", True) else add(parent, "g")
    if way is None:
        return
    _areas(group, way, upper, frame, ink)
    if "lines" in trace["mode"]:
        _stroke(group, trace.get("line", {}), way, ink)
    if "markers" in trace["mode"]:
        _markers(beyond, trace["marker"], list(chain(*way.runs)), ink)


def _areas(
    parent: Element, way: Way, upper: Way | None, frame: PlotFrame, ink: Ink
) -> None:
    """Fill what a line encloses, and what lies between it and the line above."""
    trace = way.trace
    if trace.get("fill") == "toself":
        _fill(parent, trace, way.edge, ink)
    if trace.get("fill") == "tozeroy":
        foot, edge = frame.y(trace.get("yaxis", "y"), 0), way.edge
        _fill(parent, trace, [*edge, (edge[-1][0], foot), (edge[0][0], foot)], ink)
    if upper and upper.trace.get("fill") == "tonexty":
        _fill(parent, upper.trace, [*way.edge, *reversed(upper.edge)], ink)


def _fill(parent: Element, trace: Figure, points: Sequence[Point], ink: Ink) -> None:
    add(
        parent,
        "path",
        d=path(points, closed=True),
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


def _stroke(parent: Element, look: Mapping[str, Any], way: Way, ink: Ink) -> None:
    width = look.get("width", USUAL_WIDTH)
    if not width or not way.runs:
        return
    add(
        parent,
        "path",
        d="".join(map(path, way.turns)),
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


def _bar_group(parent: Element, trace: Figure, frame: PlotFrame, ink: Ink) -> None:
    group = add(parent, "g")
    if trace.get("visible", True):
        _bars(group, trace, frame, ink)


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
