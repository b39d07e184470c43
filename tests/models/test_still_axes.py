"""The scale stands still: only what is drawn moves with the main slider."""

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.models.registry import MODELS, PAGE_MODELS, picture
from tests.models.test_truth import FAR, TODAY, _points, given

SETTINGS, POSITIONS, SEED = 7, 6, 4
MONEY = {"penalty_interest": "yaxis", "apr": "yaxis2", "credit_lag": "yaxis"}


def positions(drawn: View[Any]) -> list[float]:
    """The ends and the middle of the main slider, and a few places in between."""
    slider = drawn.slider
    last, chance = len(slider.texts) - 1, random.Random(SEED)
    at = {0, last // 2, last, *(chance.randint(0, last) for _ in range(POSITIONS))}
    kind = type(slider.value)
    return [kind(round(slider.min + each * slider.step, 10)) for each in sorted(at)]


@cache
def settings(noun: str) -> tuple[View[Any], ...]:
    page = PAGE_MODELS[noun]
    asked = [
        page.read({name: [text] for name, text in texts.items()}, TODAY)[0]
        for texts in given(noun)[:SETTINGS]
    ]
    return tuple(picture(noun, values, TODAY, Locale("en")) for values in asked)


def moved(drawn: View[Any]) -> Iterator[Any]:
    """The figure at some positions of the main slider, all else as it is set."""
    for value in positions(drawn):
        values = {**drawn.asked.values, drawn.slider.name: value}
        yield picture(drawn.noun, values, TODAY, Locale("en")).figure


def axes(figure: Any) -> dict[str, Any]:
    layout = figure["layout"]
    return {name: layout[name] for name in layout if name[1:5] == "axis"} | {
        "margin": layout["margin"],
        "height": layout["height"],
    }


@pytest.mark.parametrize("noun", MODELS)
def test_no_axis_differs_between_two_positions_of_the_main_slider(noun) -> None:
    for drawn in settings(noun):
        for figure in moved(drawn):
            assert axes(figure) == axes(drawn.figure), drawn.settings


@pytest.mark.parametrize("noun", MODELS)
def test_what_the_browser_fetches_moves_no_axis(noun) -> None:
    for drawn in settings(noun)[:2]:
        places = drawn.paths()["places"]
        assert [each for each in places if "axis" in each or "margin" in each] == []


@pytest.mark.parametrize("noun", MODELS)
def test_every_position_is_drawn_inside_the_axes(noun) -> None:
    for drawn in settings(noun):
        for figure in moved(drawn):
            for x, y, across, up in _points(figure):
                assert min(up) - FAR <= y <= max(up) + FAR, (drawn.settings, y, up)
                if noun != "credit_lag":  # its steps run on to both edges
                    assert min(across) <= x <= max(across), drawn.settings


@pytest.mark.parametrize(("noun", "axis"), MONEY.items())
def test_an_axis_of_money_starts_at_nought(noun, axis) -> None:
    for drawn in settings(noun):
        assert drawn.figure["layout"][axis]["range"][0] == 0
