"""What the true-cost page says, in both languages."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.apr.case import answer, apr_case, presets
from after_overdue.models.apr.credit_types import types_citations, types_frame
from after_overdue.models.apr.words import AprWords
from after_overdue.models.apr.working import month_working, rate_working
from after_overdue.models.registry import MODELS
from tests.models.printed_sums import is_true, printed_sums

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> AprWords:
    values, refusals = MODELS["apr"].read(
        {name: [text] for name, text in given.items()}, TODAY
    )
    assert refusals == []
    return AprWords(apr_case(values, TODAY), Locale(language))


def answers(language: str = "en", **given: str) -> str:
    return "\n".join(wording(language, **given).answers())


def test_the_starting_case_is_answered_without_touching_anything() -> None:
    said = answers()
    assert "0.6% a month sounds like 7.2% a year. It costs 13.03% a year" in said
    assert "13.84% with compounding" in said
    assert "you owe only 54.2% of it" in said
    assert "first payment is 1,072 yuan, and the fees add up to 864 yuan" in said
    assert "really cost 7.2% a year would take 473.13 yuan" in said


def test_the_same_case_is_answered_in_chinese() -> None:
    said = answers("zh")
    assert "每月0.6%，看着是年化7.2%，实际年化13.03%" in said
    assert "手续费一共864元" in said


def test_an_early_settlement_is_answered_before_it_is_asked_for() -> None:
    said = answers()
    assert "with month 6: 9.07% a year where the remaining fees are waived" in said
    assert "17.78% where they are not" in said


def test_a_settlement_that_is_set_is_told_as_set() -> None:
    said = answers(settle_after="6", fees_waived="no")
    assert "It costs 17.78% a year" in said
    assert "**Settled early**, with month 6: 9.07%" in said


def test_the_time_of_the_fees_is_compared() -> None:
    said = answers()
    assert "13.03% a year with each instalment, 13.86% all with the first" in said
    assert "14.02% taken out of the money paid out" in said


def test_fees_already_taken_cannot_be_waived() -> None:
    assert "nothing is left to waive" in answers(fees="upfront", settle_after="6")


def test_no_fee_costs_nothing() -> None:
    said = answers(monthly_fee="0")
    assert "the annual rate is 0.00%" in said
    assert "settle" not in said


def test_one_instalment_cannot_be_settled_early() -> None:
    assert "settle" not in answers(months="1")


def test_the_rules_on_showing_the_rate_are_dated() -> None:
    said = answers()
    assert "notice of 31 March 2021" in said
    assert "from 1 August 2026" in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_working_of_a_month_ends_at_what_is_left(language) -> None:
    words = wording(language)
    steps = month_working(words, 7)
    assert "6,000" in steps[1]
    assert "1.20%" in steps[3]
    assert "5,000" in steps[-1]


def test_the_working_of_the_rate_ends_at_apr_and_ear() -> None:
    steps = rate_working(wording())
    assert steps[-2].endswith("= 13.03% (APR)")
    assert steps[-1].endswith("= 13.84% (EAR)")


def test_a_settlement_is_in_the_working_of_its_month() -> None:
    words = wording(settle_after="6")
    assert any("settled now" in step for step in month_working(words, 6))
    assert not any("settled now" in step for step in month_working(words, 5))


def test_a_preset_says_its_fee_and_how_sure_it_is() -> None:
    found = {each.name: each for each in presets(TODAY)}
    said = wording().preset(found["huabei_12"])
    assert "Huabei, 12 instalments" in said
    assert "0.7333% a month (reported, weakly sourced)" in said


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    frame = words.table(answer(words.case))
    assert list(frame.columns)[:3] == ["月", "本金", "手续费"]
    assert frame.iloc[12, -1] == "7.20%"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_grid_has_a_cell_for_each_lender_and_repayment(language) -> None:
    frame = types_frame(Locale(language))
    assert frame.shape == (3, 3)
    assert not (frame == "").to_numpy().any()
    assert "retail-and-cash-credit" in types_citations()


def test_a_settlement_is_set_against_the_interest_of_the_same_months() -> None:
    said = answers(settle_after="6")
    assert "the fees add up to 432 yuan" in said
    assert "also settled with month 6, would take 344.23 yuan" in said


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("settled", [{"months": "1"}, {"settle_after": "1"}])
def test_a_plan_of_one_month_climbs_nowhere(language, settled) -> None:
    words = wording(language, **settled)
    said = "\n".join([*words.answers(), words.takeaway()])
    assert "100.0%" not in said
    assert not any(climbs in said for climbs in ("grows from", "升到"))


def test_fees_charged_at_a_settlement_are_told_as_due_then() -> None:
    words = wording(settle_after="6", fees_waived="no")
    assert "when the fees of all later months come due as well" in words.takeaway()
    assert "fee: 12,000 yuan × 0.6% × 7 = 504 yuan" in month_working(words, 6)


def test_settled_with_the_last_instalment_is_not_settled_early() -> None:
    said = answers(settle_after="12")
    assert "**If you settle early**, with month 6" in said


def test_a_fee_of_nothing_grows_nowhere() -> None:
    assert "grows" not in wording(monthly_fee="0").takeaway()


def test_a_tiny_fee_is_not_said_to_be_nothing_a_year() -> None:
    assert "0.001% a month sounds like 0.012% a year" in answers(monthly_fee="0.00001")


def test_a_sum_that_is_off_by_a_fen_as_printed_is_not_called_equal() -> None:
    lines = month_working(wording(amount="5000", months="3"), 2)
    assert "owed as it ends: 3,333.33 yuan − 1,666.67 yuan ≈ 1,666.67 yuan" in lines
    even = month_working(wording(), 7)
    assert not any("≈" in line for line in even)


@pytest.mark.parametrize("amount", ["1000", "5000", "10000", "20000", "50000"])
@pytest.mark.parametrize("months", ["3", "6", "9", "12", "18", "24", "36"])
def test_every_sum_of_a_round_plan_comes_out_as_printed(amount, months) -> None:
    words = wording(amount=amount, months=months)
    every = [month_working(words, month + 1) for month in range(int(months))]
    lines = [line for each in (*every, rate_working(words)) for line in each]
    assert all(is_true(each) for line in lines for each in printed_sums(line)), lines
