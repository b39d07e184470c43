"""Static drawing: a figure as SVG without a browser, which no library makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.figures.static.axes import PlotFrame, frame_of
from after_overdue.figures.static.elements import Kept, add
from after_overdue.figures.static.ink import Ink
from after_overdue.figures.static.known import refuse_unknown
from after_overdue.figures.static.labels import (
    draw_annotation,
    draw_axis_words,
    draw_grid,
)
from after_overdue.figures.static.marks import draw_shape, draw_traces
from after_overdue.figures.theme import Figure

Part = tuple[Any, Callable[[Element], None]]
"""What a part of a drawing depends on, and how it is drawn."""
CLASS = "figure-drawn"
"""Class of every drawing whose colours follow the reader's theme."""
WIDTHS: Mapping[str, int] = MappingProxyType({"narrow": 358, "wide": 704})
"""Pixels of a drawing on a phone and on a wide screen, by the class of its place."""
PAGE_WIDTHS: Mapping[str, int] = MappingProxyType({"phone": 358, "desk": 752})
"""Those of a drawing on a page of the site, whose figure is broader at a desk."""


def svg(
    figure: Figure,
    *,
    width: float,
    height: float | None = None,
    palette: Mapping[str, str] | None = None,
    look: str = "",
) -> str:
    """Return the `drawing` of a figure, written."""
    root = drawing(figure, width=width, height=height, palette=palette, look=look)
    return tostring(root, encoding="unicode")


def drawing(
    figure: Figure,
    *,
    width: float,
    height: float | None = None,
    palette: Mapping[str, str] | None = None,
    look: str = "",
) -> Element:
    """Return the drawing of a figure, for who adds to it before it is written.

    Parameters
    ----------
    figure : with colours by meaning, as the figure modules make it
    width, height : pixels; the height is the figure's own where none is given
    palette : colour by meaning; None makes a drawing that is light or dark as its
        reader's device is
    look : light or dark on every screen; empty where that is the device's to say

    Raises
    ------
    FigureError
        Where the figure has something that the drawing does not know.
    """
    refuse_unknown([figure])
    tall, ink = height or figure["layout"]["height"], Ink(palette)
    root = next(_drawn([figure], width, tall, ink))
    if palette is None:
        ink.take_all(figure)
        root.set("class", CLASS)
        SubElement(root, "style").text = ink.style(f".{CLASS}", look)
    return root


def drawings(
    figures: Sequence[Figure], widths: Mapping[str, int]
) -> dict[str, list[Element]]:
    """Return the drawing of each of some figures, by width, without their colours.

    Parameters
    ----------
    figures : built alike, so that only values differ; their marks then stand in the
        same places, and what stays from one to the next is the same element
    widths : pixels by name
    """
    refuse_unknown(figures)
    height = figures[0]["layout"]["height"]
    return {
        name: list(_drawn(figures, width, height, Ink(None)))
        for name, width in widths.items()
    }


def _drawn(
    figures: Sequence[Figure], width: float, height: float, ink: Ink
) -> Iterator[Element]:
    kept = Kept()
    for figure in figures:
        root = _empty(figure["layout"], width, height, ink)
        frame = frame_of(figure, width, height)
        for at, (about, draw) in enumerate(_parts(figure, frame, ink, kept)):
            root.extend(kept.drawn(at, about, draw))
        yield root


def _empty(layout: Figure, width: float, height: float, ink: Ink) -> Element:
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    for name, value in (("width", width), ("height", height)):
        root.set(name, f"{value:g}")
    root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.set("font-family", layout["font"]["family"])
    root.set("fill", ink(layout["font"]["color"]))
    SubElement(root, "title").text = layout["meta"]["alt"]
    return root


def _parts(figure: Figure, frame: PlotFrame, ink: Ink, kept: Kept) -> Iterator[Part]:
    """Yield from the ground up: fields, grids, traces, words, lines on top.

    A mark that is not shown leaves an empty group in its place.
    """
    layout, axes = figure["layout"], frame.axes
    font, shapes = layout["font"], layout["shapes"]
    for shape in _on(shapes, "below"):
        yield shape, partial(draw_shape, shape=shape, frame=frame, ink=ink)
    for x, y in _pairs(figure):
        traces = [each for each in figure["data"] if _axes_of(each) == (x, y)]
        about = (axes[x].said, axes[y].said, traces)
        draw = partial(_draw_field, traces=traces, frame=frame, ink=ink, kept=kept)
        yield about, partial(draw, x=x, y=y)
    for x, y in _pairs(figure):
        for name, other in ((x, y), (y, x)):
            axis = axes[name]
            if axis.is_drawn and axis.said.get("anchor", other) == other:
                size = font["size"]
                words = partial(draw_axis_words, axis=axis, frame=frame, size=size)
                yield axis.said, partial(words, other=other)
    for shape in _on(shapes, "above"):
        yield shape, partial(draw_shape, shape=shape, frame=frame, ink=ink)
    for said in layout["annotations"]:
        write = partial(draw_annotation, said=said, frame=frame, ink=ink, font=font)
        yield said, write


def _on(shapes: Sequence[Figure], layer: str) -> list[Figure]:
    return [each for each in shapes if each.get("layer", "above") == layer]


def _axes_of(trace: Figure) -> tuple[str, str]:
    return trace.get("xaxis", "x"), trace.get("yaxis", "y")


def _pairs(figure: Figure) -> list[tuple[str, str]]:
    """Return each pair of axes that traces are drawn on, in order."""
    return sorted({_axes_of(each) for each in figure["data"]})


def _draw_field(
    root: Element,
    traces: Sequence[Figure],
    frame: PlotFrame,
    ink: Ink,
    kept: Kept,
    x: str,
    y: str,
) -> None:
    left, top, width, height = frame.field(x, y)
    for name, other in ((x, y), (y, x)):
        if frame.axes[name].is_drawn:
            draw_grid(root, frame.axes[name], frame, ink, other)
    clip = add(
        root,
        "svg",
        x=left,
        y=top,
        width=width,
        height=height,
        viewBox=" ".join(f"{each:g}" for each in (left, top, width, height)),
    )
    free = Element("g")
    draw_traces(clip, free, traces, frame, ink, kept)
    root.extend(free)
