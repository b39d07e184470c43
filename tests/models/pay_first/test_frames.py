"""The figure of several debts: every position shows what Python computes."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.pay_first.case import pay_first_case
from after_overdue.models.pay_first.frames import (
    axis_months,
    order_along,
    order_figure,
    order_paths,
)
from after_overdue.models.pay_first.words import PayFirstWords
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> PayFirstWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["pay_first"].read(texts, TODAY)
    assert refusals == []
    return PayFirstWords(pay_first_case(values, TODAY), Locale(language))


def figure_of(words: PayFirstWords) -> dict:
    return order_figure(words, axis_months(words.case))


CASES = [
    {},
    {"debts": "9000:0.24:90,500:0:0:late"},
    {"debts": "20000:0.24:100,3000:0:100", "budget": "350"},
    {"debts": "100000:0.06:100,3000:0:100", "budget": "650"},
    {"debts": "300:0.1:0,9000:0.24:0", "budget": "8000"},
]


@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given) -> None:
    words = wording(**given)
    figure, months = figure_of(words), axis_months(words.case)
    base, paths = plain(figure), plain(order_paths(words, figure, months))
    for position, there in enumerate(order_along(words)):
        shown = shown_at(position, base, words.headlines(), paths)
        computed = plain(figure_of(there))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())


def test_a_bar_ends_in_the_month_in_which_its_debt_is_gone() -> None:
    words = wording()
    bars = {each["uid"]: each["x"] for each in figure_of(words)["data"]}
    for order, way in words.case.ways.items():
        for at, month in enumerate(way.gone_in):
            assert bars[f"{order}_{at}"] == [month]


@pytest.mark.parametrize("given", CASES, ids=str)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bar_says_under_the_pointer_what_its_label_says(language, given) -> None:
    words = wording(language, **given)
    figure, locale = figure_of(words), Locale(language)
    labels = {each["name"]: each["text"] for each in figure["layout"]["annotations"]}
    for bar in figure["data"]:
        [told] = bar["customdata"]
        assert bar["hovertemplate"] == "%{customdata}<extra></extra>"
        if labels[bar["uid"]] == "∞":
            assert told == words.say("hover_never")
        else:
            assert locale.counted(int(labels[bar["uid"]]), "months") in told


def test_a_debt_gone_after_one_month_is_counted_as_one() -> None:
    bars = figure_of(wording(debts="300:0.1:0,9000:0.24:0", budget="8000"))["data"]
    told = {text for each in bars for text in each["customdata"]}
    assert "gone after 1 month" in told


def test_the_axis_holds_the_longest_of_all_positions() -> None:
    words = wording()
    low, high = figure_of(words)["layout"]["xaxis"]["range"]
    months = [
        way.months for each in order_along(words) for way in each.case.ways.values()
    ]
    assert low == 0
    assert max(months) <= high


def test_a_debt_that_never_goes_runs_to_the_end_of_the_axis() -> None:
    words = wording(debts="20000:0.24:100,20000:0.24:100", budget="400")
    figure = figure_of(words)
    assert {each["x"][0] for each in figure["data"]} == {120}
    assert {"∞"} <= {each["text"] for each in figure["layout"]["annotations"]}


def test_a_debt_in_arrears_has_the_colour_of_late() -> None:
    figure = figure_of(wording(debts="9000:0.24:90,500:0:0:late"))
    colours = {each["uid"]: each["marker"]["color"] for each in figure["data"]}
    assert colours["dearest_first_1"] == "@debt" != colours["dearest_first_0"]


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    assert '"@' not in json.dumps(painted(figure_of(wording()), PALETTES[theme]))
