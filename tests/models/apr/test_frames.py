"""The figure of true cost: every position of the slider shows what Python computes."""

import json
from datetime import date

import pytest

from after_overdue.cases.speech import Speech
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.apr.case import AprCase, apr_case
from after_overdue.models.apr.frames import fee_along, fee_figure, fee_paths, fee_texts
from after_overdue.models.apr.words import AprWords
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 23)


def case_of(**given: str) -> AprCase:
    held, refusals = MODELS["apr"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert refusals == []
    return apr_case(held, TODAY)


def drawn(told: AprWords, month: int = 1) -> dict:
    return plain(fee_figure(told, month))


CASES = [
    {},
    {"monthly_fee": "0.0073333333", "months": "9"},
    {"fees": "first"},
    {"fees": "upfront", "months": "60"},
    {"settle_after": "6", "fees_waived": "no"},
    {"months": "1"},
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", CASES, ids=str)
def test_every_position_shows_what_python_computes(given, language) -> None:
    told = AprWords(case_of(**given), Speech(language))
    base, paths = drawn(told), plain(fee_paths(told, fee_figure(told, 1), 1))
    for position, there in enumerate(fee_along(told)):
        shown = shown_at(position, base, told.headlines(), paths)
        computed = drawn(there)
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]


def test_the_slider_has_a_text_at_each_of_its_positions() -> None:
    texts = fee_texts(Speech("en"), TODAY)
    assert len(texts) == len(fee_along(AprWords(case_of(), Speech("en"))))
    assert (texts[0], texts[60]) == ("0% a month", "0.6% a month")


def test_the_rate_climbs_from_the_fee_to_twelve_times_the_fee() -> None:
    figure = drawn(AprWords(case_of(), Speech("en")))
    climbing = next(each for each in figure["data"] if each["uid"] == "effective")
    assert climbing["y"][0] == 0.006
    assert climbing["y"][-1] == 0.072
    assert climbing["y"] == sorted(climbing["y"])


def test_what_is_owed_stands_on_nought() -> None:
    figure = drawn(AprWords(case_of(), Speech("en")))
    bars = next(each for each in figure["data"] if each["type"] == "bar")
    assert bars["y"][0] == 12_000
    assert figure["layout"]["yaxis2"]["range"][0] == 0


def test_the_takeaway_says_what_the_chart_says() -> None:
    said = drawn(AprWords(case_of(), Speech("en")))["layout"]["meta"]["alt"]
    assert "sounds like 7.2% a year and costs 13.03% (APR)" in said
    assert "from 0.60% of what is owed in month 1 to 7.20% in month 12" in said


def test_fees_that_take_everything_show_no_rate() -> None:
    told = AprWords(case_of(fees="upfront", months="60"), Speech("en"))
    last = fee_along(told)[-1]
    assert last.headlines()[1][1] == "no rate"
    assert drawn(last)["data"][1]["y"] == [None, None]


@pytest.mark.parametrize(
    "given",
    [
        {"months": "12", "monthly_fee": "0.0139"},
        {"months": "24", "monthly_fee": "0.01"},
    ],
    ids=str,
)
def test_a_note_on_fees_taken_at_once_has_room_above_the_line(given) -> None:
    told = AprWords(case_of(fees="upfront", **given), Speech("en"))
    layout = drawn(told)["layout"]
    labels = {each["name"]: each for each in layout["annotations"]}
    true, note = labels["true"], labels["note"]
    part = layout["yaxis"]["domain"]
    lowest, highest = layout["yaxis"]["range"]
    at = part[0] + (part[1] - part[0]) * (true["y"] - lowest) / (highest - lowest)
    inside = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    size = layout["font"]["size"]
    assert (
        note["y"] - at
    ) * inside > 4 * size  # two lines of its own, one on the line, and air
    assert true["xanchor"] == "right"


def test_a_rate_beyond_the_axis_leaves_it_with_an_arrow_below_the_note() -> None:
    told = AprWords(
        case_of(fees="upfront", months="60", settle_after="1"), Speech("en")
    )
    figure = drawn(told)
    label = next(e for e in figure["layout"]["annotations"] if e["name"] == "true")
    line = next(each for each in figure["data"] if each["uid"] == "true")
    assert line["y"] == [None, None]
    assert label["text"].startswith("↑ true: ")
    assert label["y"] == figure["layout"]["yaxis"]["range"][1]
    assert label["yshift"] <= -3 * figure["layout"]["font"]["size"]


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    figure = fee_figure(AprWords(case_of(), Speech("en")), 3)
    assert '"@' not in json.dumps(painted(figure, PALETTES[theme]))
