"""Labels: what stands in a figure and along its axes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from after_overdue.figures.static.axes import Axis, PlotFrame
from after_overdue.figures.static.elements import (
    HALO,
    LINE,
    RISE,
    add,
    breadth,
    lines_of,
    number,
    write,
)
from after_overdue.figures.static.ink import Ink
from after_overdue.figures.theme import Figure

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
EDGE = 1
"""Pixels from a label's place to its letters."""
TICK_GAP = 1
"""Pixels between the field and what a tick beside it says."""
TITLE_RISE = 4
"""Pixels by which a title stands nearer than its line of text begins."""
TITLE = 1.2
"""Size of an axis title, in sizes of the figure's letters."""


def draw_annotation(
    parent: Element, said: Figure, frame: PlotFrame, ink: Ink, font: Mapping[str, Any]
) -> None:
    """Write words at their place in a figure."""
    if not said.get("visible", True):
        add(parent, "g")
        return
    own = {**font, **said.get("font", {})}
    size, lines = own["size"], lines_of(said["text"])
    x = frame.x(said.get("xref", "x"), said["x"]) + said.get("xshift", 0)
    y = frame.y(said.get("yref", "y"), said["y"]) - said.get("yshift", 0)
    look: dict[str, object] = {"fill": ink(own["color"])}
    edge = EDGE + said.get("borderpad", EDGE)
    if said.get("textangle"):
        middle = x + edge + size * LINE / 2
        look["transform"] = f"rotate(-90 {number(middle)} {number(y + edge)})"
        top = y + edge - size * LINE / 2
        write(parent, said["text"], middle, top, size=size, anchor="end", **look)
        return
    tall = size * LINE * len(lines) + 2 * edge
    top = y - tall * {"top": 0, "middle": 0.5, "bottom": 1}[said["yanchor"]] + edge
    x += {"left": edge, "center": 0, "right": -edge}[said["xanchor"]]
    if "bgcolor" in said:
        look |= {"stroke": ink(said["bgcolor"]), "stroke_width": HALO}
        look |= {"paint_order": "stroke", "stroke_linejoin": "round"}
    write(
        parent, said["text"], x, top, size=size, anchor=ANCHORS[said["xanchor"]], **look
    )


def draw_grid(
    parent: Element, axis: Axis, frame: PlotFrame, ink: Ink, span: str
) -> None:
    """Draw the lines of the ticks, and that of nought, across the field."""
    look = {"fill": "none", "stroke_width": 1}
    lines = "".join(_across(axis, at, frame, span) for at in axis.grid)
    if lines:
        add(parent, "path", d=lines, stroke=ink(axis.said["gridcolor"]), **look)
    if axis.has_zero_line:
        nought = _across(axis, axis.pixel(0), frame, span)
        add(parent, "path", d=nought, stroke=ink(axis.said["zerolinecolor"]), **look)


def _across(axis: Axis, at: float, frame: PlotFrame, other: str) -> str:
    ends = frame.axes[other]
    if axis.is_across:
        return f"M{number(at)} {number(ends.start)}V{number(ends.end)}"
    return f"M{number(ends.start)} {number(at)}H{number(ends.end)}"


def draw_axis_words(
    parent: Element, axis: Axis, frame: PlotFrame, size: float, other: str
) -> None:
    """Write what the ticks say, and the title beyond them."""
    if axis.is_across:
        _words_across(parent, axis, frame, size, other)
    else:
        _words_up(parent, axis, frame, size)


def _words_across(
    parent: Element, axis: Axis, frame: PlotFrame, size: float, other: str
) -> None:
    above = axis.said.get("side") == "top"
    field, title = frame.axes[other], axis.said.get("title", {})
    gap = axis.said.get("ticklabelstandoff", 0)
    tall = LINE * size * max(len(lines_of(text)) for _, text in axis.ticks)
    top = field.end - gap - tall if above else field.start + gap
    for value, text in axis.ticks:
        write(parent, text, axis.pixel(value), top, size=size, anchor="middle")
    if title:
        big = round(size * TITLE)
        place = (axis.start + axis.end) / 2
        beyond = title["standoff"] - (0 if above else TITLE_RISE)
        at = top - beyond - big * LINE if above else top + tall + beyond
        at = min(max(at, 0), frame.height - big * LINE)
        write(parent, title["text"], place, at, size=big, anchor="middle")


def _words_up(parent: Element, axis: Axis, frame: PlotFrame, size: float) -> None:
    end = frame.left - TICK_GAP
    for value, text in axis.ticks:
        top = axis.pixel(value) - size * LINE / 2
        write(parent, text, end, top, size=size, anchor="end")
    title = axis.said.get("title")
    if title:
        big = round(size * TITLE)
        widest = max(breadth(text, size) for _, text in axis.ticks)
        x = max(end - widest - title["standoff"] - big * RISE, big)
        y = (axis.start + axis.end) / 2
        turned = f"rotate(-90 {number(x)} {number(y)})"
        written = write(
            parent, title["text"], x, 0, size=big, anchor="middle", transform=turned
        )
        written.set("y", number(y))
