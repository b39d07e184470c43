"""Charts to paste: whole, on paper, with their origin, in both languages."""

import io
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.figures.theme import PALETTES
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.teaching.exports.chart import (
    SHARPNESS,
    chart_png,
    chart_svg,
    figure_png,
)
from after_overdue.teaching.exports.typst import png, printable

TODAY = date(2026, 11, 25)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def namespace_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another writer of XML has taken the name without a prefix for itself."""
    monkeypatch.setattr(ElementTree, "_namespace_map", {"urn:other": ""})


def case(noun: str, language: str) -> View[object]:
    values, _ = PAGE_MODELS[noun].read({}, TODAY)
    return picture(noun, values, TODAY, Locale(language))


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_a_chart_says_what_it_shows_and_where_it_comes_from(
    noun: str, theme: str
) -> None:
    drawn = case(noun, "en")
    root = fromstring(chart_svg(drawn, theme))
    words = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == drawn.takeaway
    assert words[-1] == drawn.origin
    assert root[1].get("fill") == PALETTES[theme]["paper"]


@pytest.mark.usefixtures("namespace_taken")
def test_a_chart_is_the_same_whatever_else_the_process_writes() -> None:
    drawn = case("apr", "en")
    assert chart_svg(drawn).startswith("<svg xmlns=")
    assert figure_png(drawn.figure)[1:4] == b"PNG"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_the_pixels_are_those_of_the_drawing(noun: str, language: str) -> None:
    drawn = case(noun, language)
    root = fromstring(chart_svg(drawn))
    with Image.open(io.BytesIO(chart_png(drawn))) as image:
        size = float(root.get("width", 0)), float(root.get("height", 0))
        assert image.size == tuple(side * SHARPNESS for side in size)
        paper = image.convert("RGB").getpixel((2, 2))
    assert f"#{bytes(paper).hex()}" == PALETTES["light"]["paper"]


def test_chinese_is_drawn_in_letters_not_in_boxes() -> None:
    """Where letters are missing, one word looks like every other of its length."""
    chart = printable(chart_svg(case("score_recovery", "zh")))
    other = chart.replace("评估", "时间")
    drawn, redrawn = (
        png("chart.typ", {"chart": each, "width": 300}, 72) for each in (chart, other)
    )
    assert other != chart
    assert drawn != redrawn
