"""The figure of true cost: every position of the slider shows what Python computes."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.apr.case import AprCase, apr_case
from after_overdue.models.apr.frames import fee_along, fee_figure, fee_paths, fee_texts
from after_overdue.models.apr.words import AprWords
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 23)


def case_of(**given: str) -> AprCase:
    values, refusals = MODELS["apr"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert refusals == []
    return apr_case(values, TODAY)


def drawn(wording: AprWords, month: int = 1) -> dict:
    return plain(fee_figure(wording, month))


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
    wording = AprWords(case_of(**given), Locale(language))
    base, paths = drawn(wording), plain(fee_paths(wording, fee_figure(wording, 1), 1))
    for position, there in enumerate(fee_along(wording)):
        shown = shown_at(position, base, wording.headlines(), paths)
        computed = drawn(there)
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]


def test_the_slider_has_a_text_at_each_of_its_positions() -> None:
    texts = fee_texts(Locale("en"), TODAY)
    assert len(texts) == len(fee_along(AprWords(case_of(), Locale("en"))))
    assert (texts[0], texts[60]) == ("0% a month", "0.6% a month")


def named(figure: dict, uid: str) -> dict:
    return next(each for each in figure["data"] if each["uid"] == uid)


def test_the_two_bars_are_what_it_sounds_like_and_what_it_costs() -> None:
    figure = drawn(AprWords(case_of(), Locale("en")))
    (said,), (true,) = named(figure, "said")["x"], named(figure, "true")["x"]
    assert said == pytest.approx(0.072)
    assert true == pytest.approx(0.1303, abs=1e-4)
    labels = {each["name"]: each["text"] for each in figure["layout"]["annotations"]}
    assert labels["said"] == "Sounds like 7.2% a year"
    assert labels["true"] == "Costs 13.03%"


def test_the_fee_is_level_on_a_debt_that_shrinks() -> None:
    figure = drawn(AprWords(case_of(), Locale("en")))
    owed, fees = named(figure, "owed")["y"], named(figure, "fees")
    assert owed == sorted(owed, reverse=True)
    assert fees["base"] == owed
    assert set(fees["y"]) == {720}, "ten times 72, as the label says"
    caps = next(e for e in figure["layout"]["annotations"] if e["name"] == "caps")
    assert "drawn 10 times larger" in caps["text"]
    assert (fees["customdata"][0], fees["customdata"][-1]) == (0.006, 0.072)


@pytest.mark.parametrize("fees", ["spread", "first", "upfront"])
@pytest.mark.parametrize("months", ["1", "12", "60"])
def test_the_fees_fit_above_the_debt_at_every_position(fees, months) -> None:
    wording = AprWords(case_of(fees=fees, months=months), Locale("en"))
    for there in (fee_along(wording)[at] for at in (0, 60, 200)):
        figure = drawn(there)
        owed, caps = named(figure, "owed")["y"], named(figure, "fees")["y"]
        top = figure["layout"]["yaxis2"]["range"][1]
        assert max(a + b for a, b in zip(owed, caps, strict=True)) <= top


def test_what_is_owed_stands_on_nought() -> None:
    figure = drawn(AprWords(case_of(), Locale("en")))
    bars = named(figure, "owed")
    assert bars["y"][0] == 12_000
    assert figure["layout"]["yaxis2"]["range"][0] == 0


def test_the_takeaway_says_what_the_chart_says() -> None:
    said = drawn(AprWords(case_of(), Locale("en")))["layout"]["meta"]["alt"]
    assert "sounds like 7.2% a year and costs 13.03% (APR)" in said
    assert "from 0.60% of what is owed in month 1 to 7.20% in month 12" in said


def test_fees_that_take_everything_show_no_rate() -> None:
    wording = AprWords(case_of(fees="upfront", months="60"), Locale("en"))
    last = fee_along(wording)[-1]
    assert last.headlines()[1][1] == "no rate"
    assert named(drawn(last), "true")["x"] == [0]


def test_a_rate_beyond_the_axis_leaves_it_with_an_arrow() -> None:
    wording = AprWords(case_of(fees="upfront", months="60"), Locale("en"))
    figure = drawn(wording)
    label = next(e for e in figure["layout"]["annotations"] if e["name"] == "true")
    end = figure["layout"]["xaxis"]["range"][1]
    assert float(wording.case.rate.apr) < end
    assert not label["text"].endswith("→")
    dear = AprWords(
        case_of(fees="upfront", months="60", monthly_fee="0.0160"), Locale("en")
    )
    figure = drawn(dear)
    label = next(e for e in figure["layout"]["annotations"] if e["name"] == "true")
    assert float(dear.case.rate.apr) > figure["layout"]["xaxis"]["range"][1] == end
    assert named(figure, "true")["x"] == [end]
    assert label["text"].endswith("→")


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    figure = fee_figure(AprWords(case_of(), Locale("en")), 3)
    assert '"@' not in json.dumps(painted(figure, PALETTES[theme]))
