"""Figures in words: each unit as each language writes it."""

from datetime import date
from typing import get_args

import pytest

from after_overdue.catalog.figures_in_words import figure_in_words, unit_problems
from after_overdue.catalog.interface import words
from after_overdue.catalog.parameters import Parameter, Unit, value_of
from after_overdue.errors import ContentError

DAY = date(2026, 11, 23)


def said(given: object, unit: str, language: str, *, bare: bool = False) -> str:
    parameter = Parameter.model_validate(
        {
            "label": {"en": "a figure", "zh": "数字"},
            "unit": unit,
            "status": "assumption",
            "values": {date(2015, 1, 1): {"value": given, "sources": []}},
        }
    )
    value = value_of("some.figure", parameter, DAY)
    return figure_in_words(value, words("units", language), bare=bare)


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (5, "years", "5 years", "5年"),
        (1, "years", "1 year", "1年"),
        (0, "days", "0 days", "0天"),
        (1.0, "points", "1 point", "1分"),
        (1.5, "points", "1.5 points", "1.5分"),
        (25, "month", "month 25", "第25个月"),
        (0.3, "share", "30%", "30%"),
        (0.07, "share", "7%", "7%"),
        (0.0005, "share-per-day", "0.05% a day", "每天0.05%"),
        (0.006, "share-per-month", "0.6% a month", "每月0.6%"),
        (10_000, "yuan", "10,000 yuan", "10,000元"),
        (864.5, "yuan", "864.5 yuan", "864.5元"),
        (1985, "year", "1985", "1985年"),
        (30, "grains", "30 grains", "30粒"),
        (3, "points-per-month", "3 points a month", "每月3分"),
        (date(2026, 3, 31), "day", "31 March 2026", "2026年3月31日"),
    ],
)
def test_a_figure_is_said_with_its_unit(
    value: object, unit: str, english: str, chinese: str
) -> None:
    assert said(value, unit, "en") == english
    assert said(value, unit, "zh") == chinese


def test_a_bare_figure_leaves_the_unit_to_the_sentence() -> None:
    assert said(5, "years", "en", bare=True) == "5"
    assert said(0.006, "share-per-month", "zh", bare=True) == "0.6%"
    assert said(10_000, "yuan", "en", bare=True) == "10,000"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_unit_has_words_in_every_language(language: str) -> None:
    assert list(unit_problems(words("units", language))) == []
    for unit in set(get_args(Unit)) - {"choice"}:
        assert "2" in said(2, unit, language)


@pytest.mark.parametrize("value", [None, True, "loan", [1, 2]])
def test_what_is_no_figure_has_no_words(value: object) -> None:
    with pytest.raises(ContentError, match=r"some/figure\.yaml: .* has no words"):
        said(value, "choice", "en")


@pytest.mark.parametrize(
    ("key", "word", "message"),
    [
        ("locale", "xx_", "is no locale."),
        ("number", "many", "is no pattern."),
        ("years.other", "some years", "does not fill in {number}."),
        ("years.one", "{years} year", "fills in more than {number}."),
        ("years.once", "{number} year", "is no unit and plural."),
        ("eons.other", "{number} eons", "is no unit and plural."),
    ],
)
def test_words_that_cannot_say_a_unit_are_told(
    key: str, word: str, message: str
) -> None:
    changed = {**words("units", "en"), key: word}
    ((at, what, _),) = unit_problems(changed)
    assert (at, what) == (key, message)
