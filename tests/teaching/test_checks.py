"""Checks in a class: a story is told, signs are ticked, and every tick has its text."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.check_stories import check_items, check_of
from after_overdue.catalog.files import CONTENT, languages
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.offer_signs import offer_signs, story_problems
from after_overdue.catalog.quizzes import quizzes
from after_overdue.teaching.asked import asked_step
from after_overdue.teaching.lesson import QuizStep
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.reveal import reveal

TODAY = date(2026, 11, 29)
STORIES = [
    (language, name) for language in languages(CONTENT) for name in check_items("en")
]


@pytest.mark.parametrize(("language", "name"), STORIES)
def test_a_room_ticks_a_story_and_reads_how_many_did_and_why(language, name) -> None:
    asked, item = asked_step(QuizStep(name), language, TODAY), check_items(language)
    right = {"options": list(item[name].right)}
    most = {"options": [slug for slug, _ in asked.options]}
    assert asked.is_right(right)
    assert not asked.is_right(most)
    assert all(each.because for each in asked.replies(most))
    page, settings = asked.see
    assert (page, settings["lang"]) == (check_of(name), language)
    seen = reveal(
        QuizStep(name), [right, most, right], today=TODAY, locale=Locale(language)
    )
    [bars] = seen.figure["data"]
    assert bars["x"].count(1) == len(right["options"])
    assert len(seen.explanation) == len(asked.options)
    message = " ".join([asked.question, *seen.summary, *seen.explanation])
    assert "None" not in message
    assert "{" not in message


def test_every_story_is_told_in_a_ready_lesson_and_is_no_quiz_question() -> None:
    played = {
        step.question
        for slug in lessons()
        for step in ready_lesson(slug, "en").steps
        if isinstance(step, QuizStep)
    }
    assert check_items("en").keys() <= played
    assert not check_items("en").keys() & quizzes("en").keys()
    assert check_of(next(iter(quizzes("en")))) == ""


def test_a_story_with_an_unknown_sign_or_one_named_twice_is_told_of() -> None:
    signs = offer_signs()
    [story] = signs.stories.values()
    broken = story.model_copy(update={"others": ["moonlight", story.signs[0]]})
    problems = [
        str(each)
        for each in story_problems({"s": broken}, signs.signs, where="w", rule="AO-162")
    ]
    assert len(problems) == 2
    assert "'moonlight', which is no sign" in " ".join(problems)
    assert "twice" in " ".join(problems)
