"""Charts to paste: the picture of a case as SVG and as PNG, without a browser."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from after_overdue.cases.view import View
from after_overdue.figures.static_svg import drawing, svg
from after_overdue.figures.theme import PALETTES, Figure
from after_overdue.teaching.exports.typst import png, printable

WIDTH = 720
"""Pixels of a chart."""
STRIP, LETTERS, MARGIN = 30, 10, 12
"""Pixels: of the strip with its origin below it, of the letters there, around them."""
SHARPNESS = 2
"""Pixels of the PNG for each pixel of the chart."""
POINTS_PER_INCH = 72


def chart_svg(picture: View[Any], theme: str = "light") -> str:
    """Return a chart on paper that says where it comes from.

    Parameters
    ----------
    theme : key of the palettes
    """
    palette = PALETTES[theme]
    root = drawing(picture.figure, width=WIDTH, palette=palette)
    high = float(root.attrib["height"])
    wide, tall = WIDTH + 2 * MARGIN, high + STRIP
    root.set("width", f"{wide}")
    root.set("height", f"{tall:g}")
    root.set("viewBox", f"{-MARGIN} 0 {wide} {tall:g}")
    paper = Element("rect", x=f"{-MARGIN}", width=f"{wide}")
    paper.set("height", f"{tall:g}")
    paper.set("fill", palette["paper"])
    root.insert(1, paper)
    origin = SubElement(root, "text", x="0", y=f"{tall - MARGIN:g}")
    origin.set("fill", palette["quiet"])
    origin.set("font-size", f"{LETTERS}")
    origin.text = picture.origin
    return tostring(root, encoding="unicode")


def drawn_svg(picture: View[Any], theme: str = "light") -> str:
    """Return a chart alone, without paper and origin."""
    return svg(picture.figure, width=WIDTH, palette=PALETTES[theme])


def figure_png(figure: Figure) -> bytes:
    """Return a figure alone as pixels, on white."""
    root = drawing(figure, width=WIDTH, palette=PALETTES["light"])
    wide, high = WIDTH + 2 * MARGIN, float(root.attrib["height"])
    root.set("width", f"{wide}")
    root.set("viewBox", f"{-MARGIN} 0 {wide} {high:g}")
    data = {"chart": printable(tostring(root, encoding="unicode")), "width": wide}
    return png("chart.typ", data, POINTS_PER_INCH * SHARPNESS)


def proportion(chart: str) -> float:
    """Return the height of a drawing as a share of its width."""
    size = fromstring(chart).attrib
    return float(size["height"]) / float(size["width"])


def chart_png(picture: View[Any], theme: str = "light") -> bytes:
    """Return `chart_svg` as pixels."""
    chart = printable(chart_svg(picture, theme))
    data = {"chart": chart, "width": WIDTH + 2 * MARGIN}
    return png("chart.typ", data, POINTS_PER_INCH * SHARPNESS)
