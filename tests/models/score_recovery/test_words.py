"""What the score-recovery page says, in both languages."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.models.registry import MODELS
from after_overdue.models.score_recovery.case import score_case
from after_overdue.models.score_recovery.headlines import headlines_now
from after_overdue.models.score_recovery.result import answer
from after_overdue.models.score_recovery.words import ScoreWords

TODAY = date(2026, 11, 23)


def wording(language: str = "en", **given: str) -> ScoreWords:
    texts = {name: [text] for name, text in given.items()}
    values, refusals = MODELS["score_recovery"].read(texts, TODAY)
    assert refusals == []
    return ScoreWords(score_case(values, TODAY), Locale(language))


def answers(language: str = "en", **given: str) -> str:
    return "\n".join(wording(language, **given).answers())


def test_the_starting_case_is_answered_without_touching_anything() -> None:
    said = answers()
    assert "falls from 650 to 590" in said
    assert "month 40 or 41, March 2030 or April 2030" in said
    assert "Restored at once**: back at 650 in November 2026" in said
    assert said.count("no date is promised") == 2
    assert "is kept through November 2031, 5 years after the repayment" in said
    assert "back 20 months before the credit record is deleted" in said


def test_the_same_case_is_answered_in_chinese() -> None:
    said = answers("zh")
    assert "第40或第41个月回到650，也就是2030年3月或2030年4月" in said
    assert said.count("不承诺日期") == 2
    assert "保留到2031年11月（含当天），也就是还清之后5年" in said


def test_a_score_that_was_never_lowered_has_nothing_to_return() -> None:
    said = answers(points_lost="0")
    assert "No points were lost" in said
    assert "month" not in said.split("central-bank")[0]


def test_a_loss_that_meets_the_floor_says_so() -> None:
    assert "from 400 to 350, the lowest there is" in answers(
        score_before="400", points_lost="200"
    )


def test_a_target_above_the_score_before_gets_no_date() -> None:
    said = answers(target="700")
    assert "No reading promises more than the 650 you had" in said
    assert "month" not in said.split("central-bank")[0]


def test_a_target_still_held_needs_no_return() -> None:
    assert "needs no return: 590 is left" in answers(target="590")


def test_one_schedule_alone_gives_one_month() -> None:
    said = answers(readings="schedule")
    assert "back at 650 in month 40, March 2030." in said
    assert "or 41" not in said


def test_the_credit_record_may_end_first() -> None:
    said = answers(points_lost="200")
    assert "record is deleted 27 months before the score is back" in said


def test_both_may_end_in_the_same_month() -> None:
    assert "same month" in answers(points_lost="120")


def test_a_late_payment_after_the_return_is_mentioned() -> None:
    said = answers(points_lost="12", relapse_month="30")
    assert "new late payment in month 30 takes the score down to 630, below 650" in said


def test_uncertain_months_give_a_chance() -> None:
    said = answers(on_time_share="0.97")
    assert "If 97% of months are paid on time" in said
    assert "by month 72 is 50.7%" in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_working_ends_at_the_score_of_the_month(language) -> None:
    steps = wording(language, relapse_month="30").working("schedule", 45)
    assert steps[1] == "650 − 60 = 590"
    assert steps[-1].endswith("→ 600")


def test_a_working_names_the_passage_it_rests_on() -> None:
    assert "(S2, S3, S4)" in wording().working("schedule", 36)[0]
    assert "(S40, S44)" in wording().working("restored", 36)[0]


def test_the_table_speaks_the_readers_language() -> None:
    words = wording("zh", on_time_share="0.9")
    frame = words.table(answer(words.case))
    assert list(frame.columns)[:3] == ["月", "日期", "按月回升"]
    assert frame.iloc[-1, -1].endswith("%")


def test_one_month_and_one_point_are_singular() -> None:
    said = answers(months="12", relapse_month="12")
    assert "back 1 month before the credit record is deleted" in said
    texts = wording().slider_texts(2)
    assert [texts[place] for place in range(3)] == ["0 points", "1 point", "2 points"]


def test_a_late_payment_is_told_where_the_target_was_held_at_first() -> None:
    words = wording(target="590", relapse_month="20", points_per_relapse="150")
    said = "\n".join(words.answers())
    assert "needs no return: 590 is left" in said
    assert "in month 20 takes the score down to 447, below 590" in said
    assert "It is back at 590 in month 88, March 2034." in said
    assert headlines_now(words)[3][1] == "until month 20, new late payment"
    assert "below 590 only by the new late payment in month 20" in words.takeaway(
        words.case.outcome
    )


def test_a_target_that_is_held_through_was_never_away() -> None:
    words = wording(target="590", relapse_month="30", points_per_relapse="5")
    assert headlines_now(words)[3][1] == "never away"
    assert "below 590" not in "\n".join(words.answers())
    assert headlines_now(wording())[3][1] == "Mar 2030 or Apr 2030"


def test_only_what_can_be_lost_is_told_as_lost() -> None:
    for before, lost in (("350", 0), ("380", 30), ("650", 60)):
        words = wording(score_before=before)
        assert f"after losing {lost} of {before}" in words.takeaway(words.case.outcome)
    assert "350 is the lowest score there is" in answers(score_before="350")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_share_of_months_keeps_its_digits(language) -> None:
    assert "99.6%" in answers(language, on_time_share="0.996")
    assert "100%" not in answers(language, on_time_share="0.996")


def test_it_is_said_that_a_run_ends_when_the_points_are_back() -> None:
    assert "Each run ends when the points are back" in answers(
        points_lost="1", on_time_share="0.9"
    )


def test_a_chance_short_of_certain_is_not_told_as_certain() -> None:
    words = wording(on_time_share="0.9")
    assert words.likely(1.0) == "100.0%"
    assert words.likely(0.9996) == "more than 99.9%"
    assert words.likely(0.0004) == "less than 0.1%"
    assert words.likely(0.0) == "0.0%"
