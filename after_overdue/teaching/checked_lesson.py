"""A lesson that can be played: with a title, and every step of it can be asked."""

from __future__ import annotations

import unicodedata
from datetime import date

from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import ClassError, InputError
from after_overdue.models.registry import MODELS
from after_overdue.predictions.case import PREDICTABLE
from after_overdue.teaching.asked import asked_step
from after_overdue.teaching.lesson import (
    Lesson,
    PageStep,
    Prediction,
    Step,
    is_shown_only,
)

LONGEST_TITLE, MOST_STEPS = 120, 60
"""Characters of a title; steps of a lesson."""


def checked_lesson(lesson: Lesson, day: date) -> Lesson:
    """Return the lesson with its title tidied; raise ClassError if it cannot be played.

    Raises
    ------
    ClassError
        Without title or steps, with too many of either, in a language that the guide
        does not have, or with a step that the guide cannot ask.
    """
    title = " ".join(_visible(lesson.title).split())
    if not title:
        raise ClassError("no_title", most=LONGEST_TITLE)
    if len(title) > LONGEST_TITLE:
        raise ClassError("long_title", given=len(title), most=LONGEST_TITLE)
    if not 0 < len(lesson.steps) <= MOST_STEPS:
        raise ClassError("steps", given=len(lesson.steps), most=MOST_STEPS)
    if lesson.language not in LANGUAGES:
        allowed = ", ".join(LANGUAGES)
        raise ClassError("language", given=lesson.language, allowed=allowed)
    for number, step in enumerate(lesson.steps, 1):
        _check(step, number, lesson.language, day)
    return Lesson(title, lesson.language, lesson.steps)


def _check(step: Step, number: int, language: str, day: date) -> None:
    if isinstance(step, PageStep | Prediction):
        _check_page(step, number)
    if not is_shown_only(step.kind):
        try:
            asked_step(step, language, day)
        except InputError as error:
            said = error.sentences[0]
            raise ClassError("settings", step=number, said=said) from None


def _check_page(step: PageStep | Prediction, number: int) -> None:
    if step.page not in MODELS:
        allowed = ", ".join(MODELS)
        raise ClassError("page", step=number, given=step.page, allowed=allowed)
    things = PREDICTABLE.get(step.page, {})
    if isinstance(step, Prediction) and step.asks not in things:
        allowed = ", ".join(things)
        raise ClassError("asks", step=number, given=step.asks, allowed=allowed)


def _visible(text: str) -> str:
    """Return the text with a space for every character that cannot be seen."""
    return "".join(
        " " if unicodedata.category(each).startswith("C") else each for each in text
    )
