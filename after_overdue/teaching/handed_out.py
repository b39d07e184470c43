"""The handouts that belong to a lesson: of its pages, and of the topics of its quiz."""

from __future__ import annotations

from dataclasses import dataclass

from after_overdue.catalog.interface import words
from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep
from after_overdue.teaching.quiz import question_of
from after_overdue.teaching.reveal import texts


@dataclass(frozen=True)
class HandedOut:
    """A handout: what it is of, what it is called, and the settings of its page."""

    place: str
    name: str
    settings: dict[str, str]
    is_page: bool


def handed_out(lesson: Lesson, language: str) -> list[HandedOut]:
    """Return the handouts of a lesson, each once, in the order of its steps."""
    found: dict[str, HandedOut] = {}
    for step in lesson.steps:
        if isinstance(step, QuizStep | Prediction | PageStep):
            try:
                each = _of(step, language)
            except AfterOverdueError:
                continue
            found.setdefault(each.place, each)
    return list(found.values())


def _of(step: QuizStep | Prediction | PageStep, language: str) -> HandedOut:
    if isinstance(step, QuizStep):
        topic = question_of(step.question, language).topic
        name = words("answers", language)[f"topics.{topic}"]
        return HandedOut(topic, name, {}, False)
    name = words(step.page, language)["menu"]
    return HandedOut(step.page, name, texts(step.settings), True)
