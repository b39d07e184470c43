"""Pictures: the same settings give the same figure and words everywhere."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.models.registry import PAGE_MODELS, picture
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 25)
NOUNS = list(PAGE_MODELS)
ANOTHER_CASE = {
    "three_clocks": {"amount": ["2500"]},
    "score_recovery": {"score_before": ["700"]},
    "credit_record": {"amount": ["250"]},
    "penalty_interest": {"principal": ["2500"]},
    "card_plan": {"debt": ["20000"]},
    "pay_first": {"debts": ["20000:0.24:600,5000:0.1:100"]},
    "apr": {"months": ["24"]},
    "limitation": {"events": ["text:2023-01-10"]},
    "unlicensed_loan": {"received": ["700"]},
    "credit_lag": {"amount": ["2500"]},
    "loan_book": {"weak_share": ["0.4"]},
}


def drawn(noun: str, given=None, language: str = "en") -> View:
    values, refusals = PAGE_MODELS[noun].read(given or {}, TODAY)
    assert refusals == []
    return picture(noun, values, TODAY, Locale(language))


@pytest.mark.parametrize("noun", NOUNS)
def test_the_settings_of_a_picture_open_the_same_picture(noun) -> None:
    first = drawn(noun, ANOTHER_CASE[noun])
    again = drawn(noun, {name: [text] for name, text in first.settings.items()})
    assert again.figure == first.figure
    assert again.headlines == first.headlines
    assert again.answer == first.answer


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_dearest_plan_there_can_be_is_told(language) -> None:
    given = {
        "months": ["60"],
        "monthly_fee": ["0.0166"],
        "fees": ["upfront"],
        "settle_after": ["1"],
        "fees_waived": ["no"],
    }
    found = dict(drawn("apr", given, language).headlines)
    assert list(found.values())[2] == "6.0 × 10³⁰%"


@pytest.mark.parametrize("noun", NOUNS)
def test_the_slider_where_it_stands_shows_the_picture_itself(noun) -> None:
    here = drawn(noun)
    slider = here.slider
    at = round((slider.value - slider.min) / slider.step)
    found = shown_at(at, here.figure, here.headlines, here.paths()["places"])
    assert found["data"] == plain(here.figure)["data"]
    assert found["headlines"] == plain(here.headlines)
    assert found["takeaway"] == here.takeaway


@pytest.mark.parametrize("noun", NOUNS)
def test_every_position_of_the_slider_has_its_words(noun) -> None:
    here = drawn(noun)
    positions = round((here.slider.max - here.slider.min) / here.slider.step) + 1
    paths = here.paths()
    assert len(paths["slider_texts"]) == positions
    assert all(len(each) == positions for each in paths["places"].values())


@pytest.mark.parametrize("noun", NOUNS)
def test_moving_the_slider_leaves_the_case_and_another_setting_does_not(noun) -> None:
    here = drawn(noun)
    top = here.asked.inputs[here.slider.name]
    end = here.slider.none or top.write(type(here.slider.value)(here.slider.max))
    moved = drawn(noun, {here.slider.name: [end]})
    there = here.paths_address
    assert moved.paths_address == there
    assert drawn(noun, ANOTHER_CASE[noun]).paths_address != there
    assert drawn(noun, language="zh").paths_address != there


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_sent_now_tells_the_present_place_in_words(noun) -> None:
    here = drawn(noun)
    assert here.slider.word in (here.slider.now, *here.slider.texts)
    if here.chosen:
        assert here.chosen.word in here.chosen.words
