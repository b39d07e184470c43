"""What the score-recovery page says, in both languages."""

import re
from datetime import date
from random import Random

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
    for before, said in (
        ("350", "Score 350, no points lost"),
        ("380", "after losing 30 of 380"),
        ("650", "after losing 60 of 650"),
    ):
        words = wording(score_before=before)
        assert said in words.takeaway(words.case.outcome)
    assert "350 is the lowest score there is" in answers(score_before="350")


NOBODY = {"en": "Nobody promises", "zh": "没有人承诺"}
NOTHING = {
    "en": ("nothing has to come back", "was never lost", "is not lost before"),
    "zh": ("没有分数要恢复", "没有低于"),
}


def told(words: ScoreWords) -> list[str]:
    """Headline, sentence and takeaway, each by itself."""
    outcome = words.case.outcome
    sentence = "".join(text for text, _ in words.sentence(outcome))
    return [headlines_now(words)[0][0], sentence, words.takeaway(outcome)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nobody_promises_a_date_only_where_something_has_to_come_back(language) -> None:
    chance = Random(11)
    for _ in range(300):
        given = {
            "score_before": f"{chance.choice([350, 400, 650])}",
            "points_lost": f"{chance.choice([0, 1, 10, 60])}",
            "target": f"{chance.randint(350, 700)}",
            "points_per_relapse": f"{chance.choice([0, 5, 150])}",
        }
        if chance.random() < 0.5:
            given["relapse_month"] = f"{chance.randint(1, 72)}"
        words = wording(language, **given)
        headline, sentence, takeaway = told(words)
        has_to_come_back = words.case.score_after < words.case.target
        for said in (headline, sentence, takeaway):
            assert (NOBODY[language] in said) == has_to_come_back, (said, given)
        for said in (sentence, takeaway):
            is_held = any(each in said for each in NOTHING[language])
            assert is_held != has_to_come_back, (said, given)


def test_nothing_lost_and_a_target_that_is_held_are_told_alike() -> None:
    for given, in_all, in_headline in (
        ({"points_lost": "0"}, "nothing has to come back", "Nothing has to come back"),
        ({"target": "590"}, "590 was never lost", "590 was never lost"),
        (
            {"points_lost": "0", "relapse_month": "30"},
            "nothing has to come back before the new late payment in month 30",
            "No points lost so far",
        ),
        (
            {"target": "590", "relapse_month": "20", "points_per_relapse": "150"},
            "590 is not lost before the new late payment in month 20",
            "590 not lost so far",
        ),
        (
            {"points_lost": "0", "target": "700"},
            "Nobody promises a date for 700",
            "Nobody promises a date for 700",
        ),
    ):
        headline, sentence, takeaway = told(wording(**given))
        assert headline == in_headline
        assert in_all in sentence
        assert in_all in takeaway


def test_one_point_and_one_month_have_forms_of_their_own() -> None:
    assert told(wording(points_lost="1"))[1].startswith("1 point lost, 649 now.")
    assert told(wording("zh", points_lost="1"))[1].startswith("掉了1分，")
    given = {"target": "640", "points_lost": "10", "relapse_month": "26"}
    for language, said in (("en", "month 25: up to +3"), ("zh", "第25个月：最多 +3")):
        steps = wording(language, **given).working("schedule", 25)
        assert steps[-1].startswith(said)
        assert "× 3" not in steps[-1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_stretch_of_a_working_runs_from_a_month_to_itself(language) -> None:
    chance = Random(12)
    for _ in range(60):
        words = wording(
            language,
            points_lost=f"{chance.randint(0, 30)}",
            relapse_month=f"{chance.randint(1, 60)}",
            points_per_relapse=f"{chance.choice([0, 1, 20])}",
        )
        for month in range(words.case.months + 1):
            said = "\n".join(words.working("schedule", month))
            assert not re.search(r"\b(\d+) to \1:|第(\d+)[到至]第?\2个月", said)


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
