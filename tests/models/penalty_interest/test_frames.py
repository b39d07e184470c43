"""The cost curve: every position of the slider shows what Python computes for it."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.penalty_interest.case import PenaltyCase, penalty_case
from after_overdue.models.penalty_interest.frames import PenaltyChart
from after_overdue.models.registry import MODELS, PAGE_MODELS, picture
from tests.models.positions import shown_at

TODAY = date(2026, 11, 23)
LAST_DAY = 720


def case_of(**given: str) -> PenaltyCase:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["penalty_interest"].read(texts, TODAY)
    assert refusals == []
    return penalty_case(values, TODAY)


def chart_of(language: str = "en", **given: str) -> PenaltyChart:
    case = case_of(**given)
    return PenaltyChart(case, Locale(language), LAST_DAY)


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def lines_of(figure: Any) -> Any:
    return figure["data"]


CASES = [
    {},
    {"basis": "instalment", "compound": "monthly", "lender": "private"},
    {"kind": "card"},
    {"compound": "quarterly", "penalty_on_penalty": "yes", "unpaid_interest": "300"},
    {"principal": "0"},
    {"principal": "100000000"},
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given, language) -> None:
    chart = replace(chart_of(language, **given), last_day=120)
    base, paths = plain(chart.figure()), plain(chart.paths())
    headlines = chart.wording(0).headlines()
    for day in range(0, 121, 8):
        there = replace(chart, case=replace(chart.case, days=day))
        shown = shown_at(day, base, headlines, paths)
        computed = plain(there.figure())
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(chart.wording(day).headlines())
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]


def test_money_starts_at_nought_and_holds_both_lines() -> None:
    for rate in ("0", "0.12", "0.36"):
        figure = chart_of(rate=rate).figure()
        low, high = figure["layout"]["yaxis"]["range"]
        assert low == 0
        assert high > max(max(each["y"]) for each in lines_of(figure))


@pytest.mark.parametrize(
    ("principal", "widest"), [("10000", "5,000"), ("100000000", "50,000,000")]
)
def test_the_longest_tick_of_money_has_room_beside_the_title(
    principal: str, widest: str
) -> None:
    left = chart_of(principal=principal).figure()["layout"]["margin"]["l"]
    assert left > 7 * len(widest) + 18


def test_the_line_passes_the_ceiling_where_the_rates_do() -> None:
    charges, ceiling = lines_of(chart_of(rate="0.16").figure())
    assert charges["y"] == ceiling["y"]
    charges, ceiling = lines_of(chart_of(rate="0.165").figure())
    assert all(
        one > other
        for one, other in zip(charges["y"], ceiling["y"], strict=True)
        if one
    )


def test_the_strip_below_has_the_classes_of_the_rule() -> None:
    fields = {
        shape["name"]: (shape["x0"], shape["x1"])
        for shape in chart_of().figure()["layout"]["shapes"]
        if shape["type"] == "rect" and shape["name"] != "later"
    }
    assert fields == {
        "special_mention": (0, 90),
        "substandard": (90, 270),
        "doubtful": (270, 360),
        "loss": (360, 720),
    }


def test_a_card_has_the_bands_of_its_own_rule_and_its_own_lines() -> None:
    figure = chart_of(kind="card").figure()
    loss = next(each for each in figure["layout"]["shapes"] if each["name"] == "loss")
    assert loss["x0"] == 180
    whole, interest = lines_of(figure)
    assert whole["y"][180] == 2175.38
    assert interest["y"][180] == 1125.38


def test_the_mark_stands_on_what_is_added_and_not_on_the_ceiling() -> None:
    layout = chart_of(days="90").figure()["layout"]
    here = next(each for each in layout["annotations"] if each["name"] == "here")
    assert (here["x"], here["y"]) == (90, 450)


def test_the_takeaway_says_what_the_chart_says() -> None:
    said = chart_of().figure()["layout"]["meta"]["alt"]
    assert "At 18% a year, 10,000 yuan overdue costs 5 yuan on the first day" in said
    assert "450 yuan by day 90 and 1,800 yuan by day 360" in said


@pytest.mark.parametrize("kind", ["loan", "card"])
@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme, kind) -> None:
    figure = chart_of(kind=kind).figure()
    assert '"@' in json.dumps(figure)
    assert '"@' not in json.dumps(painted(figure, PALETTES[theme]))


@pytest.mark.parametrize(
    ("given", "last"),
    [
        ({"days": "0"}, 120),
        ({"days": "120"}, 120),
        ({"days": "121"}, 720),
        ({"days": "90", "days_in_view": "far"}, 720),
    ],
    ids=str,
)
def test_the_first_months_are_in_view_unless_more_is_asked_for(given, last) -> None:
    page = PAGE_MODELS["penalty_interest"]
    values, _ = page.read({name: [text] for name, text in given.items()}, TODAY)
    shown = picture("penalty_interest", values, TODAY, Locale("en"))
    assert shown.figure["layout"]["xaxis"]["range"] == [0, last]
    assert len(shown.slider.texts) == last + 1


@pytest.mark.parametrize("last", [120, LAST_DAY])
def test_a_class_without_room_for_its_name_on_a_phone_carries_none(last: int) -> None:
    chart = replace(chart_of(), last_day=last)
    named = {
        each["name"]: each["visible"]
        for each in chart.figure()["layout"]["annotations"]
        if each["name"] in ("special_mention", "substandard", "doubtful", "loss")
    }
    whole = {"substandard": True, "loss": True} | dict.fromkeys(
        ("special_mention", "doubtful"), False
    )
    near = {"special_mention": True, "substandard": True}
    assert named == (whole if last == LAST_DAY else near)


def test_no_path_needs_a_palette() -> None:
    assert '"@' not in json.dumps(chart_of().paths())


def test_the_lines_of_a_card_start_at_nought_and_jump_on_the_first_day() -> None:
    both, interest = lines_of(chart_of(kind="card").figure())
    assert (both["y"][:2], interest["y"][:2]) == ([0, 230], [0, 180])
