"""What the page on several debts says, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.setting_words import setting_in_words
from after_overdue.models.pay_first.case import answer, inputs_on, pay_first_case
from after_overdue.models.pay_first.words import PayFirstWords
from after_overdue.models.pay_first.working import workings
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> PayFirstWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["pay_first"].read(texts, TODAY)
    assert refusals == []
    return PayFirstWords(pay_first_case(values, TODAY), Locale(language))


def test_what_the_order_saves_is_told() -> None:
    said = "\n".join(wording().answers())
    assert "dearest first saves 1,689.61 yuan of interest" in said
    assert "同一家有好几笔" in "\n".join(wording("zh").answers())


@pytest.mark.parametrize(
    ("debts", "said"),
    [
        ("20000:0.24:600,3000:0:100", "No debt is marked as in arrears"),
        ("20000:0.24:600:late,3000:0:100", "Why arrears first may be worth it"),
    ],
)
def test_arrears_are_told_where_there_are_some(debts, said) -> None:
    assert any(said in each for each in wording(debts=debts).answers())


def test_debts_that_are_never_paid_off_are_said_to_be() -> None:
    words = wording(debts="20000:0.24:100,20000:0.24:100", budget="400")
    assert {value for _, value in words.headlines()} == {"Debts not paid off"}
    assert not any("saves" in each for each in words.answers())


def test_where_the_order_makes_no_difference_that_is_said() -> None:
    words = wording(debts="2000:0:100,3000:0:100", budget="400")
    assert any("cost the same" in each for each in words.answers())


NEVER_ALL = {"debts": "20000:0.24:100,3000:0:100", "budget": "350"}
LONG = "19000:0.24:0,3000:0:0"
"""Paid off dearest first with 381 yuan a month; smallest first lets it grow."""


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        (NEVER_ALL, "neither dearest first nor smallest first", "五十年都还不清"),
        (
            {"debts": LONG, "budget": "381"},
            "of interest dearest first; smallest first, the debts are not paid off",
            "先还最小的，五十年也还不清",
        ),
        ({}, "of interest dearest first, ", "先还最贵的，利息"),
    ],
)
def test_the_sentence_names_each_order_that_never_ends(given, english, chinese) -> None:
    for language, said in (("en", english), ("zh", chinese)):
        sentence = "".join(text for text, _ in wording(language, **given).sentence())
        assert said in sentence
        assert "off of interest" not in sentence
        assert "利息五十年" not in sentence


def test_the_sentence_names_dearest_first_where_it_alone_never_ends() -> None:
    words = wording(debts=LONG, budget="381")
    dear, small, late = words.case.ways.values()
    ways = {"dearest_first": small, "smallest_first": dear, "arrears_first": late}
    swapped = replace(words, case=replace(words.case, ways=ways))
    sentence = "".join(text for text, _ in swapped.sentence())
    assert sentence.endswith(
        "dearest first, the debts are not paid off within fifty years."
    )


def test_each_headline_that_has_no_interest_says_what_is_not_paid_off() -> None:
    said = dict(wording("zh", **NEVER_ALL).headlines())
    assert said["利息，先还最贵的"] == "债还不清"


@pytest.mark.parametrize(
    ("debts", "sooner"),
    [("8000:0.36:100,8000:0:0", False), ("20000:0.24:600,3000:0:100", True)],
)
def test_smallest_first_closes_an_account_sooner_only_where_it_does(
    debts, sooner
) -> None:
    words = wording(debts=debts, budget="2000")
    dear, small = (
        words.case.ways[order].first_debt_gone_in
        for order in ("dearest_first", "smallest_first")
    )
    said = "\n".join(words.answers())
    assert "dearest first saves" in said
    assert ("closes an account sooner" in said) == sooner == (small < dear)


@pytest.mark.parametrize(
    ("debts", "said"),
    [
        ("8000:0.18:100,5000:0.18:50", "cost the same."),
        ("8000:0.18:100,5000:0.17999:50", "but for the rounding of each month"),
    ],
)
def test_what_only_rounding_makes_is_no_difference(debts, said) -> None:
    answers = "\n".join(wording(debts=debts, budget="2000").answers())
    assert said in answers
    assert "dearest first saves" not in answers


def test_the_working_writes_out_the_first_month() -> None:
    [lines] = workings(wording())
    assert "20,000 yuan × 24% ÷ 12 = 400 yuan" in lines[1]
    assert "600 yuan + 100 yuan + 300 yuan = 1,000 yuan" in lines[4]
    assert "2,000 yuan − 1,000 yuan = 1,000 yuan" in lines[5]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "3,000 yuan at 0% a year, at least 100 yuan a month, in arrears"),
        ("zh", "3,000元，年利率0%，每月至少100元，已经逾期"),
    ],
)
def test_a_list_of_debts_is_told_in_words(language, said) -> None:
    debts = inputs_on(TODAY)["debts"]
    value = ["20000:0.24:600", "3000:0:100:late"]
    assert said in setting_in_words(debts, value, "pay_first", Locale(language))


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    assert next(iter(words.table(answer(words.case)).columns)) == "月"
