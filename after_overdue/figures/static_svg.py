"""Static drawing: a figure as SVG without a browser, which no library makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from after_overdue.figures.static.axes import PlotFrame, frame_of
from after_overdue.figures.static.elements import add
from after_overdue.figures.static.ink import Ink
from after_overdue.figures.static.known import refuse_unknown
from after_overdue.figures.static.labels import (
    draw_annotation,
    draw_axis_words,
    draw_grid,
)
from after_overdue.figures.static.marks import draw_shape, draw_traces
from after_overdue.figures.theme import Figure

CLASS = "figure-drawn"
"""Class of every drawing whose colours follow the reader's theme."""


def svg(
    figure: Figure,
    *,
    width: float,
    height: float | None = None,
    palette: Mapping[str, str] | None = None,
) -> str:
    """Return the SVG of a figure.

    Parameters
    ----------
    figure : with colours by meaning, as the figure modules make it
    width, height : pixels; the height is the figure's own where none is given
    palette : colour by meaning; None makes a drawing that is light or dark as its
        reader's device is

    Raises
    ------
    FigureError
        Where the figure has something that the drawing does not know.
    """
    refuse_unknown(figure)
    layout, tall = figure["layout"], height or figure["layout"]["height"]
    frame, ink = frame_of(figure, width, tall), Ink(palette)
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    for name, value in (("width", width), ("height", tall)):
        root.set(name, f"{value:g}")
    root.set("viewBox", f"0 0 {width:g} {tall:g}")
    root.set("font-family", layout["font"]["family"])
    root.set("fill", ink(layout["font"]["color"]))
    SubElement(root, "title").text = layout["meta"]["alt"]
    _draw(root, figure, frame, ink)
    if palette is None:
        root.set("class", CLASS)
        style = Element("style")
        style.text = ink.style(f".{CLASS}")
        root.insert(1, style)
    return tostring(root, encoding="unicode")


def _draw(root: Element, figure: Figure, frame: PlotFrame, ink: Ink) -> None:
    """Draw from the ground up: fields, grids, traces, words, lines on top."""
    layout = figure["layout"]
    font = layout["font"]
    shapes = [each for each in layout["shapes"] if each.get("visible", True)]
    for shape in shapes:
        if shape.get("layer") == "below":
            draw_shape(root, shape, frame, ink)
    for x, y in _pairs(figure):
        _draw_field(root, figure, frame, ink, x, y)
    for x, y in _pairs(figure):
        for name, other in ((x, y), (y, x)):
            axis = frame.axes[name]
            if axis.is_drawn and axis.said.get("anchor", other) == other:
                draw_axis_words(root, axis, frame, font["size"], other)
    for shape in shapes:
        if shape.get("layer") != "below":
            draw_shape(root, shape, frame, ink)
    for said in layout["annotations"]:
        if said.get("visible", True):
            draw_annotation(root, said, frame, ink, font)


def _pairs(figure: Figure) -> Iterator[tuple[str, str]]:
    """Yield each pair of axes that traces are drawn on, in order."""
    pairs = (
        (each.get("xaxis", "x"), each.get("yaxis", "y")) for each in figure["data"]
    )
    yield from sorted(set(pairs))


def _draw_field(
    root: Element, figure: Figure, frame: PlotFrame, ink: Ink, x: str, y: str
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
    traces = [
        each
        for each in figure["data"]
        if (each.get("xaxis", "x"), each.get("yaxis", "y")) == (x, y)
    ]
    draw_traces(clip, free, traces, frame, ink)
    root.extend(free)
