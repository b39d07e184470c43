"""The ready lessons: whatever they ask can be asked, in every language."""

from datetime import date

import pytest

from after_overdue.cases.prediction_case import prediction_problems
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.quizzes import quizzes

TODAY = date(2026, 11, 23)
STEPS = [(slug, step) for slug, each in lessons().items() for step in each.steps]


def test_there_are_lessons_to_start_from() -> None:
    assert len(lessons()) >= 2


@pytest.mark.parametrize(("slug", "step"), STEPS, ids=lambda each: str(each)[:60])
def test_every_prediction_of_a_lesson_can_be_asked(slug: str, step) -> None:
    if step.predict:
        asked = step.predict
        address = (asked.page, asked.asks, asked.address)
        assert prediction_problems(*address, TODAY) == []
    if step.quiz:
        assert all(step.quiz in quizzes(language) for language in ("en", "zh"))
    assert slug
