"""The figure of an unlicensed loan: positions, axes that stand still, evidence."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.registry import MODELS
from after_overdue.models.unlicensed_loan.case import unlicensed_loan_case
from after_overdue.models.unlicensed_loan.frames import (
    days_along,
    days_figure,
    days_paths,
    days_texts,
)
from after_overdue.models.unlicensed_loan.words import UnlicensedLoanWords
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 29)

CASES = [
    {},
    {"received": "1", "asked": "1000000000"},
    {"received": "500", "asked": "500"},
]


def wording(language: str = "en", **given: str) -> UnlicensedLoanWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["unlicensed_loan"].read(texts, TODAY)
    assert refusals == []
    case = unlicensed_loan_case(values, TODAY)
    return UnlicensedLoanWords(case, Locale(language))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given, language) -> None:
    words = wording(language, **given)
    base, paths = (
        plain(days_figure(words)),
        plain(days_paths(words, days_figure(words))),
    )
    for position, there in list(enumerate(days_along(words)))[::13]:
        shown = shown_at(position, base, words.headlines(), paths)
        computed = plain(days_figure(there))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())


@pytest.mark.parametrize("given", CASES, ids=str)
def test_no_axis_moves_with_the_days_and_every_point_lies_on_it(given) -> None:
    words = wording(**given)
    drawn = [days_figure(each) for each in days_along(words)]
    for axis in ("xaxis", "yaxis", "xaxis2", "yaxis2"):
        ranges = {tuple(each["layout"][axis]["range"]) for each in drawn}
        assert len(ranges) == 1
    low, high = drawn[0]["layout"]["yaxis2"]["range"]
    for each in drawn:
        rates = [e for e in each["data"] if e.get("yaxis") == "y2"]
        assert all(low <= y <= high for trace in rates for y in trace["y"])


def test_the_law_is_drawn_solid_and_the_assumption_dashed() -> None:
    drawn = days_figure(wording())["data"]
    lines = {each["uid"]: each["line"] for each in drawn if "line" in each}
    assert lines["debt"]["dash"] == "dash"
    assert "dash" not in lines["principal"]
    assert "dash" not in lines["ceiling"]


def test_the_slider_has_a_text_at_each_of_its_positions() -> None:
    texts = days_texts(Locale("en"), TODAY)
    assert len(texts) == len(days_along(wording()))
    assert (texts[0], texts[6]) == ("1 day", "7 days")


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    assert '"@' not in json.dumps(painted(days_figure(wording()), PALETTES[theme]))
