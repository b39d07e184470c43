"""The ready lessons: whatever they ask can be asked, in every language."""

from datetime import date

import pytest

from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.quizzes import quizzes
from after_overdue.predictions.case import prediction_case

TODAY = date(2026, 11, 23)
STEPS = [step for each in lessons().values() for step in each.steps]


def test_there_are_lessons_to_start_from() -> None:
    assert len(lessons()) >= 2


@pytest.mark.parametrize("step", STEPS, ids=lambda each: str(each)[:60])
def test_every_prediction_of_a_lesson_can_be_asked(step) -> None:
    if asked := step.predict:
        truth = prediction_case(asked.page, asked.asks, asked.address, TODAY).truth
        assert truth.months or truth.numbers or truth.curves
    if step.quiz:
        assert all(step.quiz in quizzes(language) for language in ("en", "zh"))
