"""The figure of a card debt: every position shows what Python computes."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.card_plan.case import card_plan_case
from after_overdue.models.card_plan.frames import plan_along, plan_figure, plan_paths
from after_overdue.models.card_plan.words import CardPlanWords
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> CardPlanWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["card_plan"].read(texts, TODAY)
    assert refusals == []
    return CardPlanWords(card_plan_case(values, TODAY), Locale(language))


def axes(figure: dict) -> list:
    return [figure["layout"][axis]["range"] for axis in ("xaxis", "yaxis")]


@pytest.mark.parametrize(
    "given", [{}, {"debt": "10000", "plan_rate": "0.1"}, {"pay_per_month": "833.33"}]
)
def test_every_position_shows_what_python_computes(given) -> None:
    words = wording(**given)
    base, paths = (
        plain(plan_figure(words)),
        plain(plan_paths(words, plan_figure(words))),
    )
    for position, there in enumerate(plan_along(words)):
        shown = shown_at(position, base, words.headlines(), paths)
        computed = plain(plan_figure(there))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())


def test_the_axes_stand_still_while_the_slider_moves() -> None:
    still = axes(plan_figure(wording()))
    for there in plan_along(wording()):
        assert axes(plan_figure(there)) == still


def test_a_debt_that_outgrows_the_figure_is_drawn_as_far_as_it_goes() -> None:
    figure = plan_figure(wording(pay_per_month="0"))
    fixed = next(each for each in figure["data"] if each["uid"] == "fixed")
    assert max(fixed["y"]) <= figure["layout"]["yaxis"]["range"][1]
    assert len(fixed["x"]) == len(fixed["y"]) > 1


def test_what_no_bank_has_to_agree_to_is_dashed() -> None:
    dashes = {
        each["uid"]: each["line"].get("dash") for each in plan_figure(wording())["data"]
    }
    assert dashes == {"minimum": None, "fixed": None, "plan": "dash"}


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    assert '"@' not in json.dumps(painted(plan_figure(wording()), PALETTES[theme]))
