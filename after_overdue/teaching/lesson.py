"""A lesson: the steps that a trainer plays in order, as plain data.

A `Prediction` asks for a month, a number or a point of a model's curve, at settings
that the trainer chose. A `QuizStep` asks a question of ``content/quizzes``. A
`PageStep` is a page to explore together; nobody answers it.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, TypeAdapter
from pydantic.dataclasses import dataclass

Setting = str | int | float | bool | list[str]
Asks = Literal["month", "number", "point"]
PLAIN = ConfigDict(extra="forbid", allow_inf_nan=False)


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
