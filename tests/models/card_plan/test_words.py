"""What the page on a card debt says, in both languages."""

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


@pytest.mark.parametrize(
    ("language", "never"),
    [("en", "does not end the debt"), ("zh", "一百年也还不清")],
)
def test_a_payment_below_the_interest_is_said_never_to_end_it(language, never) -> None:
    words = wording(language, pay_per_month="750")
    assert any(never in each and "750" in each for each in words.answers())
    assert words.headlines()[1][1] == words.say("never")


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


def test_the_chips_set_the_first_minimum_and_the_instalment() -> None:
    assert [value for _, value in wording().chips()] == [5_750, 833.33]


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    assert list(words.table(answer(words.case)).columns)[:2] == ["月", "最低额：还款"]
