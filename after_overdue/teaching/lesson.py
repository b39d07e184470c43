"""A lesson: the steps that a trainer plays in order, as plain data.

A `Prediction` asks for a month, a number or a point of a model's curve, at settings
that the trainer chose. A `QuizStep` asks a question of ``content/quizzes``. A
`PageStep` is a page to explore together; nobody answers it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import field
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, TypeAdapter
from pydantic.dataclasses import dataclass

from after_overdue.cases.models import MODELS
from after_overdue.cases.predictions import PREDICTABLE
from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import ClassError

Setting = str | int | float | bool | list[str]
Asks = Literal["month", "number", "point"]
PLAIN = ConfigDict(extra="forbid", allow_inf_nan=False)
LONGEST_TITLE, MOST_STEPS = 120, 60
"""Characters of a title; steps of a lesson."""


@dataclass(frozen=True, config=PLAIN)
class Prediction:
    """Guess what a model says, before its curve is shown.

    `page` is a noun of `MODELS`; `settings` are those of its address.
    """

    page: str
    settings: dict[str, Setting]
    asks: Asks
    kind: Literal["prediction"] = "prediction"


@dataclass(frozen=True, config=PLAIN)
class QuizStep:
    """A question of the quiz, by its id."""

    question: str
    kind: Literal["quiz"] = "quiz"


@dataclass(frozen=True, config=PLAIN)
class PageStep:
    """A page to explore together, at settings that the trainer chose."""

    page: str
    settings: dict[str, Setting] = field(default_factory=dict)
    kind: Literal["page"] = "page"


Step = Annotated[Prediction | QuizStep | PageStep, Discriminator("kind")]


@dataclass(frozen=True, config=PLAIN)
class Lesson:
    """A title, a language and the steps in their order."""

    title: str
    language: str
    steps: tuple[Step, ...]


LESSON = TypeAdapter(Lesson)


def lesson_json(lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as plain JSON values."""
    plain: dict[str, Any] = LESSON.dump_python(lesson, mode="json")
    return plain


def lesson_of(plain: object) -> Lesson:
    """Return the lesson that plain JSON values stand for.

    Raises
    ------
    pydantic.ValidationError
        Where they stand for none.
    """
    return LESSON.validate_python(plain)


def checked_lesson(lesson: Lesson) -> Lesson:
    """Return the lesson with its title tidied; raise ClassError if it cannot be played.

    Raises
    ------
    ClassError
        Without title or steps, with too many of either, in a language that the guide
        does not have, about a page that is no model, or about what cannot be predicted
        on it.
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
    _check_pages(lesson.steps)
    return Lesson(title, lesson.language, lesson.steps)


def _check_pages(steps: Sequence[Step]) -> None:
    for number, step in enumerate(steps, 1):
        if isinstance(step, QuizStep):
            continue
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
