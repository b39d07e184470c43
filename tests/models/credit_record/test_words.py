"""What the credit-record page says, in both languages."""

from datetime import date, timedelta
from random import Random

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.credit_record.case import answer, read_later, record_case
from after_overdue.models.credit_record.explained import clocks, codes
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.models.credit_record.working import month_working
from after_overdue.models.registry import MODELS

TODAY = date(2026, 11, 23)


def wording(language: str = "en", later: int = 0, **given: str) -> RecordWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["credit_record"].read(texts, TODAY)
    assert refusals == []
    case = read_later(record_case(values, TODAY), later)
    return RecordWords(case, Locale(language))


def answers(language: str = "en", later: int = 0, **given: str) -> str:
    return "\n".join(wording(language, later, **given).answers())


def working(month: date, language: str = "en", **given: str) -> str:
    return "\n".join(month_working(wording(language, **given), month))


PAID = {"due_on": "2026-01-15", "cured_on": "2026-04-20"}
SMALL = {"due_on": "2025-11-10", "cured_on": "2025-12-20", "amount": "5000"}


def test_the_starting_case_is_answered_without_touching_anything() -> None:
    said = answers()
    assert "shows code **4** for November 2026: 92 days past due" in said
    assert "no date. The arrears are unpaid, so the 5 years have not begun" in said
    assert "would be kept through 23 November 2031 and gone from the next" in said
    assert "took late months from 1 January 2020 to 31 December 2025" in said
    assert "**Which comes first**: the payment" in said


def test_the_same_case_is_answered_in_chinese() -> None:
    said = answers("zh")
    assert "2026年11月的代码是**4**，已逾期92天" in said
    assert "5年还没有开始算" in said


def test_a_payment_starts_the_clock() -> None:
    said = answers(**PAID)
    assert "kept through 20 April 2031, gone from 21 April 2031." in said
    assert "That is 5 years after 20 April 2026" in said
    assert "Late months still on the report: 3, the worst with code **3**" in said
    assert "leaves the 60-month grid in March 2031" in said


def test_a_planned_payment_gives_a_planned_date() -> None:
    said = answers(due_on="2026-09-01", cured_on="2027-01-10")
    assert "no date yet on 23 November 2026" in said
    assert "Paid on 10 January 2027 as planned, the mark is kept through 10" in said


@pytest.mark.parametrize(
    ("given", "sentence", "report"),
    [
        (
            {"due_on": "2026-12-05", "paid_after": "10"},
            "If paid on day 10: on record until 15 December 2031",
            "If paid as planned, kept through 15 December 2031",
        ),
        (
            {"due_on": "2026-08-29", "paid_after": "120"},
            "If paid on day 120: on record until 27 December 2031",
            "If paid as planned, kept through 27 December 2031",
        ),
        (
            {"due_on": "2026-08-29", "paid_after": "30"},
            "Paid on day 30: on record until 28 September 2031",
            "Kept through 28 September 2031",
        ),
    ],
    ids=str,
)
def test_a_payment_to_come_is_told_as_a_plan(given, sentence, report) -> None:
    words = wording(**given)
    said = words.takeaway()
    assert said.startswith(sentence)
    assert report in said
    assert "kept through" in "\n".join(words.answers())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_date_of_deletion_and_its_absence_are_never_told_together(language) -> None:
    chance = Random(13)
    for _ in range(200):
        due = TODAY + timedelta(days=chance.randint(-2500, 200))
        words = wording(
            language,
            due_on=due.isoformat(),
            paid_after=chance.choice(["0", "1", "2", "10", "90", "400", "never"]),
        )
        said, dated = words.takeaway(), words.deleted_on is not None
        none = [words.say("takeaway_nothing"), words.say("takeaway_unpaid")]
        assert any(each in said for each in none) != dated, said
        is_planned = words.case.planned_deletion is not None
        assert said.startswith(("If paid", "要是")) == is_planned
        is_nothing = not dated and not words.case.record.days_late
        sooner = words.headlines()[2][1]
        assert (sooner == words.say("headline_nothing")) == is_nothing


def test_late_months_are_counted_without_a_plural_of_one() -> None:
    said = wording(due_on="2026-11-10", cured_on="2026-11-20").takeaway()
    assert "late months displayed: 1, the worst M" in said


NOT_FOR_MONEY = "no, not for money either"
HIDDEN = {"due_on": "2025-01-31", "cured_on": "2025-02-28"}
IN_PART = {"due_on": "2025-10-10", "cured_on": "2026-03-20", "missed_instalments": "3"}
ON_TIME = {"due_on": "2026-01-01", "cured_on": "2026-01-01"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (HIDDEN, "hidden from 1 January 2026"),
        (IN_PART, "partly hidden from 30 April 2026"),
        (IN_PART | {"as_of": "2026-01-10"}, "partly hidden from 30 April 2026"),
        (HIDDEN | {"as_of": "2025-12-01"}, NOT_FOR_MONEY),
        (PAID, NOT_FOR_MONEY),
        ({"due_on": "2026-08-23"}, NOT_FOR_MONEY),
        (ON_TIME, "nothing to delete"),
    ],
    ids=str,
)
def test_whether_it_is_over_any_sooner(given, said) -> None:
    assert wording(**given).headlines()[2] == ("Any sooner?", said)


def test_the_mark_ages_and_goes() -> None:
    assert "gone from 21 April 2031" in answers(later=52, **PAID)
    assert "nothing of it is left" in answers(later=54, **PAID)


def test_the_one_off_repair_is_told_as_a_closed_event() -> None:
    said = answers(missed_instalments="2", **SMALL)
    assert "announced on 22 December 2025** (closed; full repayment" in said
    assert "not displayed from 31 January 2026 on" in said
    assert "not displayed from 31 January 2026; gone from 21 December 2030" in said
    assert "apply" not in said


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"due_on": "2025-06-01"}, "on 31 March 2026 the arrears were unpaid"),
        (
            {"due_on": "2025-11-10", "cured_on": "2025-12-20", "amount": "10000.01"},
            "more than 10,000 yuan was overdue",
        ),
        ({"due_on": "2019-01-10", "cured_on": "2019-02-20"}, "took late months from"),
        (
            {"due_on": "2025-06-01", "as_of": "2025-12-30"},
            "On 30 December 2025 the arrears were unpaid",
        ),
        (
            {"due_on": "2025-06-01", "as_of": "2025-12-01"},
            "was announced on 22 December 2025, after this day",
        ),
    ],
    ids=str,
)
def test_the_reason_why_the_one_off_repair_covers_nothing(given, why) -> None:
    assert why in answers(**given)


def test_some_months_may_be_covered_and_others_not() -> None:
    said = answers(due_on="2025-10-10", cured_on="2026-03-20", missed_instalments="3")
    assert "covers some of the late months, 3 of 5" in said


def test_a_card_counts_missed_minimums() -> None:
    said = answers(kind="card")
    assert "3 minimum payments missed in a row, 92 days past due" in said


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"due_on": "2027-01-01"}, "nothing is overdue"),
        ({"due_on": "2026-01-01", "cured_on": "2026-01-01"}, "on the due date"),
    ],
    ids=str,
)
def test_what_is_not_late_has_nothing_to_delete(given, sentence) -> None:
    words = wording(**given)
    assert sentence in words.answers()[0]
    assert len(words.answers()) == 1
    assert words.headlines()[1][1] == "nothing to delete"


def test_the_working_of_a_late_month() -> None:
    said = working(date(2026, 2, 1), **PAID)
    assert "unpaid at the end of 28 February 2026: 44 days past due" in said
    assert "44 ÷ 30 days a code, rounded up: 2." in said
    assert "1 × 3,000 = 3,000 yuan" in said
    assert "Neither hidden nor deleted" in said


def test_the_working_of_a_hidden_month_names_the_test() -> None:
    said = working(date(2025, 11, 1), **SMALL)
    assert "at most 10,000 yuan overdue, repaid by 31 March 2026" in said
    assert "it is shown as N" in said


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        (date(2027, 1, 1), "lies after that day"),
        (date(2021, 1, 1), "is older than the 60 months"),
        (date(2025, 12, 1), "The payment falls due on 15 January 2026"),
        (date(2026, 6, 1), "Paid up on 20 April 2026"),
    ],
    ids=str,
)
def test_the_working_of_other_months(month, sentence) -> None:
    assert sentence in working(month, **PAID)


def test_a_payment_before_the_month_ended_is_m() -> None:
    said = working(date(2026, 6, 1), due_on="2026-06-05", cured_on="2026-06-20")
    assert "late but before the month ended: M" in said


def test_the_highest_code_takes_everything_beyond() -> None:
    assert "but 7 is the highest" in working(date(2026, 11, 1), due_on="2025-01-01")


def test_two_clocks_start_on_different_days() -> None:
    (payment, here), (delinquency, abroad) = clocks(wording())
    assert "Paying starts" in payment
    assert "Being late starts" in delinquency
    assert here[0] == "Mainland China, 5 years: no date while unpaid"
    assert "United Kingdom, 6 years: until 23 August 2032" in abroad
    assert "Germany, paid soon, 18 months: this rule is about other cases" in here


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["loan", "card"])
def test_every_code_has_a_meaning(language, kind) -> None:
    meanings = codes(wording(language, kind=kind))
    assert meanings.iloc[:, 0].tolist() == ["N", "M", *map(str, range(1, 8))]
    assert meanings.iloc[:, 1].is_unique


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh")
    frame = words.table(answer(words.case))
    assert list(frame.columns)[:2] == ["月份", "展示的代码"]
    assert len(frame) == 60


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("loan", "for November 2026: 1 day past due."),
        ("card", "for November 2026: 1 minimum payment missed, 1 day past due."),
    ],
)
def test_one_day_late_is_singular_everywhere(kind, sentence) -> None:
    given = {"kind": kind, "due_on": "2026-11-22"}
    assert sentence in answers(**given)
    assert "1 · 1 day late" in dict(wording(**given).headlines()).values()
    assert "1 day past due" in working(date(2026, 11, 1), **given)


def test_before_anything_is_late_no_clock_is_said_to_be_about_other_cases() -> None:
    for _, places in clocks(wording(later=-12)):
        assert all(place.endswith(": nothing was late by then") for place in places)
