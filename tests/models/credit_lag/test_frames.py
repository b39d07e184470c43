"""The figure of credit: every position of the slider shows what Python computes."""

import json
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import PALETTES, painted
from after_overdue.models.credit_lag.case import credit_lag_case
from after_overdue.models.credit_lag.frames import (
    lag_along,
    lag_figure,
    lag_paths,
    lag_texts,
)
from after_overdue.models.credit_lag.words import CreditLagWords
from after_overdue.models.registry import MODELS
from tests.models.positions import plain, shown_at

TODAY = date(2026, 11, 23)
PASSING = ("given", "returned")


def wording(language: str = "en", **given: str) -> CreditLagWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["credit_lag"].read(texts, TODAY)
    assert refusals == []
    return CreditLagWords(credit_lag_case(values, TODAY), Locale(language))


def area(figure: dict, giver: str) -> float:
    x, y = next((e["x"], e["y"]) for e in figure["data"] if e["uid"] == giver)
    return (max(x) - min(x)) * (max(y) - min(y))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("given", [{}, {"lag_days": "-7"}, {"amount": "12.5"}], ids=str)
def test_every_position_shows_what_python_computes(given, language) -> None:
    words = wording(language, **given)
    base, paths = plain(lag_figure(words)), plain(lag_paths(words, lag_figure(words)))
    for position, there in enumerate(lag_along(words)):
        shown = shown_at(position, base, words.headlines(), paths)
        computed = plain(lag_figure(there))
        assert shown["data"] == computed["data"]
        assert shown["layout"] == computed["layout"]
        assert shown["headlines"] == plain(there.headlines())
        assert shown["takeaway"] == computed["layout"]["meta"]["alt"]


def test_the_shaded_area_is_value_times_days() -> None:
    assert area(lag_figure(wording()), "seller") == 30_000
    assert area(lag_figure(wording()), "buyer") == 0
    assert area(lag_figure(wording(lag_days="-7")), "buyer") == 7_000


def test_at_nought_days_nothing_is_shaded() -> None:
    figure = lag_figure(wording(lag_days="0"))
    assert area(figure, "seller") == area(figure, "buyer") == 0


@pytest.mark.parametrize("lag", ["-365", "-5", "0", "45", "50", "365"])
def test_delivery_and_payment_stay_inside_the_axis(lag) -> None:
    figure = lag_figure(wording(lag_days=lag))
    low, high = figure["layout"]["xaxis"]["range"]
    days = [each["x"][0] for each in figure["data"] if each["uid"] in PASSING]
    assert sorted(days) == [0, abs(int(lag))]
    assert low <= min(days) <= max(days) < high


def test_the_slider_has_a_text_at_each_of_its_positions() -> None:
    texts = lag_texts(Locale("en"), TODAY)
    assert len(texts) == len(lag_along(wording()))
    assert (texts[0], texts[73]) == ("paid 365 days earlier", "paid at once")


@pytest.mark.parametrize("theme", PALETTES)
def test_every_colour_has_a_value_in_both_themes(theme) -> None:
    assert '"@' not in json.dumps(painted(lag_figure(wording()), PALETTES[theme]))
