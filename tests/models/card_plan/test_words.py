"""What the page on a card debt says, in both languages."""

import random
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.card_plan.case import answer, card_plan_case
from after_overdue.models.card_plan.words import CardPlanWords
from after_overdue.models.card_plan.working import steps_of, workings
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> CardPlanWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["card_plan"].read(texts, TODAY)
    assert refusals == []
    return CardPlanWords(card_plan_case(values, TODAY), Locale(language))


def test_the_bank_may_say_no() -> None:
    assert any("The bank may say no" in each for each in wording().answers())
    assert any("银行可以不同意" in each for each in wording("zh").answers())


def test_what_a_plan_does_is_told_by_the_same_sum_without_one() -> None:
    said = "\n".join(wording().answers())
    assert "833.33 yuan a month takes 155 months and 78,881.32 yuan" in said


NEVER = ("never", "永远")
COURSES = {
    "grows": {"pay_per_month": "749.99"},
    "stands": {"pay_per_month": "750"},
    "beyond": {"debt": "1000000", "pay_per_month": "100", "rate_per_day": "0"},
}


def of_the_payment(words: CardPlanWords) -> list[str]:
    return [
        "".join(text for text, _ in words.sentence()),
        words.answers()[2],
        words.takeaway(),
        words.headlines()[1][1],
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_payment_that_does_not_end_the_debt_is_told_by_what_it_does(language) -> None:
    found = {name: wording(language, **given) for name, given in COURSES.items()}
    assert {name: words.case.fixed.course for name, words in found.items()} == {
        name: name for name in COURSES
    }
    sentences = {str(words.sentence()) for words in found.values()}
    answers = {words.answers()[2] for words in found.values()}
    assert len(sentences) == len(answers) == 3
    for name in ("grows", "stands"):
        assert found[name].headlines()[1][1] == found[name].say("never")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_shrinks_is_not_said_never_to_end(language) -> None:
    said = " ".join(of_the_payment(wording(language, **COURSES["beyond"]))).lower()
    assert not any(each in said for each in NEVER)
    assert said.count({"en": "hundred years", "zh": "一百年"}[language]) == 4


def test_only_a_payment_below_the_interest_lets_the_debt_grow() -> None:
    said = {
        name: " ".join(of_the_payment(wording(**given)))
        for name, given in COURSES.items()
    }
    assert {name for name, each in said.items() if "grows" in each} == {"grows"}


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        ({}, "stop the interest", "停了利息"),
        ({"plan_rate": "0.0365"}, "The plan saves", "省下利息"),
        ({"plan_rate": "0.1825"}, "more in interest", "多付利息"),
        ({"plan_rate": "0.12", "rate_per_day": "0"}, "more in interest", "多付利息"),
        ({"rate_per_day": "0"}, "just as much", "一样多"),
    ],
)
def test_a_plan_is_told_by_what_it_saves_or_costs(given, english, chinese) -> None:
    for language, expected in (("en", english), ("zh", chinese)):
        assert wording(language, **given).answers()[4].count(expected) == 1


def test_what_a_plan_saves_is_the_difference_of_the_two_costs() -> None:
    chance = random.Random(5)
    for _ in range(60):
        words = wording(
            debt=str(chance.randint(100, 100_000)),
            plan_rate=str(chance.choice([0, round(chance.uniform(0, 0.1825), 4)])),
            plan_months=str(chance.randint(1, 60)),
            rate_per_day=f"{chance.uniform(0, 0.0005):.5f}",
        )
        plan, without = words.case.plan, words.case.without_plan
        assert without.interest_paid is not None
        saved, said = without.interest_paid - plan.interest_paid, words.answers()[4]
        assert ("stop the interest" in said) <= (words.case.plan_rate == 0)
        if "The plan saves" in said:
            assert words.locale.yuan(saved) in said
        if "more in interest" in said:
            assert words.locale.yuan(-saved) in said
        assert ("more in interest" in said) == (round(saved, 2) < 0)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_takeaway_gives_each_way_the_months_of_its_headline(language) -> None:
    words = wording(language)
    minimum, fixed, plan = (months for _, months in words.headlines())
    said = words.takeaway()
    assert said.index(minimum) < said.index(fixed) < said.index(plan)


def test_a_payment_of_just_the_interest_does_not_shrink_the_debt() -> None:
    assert "shrinks" not in {
        step.kind for step in steps_of(wording(pay_per_month="750"))
    }


def test_one_month_is_a_month() -> None:
    assert "after 1 month," in wording(pay_per_month="60000").answers()[2]


def test_the_working_writes_out_the_first_month() -> None:
    first, plan = workings(wording())
    assert "50,000 yuan × 0.05% × 30 days = 750 yuan" in first[1]
    assert "5,000 yuan + 750 yuan = 5,750 yuan" in first[3]
    assert "50,000 yuan ÷ 60 = 833.33 yuan" in plan[1]


def test_the_interest_of_a_plan_counts_the_last_instalment_as_it_is() -> None:
    interest = workings(wording(plan_rate="0.1825"))[1][-1]
    assert "1,276.48 yuan × 59 + 1,276.55 yuan − 50,000 yuan = 26,588.87" in interest


def test_the_chips_set_the_first_minimum_and_the_instalment() -> None:
    assert [value for _, value in wording().chips()] == [5_750, 833.33]


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    assert list(words.table(answer(words.case)).columns)[:2] == ["月", "最低额：还款"]
