"""Every Explore page: a case that teaches, its address, its slider, its refusals."""

import pytest

from after_overdue import clock
from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.models.registry import MODELS, PAGE_MODELS
from after_overdue.reading.plain import plain
from tests.pages.opening import opened, text, warnings

REFUSED = [
    (
        "score_recovery",
        {
            "points_lost": "x",
            "score_before": ["700", "710"],
            "months": "13.5",
            "colour": "red",
            "readings": "magic",
            "repaired_in": "soon",
            "on_time_share": "98",
            "relapse_month": "90",
            "lang": "fr",
        },
        [
            "which is not a number; write it in digits, from 0 to 200, so",
            "is given more than once, as 700 710; give it once",
            "it must be a whole number from 12 to 120, so",
            "colour (“red”) is not a setting here",
            "“magic”, which is unknown; allowed is schedule",
            "which is not a month; write year and month",
            "allowed is 0.5 to 1 (98 per cent is written 98%), so this page shows 1.",
            "after the last month shown; allowed is 1 to 72",
            "“fr” is no language of this guide; it has en, zh",
        ],
    ),
    (
        "penalty_interest",
        {"penalty_on_penalty": "yes", "basis": "instalment", "missed_instalment": "40"},
        ["nothing is compounded", "after the last instalment; allowed is 1 to 12"],
    ),
    (
        "credit_record",
        {"due_on": "2026-05-01", "cured_on": "2026-04-01", "as_of": "soon"},
        ["before the due date 2026-05-01", "not a day; write year, month and day"],
    ),
    (
        "apr",
        {"settle_after": "20", "chosen_month": "20"},
        ["after the last instalment; allowed is 1 to 12", "after the last month shown"],
    ),
]
"""A page, what its address has wrong, and what is said of it."""
PAGES = [noun for noun, model in MODELS.items() if not model.is_home]


def drawn(noun: str, language: str, **address: str) -> View:
    model = PAGE_MODELS[noun]
    values, _ = model.read(
        {key: [each] for key, each in address.items()}, clock.today()
    )
    return model.picture(values, clock.today(), Locale(language))


def assert_answered(app, view: View) -> None:
    said = text(app)
    assert view.answers
    for answer in view.answers:
        assert answer in said or plain(answer) in said


@pytest.mark.parametrize("noun", PAGES)
def test_the_starting_state_already_teaches(noun: str) -> None:
    app, view = opened(noun), drawn(noun, "en")
    assert app.title[0].value == view.asked.locale.words(noun)["title"]
    assert_answered(app, view)
    assert warnings(app) == []


@pytest.mark.parametrize("noun", PAGES)
def test_the_plain_chart_follows_its_slider_in_the_language_of_the_address(
    noun: str,
) -> None:
    app, slider = opened(noun, lang="zh", plain="yes"), drawn(noun, "zh").slider
    key = f"{noun}.plain" if slider.none else slider.name
    end = slider.max - slider.step if slider.none else slider.max
    app.slider(key=key).set_value(end).run()
    written = app.query_params[slider.name]
    assert float(written) == end
    assert_answered(app, drawn(noun, "zh", **{slider.name: written}))


@pytest.mark.parametrize("noun", PAGES)
def test_a_slider_beyond_its_end_opens_at_its_end_and_says_so(noun: str) -> None:
    slider = drawn(noun, "en").slider
    [warning] = warnings(opened(noun, **{slider.name: "1000000000000"}))
    assert "allowed is" in warning
    assert "so this page shows" in warning


@pytest.mark.parametrize(("noun", "address", "sentences"), REFUSED)
def test_all_that_an_address_has_wrong_is_said_at_once(
    noun: str, address: dict[str, str | list[str]], sentences: list[str]
) -> None:
    said = "\n".join(warnings(opened(noun, **address)))
    assert [each for each in sentences if each not in said] == []
