"""Refusals in words: numbers as their language writes them, one sentence each."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.refusals import page_sentences
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 25)


def sentences(noun: str, language: str, **address: str) -> list[str]:
    model = MODELS[noun]
    values, refusals = model.read({key: [text] for key, text in address.items()}, TODAY)
    return page_sentences(refusals, model.inputs_on(TODAY), values, Locale(language))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Loans on the book is 2,000,000,000; allowed is 1 to 1,000,000,000, "
            "so this page shows 1,000,000,000.",
        ),
        (
            "zh",
            "组合里的贷款笔数是2,000,000,000，允许的范围是1到1,000,000,000，"
            "本页改为显示1,000,000,000。",
        ),
    ],
)
def test_large_numbers_are_grouped_and_chinese_has_no_spaces(language, sentence):
    assert sentences("loan_book", language, loans="2000000000") == [sentence]


def test_small_shares_keep_every_digit() -> None:
    (sentence,) = sentences(
        "apr", "en", fees="upfront", months="60", monthly_fee="0.02"
    )
    assert "allowed is up to 0.0166, so this page shows 0.0166." in sentence


@pytest.mark.parametrize("given", ["20261124", "2026112"])
def test_what_is_no_day_is_quoted_as_it_was_typed(given) -> None:
    (sentence,) = sentences("credit_record", "en", as_of=given)
    assert f"“{given}”, which is not a day" in sentence


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "utm_source, ref are not settings"), ("zh", "utm_source, ref都不是这里的")],
)
def test_unknown_settings_are_told_together_and_first(language, words) -> None:
    address = {"utm_source": "x", "points_lost": "900", "ref": "y"}
    unknown, known = sentences("score_recovery", language, **address)
    assert unknown.startswith(words)
    assert "900" in known
    assert "utm_source" not in known
