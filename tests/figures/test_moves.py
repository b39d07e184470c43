"""Moves: the drawing of a case becomes that of another, as Python would draw it."""

from datetime import date
from itertools import accumulate, pairwise
from typing import Any
from xml.etree.ElementTree import Element, canonicalize, fromstring, tostring

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.moves import drawn_moves
from after_overdue.cases.view import View
from after_overdue.figures.static.elements import corners
from after_overdue.figures.static.moves import ALL, WORDS, Moves, moves
from after_overdue.figures.static_svg import WIDTHS, svg
from after_overdue.models.registry import PAGE_MODELS, picture
from tests.models.test_registry import ANOTHER_CASE
from tests.models.test_still_axes import positions

TODAY = date(2026, 11, 25)


def parsed(text: str) -> Element:
    """Return a drawing without the namespace that every one of its tags is in."""
    return fromstring(text.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1))


def moved(root: Element, found: Moves, position: int) -> None:
    """Put a drawing in the place of another, as the figure's script does."""
    for path, (counts, texts) in found.items():
        *way, name = path.split(".")
        text = texts[sum(end <= position for end in accumulate(counts))]
        parent, node = root, root
        for at in map(int, way):
            parent, node = node, node[at]
        if name == ALL:
            parent[int(way[-1])] = fromstring(str(text))
        elif name == WORDS:
            node.text = str(text)
        elif text is None:
            node.attrib.pop(name, None)
        else:
            node.set(name, str(text))


def drawn(noun: str, language: str, given: Any) -> View[Any]:
    values, _ = PAGE_MODELS[noun].read(given, TODAY)
    return picture(noun, values, TODAY, Locale(language))


@pytest.mark.parametrize("given", [{}, ANOTHER_CASE], ids=["usual", "another"])
@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_a_drawing_moved_to_a_position_is_the_one_that_python_makes(
    noun, given
) -> None:
    language = "zh" if given else "en"
    here = drawn(noun, language, given.get(noun, {}))
    sent, slider = drawn_moves(here), here.slider
    for value in positions(here):
        is_none = slider.none and value == slider.max
        values = {**here.asked.values, slider.name: None if is_none else value}
        there = picture(noun, values, TODAY, Locale(language))
        at = round((value - slider.min) / slider.step)
        for name, width in WIDTHS.items():
            root = parsed(svg(here.figure, width=width))
            moved(root, sent["moves"][name], at)
            root[0].text = sent["places"]["takeaway"][at]
            expected = tostring(parsed(svg(there.figure, width=width)))
            assert canonicalize(tostring(root)) == canonicalize(expected), (name, value)


def test_a_mark_that_comes_and_goes_is_moved_whole() -> None:
    shown = [fromstring(f"<svg>{each}<a/></svg>") for each in ("<b><c/></b>", "<g/>")]
    assert moves(shown) == {"0.*": ([1, 1], ["<b><c /></b>", "<g />"])}


def test_an_attribute_that_goes_is_taken_away() -> None:
    shown = [fromstring(f"<svg><a {each}/></svg>") for each in ("b='1'", "", "")]
    assert moves(shown) == {"0.b": ([1, 2], ["1", None])}


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ([(0, 0), (5, 0), (9, 0)], [(0, 0), (9, 0)]),
        ([(0, 0), (9, 0), (5, 0)], [(0, 0), (9, 0), (5, 0)]),
        ([(0, 0), (5, 0.2), (9, 0)], [(0, 0), (5, 0.2), (9, 0)]),
        ([(0, 0), (5, 0), (5, 5), (0, 5)], [(0, 0), (5, 0), (5, 5), (0, 5)]),
        ([(2, 2)], [(2, 2)]),
    ],
)
def test_a_straight_way_needs_two_points(points, kept) -> None:
    assert corners(points) == kept


def test_a_curve_keeps_to_its_way() -> None:
    curve = [(x / 4, (x / 200) ** 2) for x in range(1200)]
    kept = corners(curve)
    assert len(kept) < len(curve) / 5
    assert all(abs(_at(kept, x) - y) < 0.1 for x, y in curve)


def _at(points: list[tuple[float, float]], x: float) -> float:
    (ax, ay), (bx, by) = next(pair for pair in pairwise(points) if pair[1][0] >= x)
    return ay + (x - ax) / (bx - ax) * (by - ay)
