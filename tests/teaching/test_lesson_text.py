"""Steps as text: what an address holds comes back as the same step."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.lessons import lessons
from after_overdue.errors import ClassError, InputError
from after_overdue.teaching.checked_lesson import checked_lesson
from after_overdue.teaching.lesson import PageStep, Prediction, QuizStep
from after_overdue.teaching.lesson_text import ready_lesson, step_of, step_text
from after_overdue.teaching.step_words import link_settings, playable, step_said

TODAY = date(2026, 11, 23)
ENGLISH = Locale("en")


@pytest.mark.parametrize(
    "step",
    [
        Prediction("score_recovery", {"points_lost": "60"}, "month"),
        Prediction("score_recovery", {}, "point"),
        QuizStep("what-is-late"),
        QuizStep("call-check-close-to-midnight"),
        PageStep("loan_book", {"months": "24", "matrix": "ladder"}),
        PageStep("apr", {}),
    ],
    ids=step_text,
)
def test_a_step_comes_back_from_its_text(step) -> None:
    assert step_of(step_text(step)) == step
    assert step_said(step, today=TODAY, locale=ENGLISH)


@pytest.mark.parametrize(
    "text", ["", "quiz/", "quiz", "predict/apr", "predict/apr/luck", "explore", "x/y"]
)
def test_what_is_no_step_is_refused(text: str) -> None:
    with pytest.raises(ClassError, match="step"):
        step_of(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("quiz/no-such-question", "no_question"), ("explore/moon", "page_unknown")],
)
def test_a_step_about_what_there_is_not_cannot_be_played(text, reason) -> None:
    with pytest.raises(ClassError, match=reason):
        playable(step_of(text), today=TODAY, locale=ENGLISH)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "Points lost is 900; allowed is 0 to 200"),
        ("zh", "这次掉了多少分"),
    ],
)
def test_settings_out_of_range_are_told_in_the_trainers_words(
    language, message
) -> None:
    step = step_of("explore/score_recovery?points_lost=900")
    with pytest.raises(InputError, match=message):
        playable(step, today=TODAY, locale=Locale(language))


def test_a_link_gives_its_settings_without_language_and_version() -> None:
    link = "https://guide.example/deep/apr?lang=zh&v=1&monthly-fee=0.007"
    found = link_settings(link, "apr", today=TODAY, locale=ENGLISH)
    assert found == {"monthly_fee": "0.007"}


def test_no_link_is_no_settings() -> None:
    assert link_settings("  ", "apr", today=TODAY, locale=ENGLISH) == {}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("slug", lessons())
def test_every_ready_lesson_can_be_played_in_every_language(slug, language) -> None:
    lesson = checked_lesson(ready_lesson(slug, language), TODAY)
    assert lesson.title == lessons()[slug].title[language]
    for step in lesson.steps:
        playable(step, today=TODAY, locale=Locale(language))
