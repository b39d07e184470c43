"""A lesson: the steps that a trainer plays in order, as plain data.

A `Prediction` asks for a month, a number, a point of a model's curve or the curve, at
settings that the trainer chose. A `QuizStep` asks a question of ``content/quizzes``. A
`PageStep` is a page to explore together; nobody answers it. Steps of the trainer's own
ask what the trainer wrote (`own_step`), or are a text to read, a `PauseStep`.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, Literal

from pydantic import Discriminator, TypeAdapter
from pydantic.dataclasses import dataclass

from after_overdue.teaching.own_step import (
    PLAIN,
    ChoiceStep,
    Notes,
    NumberStep,
    OwnStep,
    PauseStep,
    TextStep,
)

Setting = str | int | float | bool | list[str]
Asks = Literal["month", "number", "point", "curve"]


@dataclass(frozen=True, config=PLAIN)
class Prediction:
    """Guess what a model says, before its curve is shown.

    `page` is a noun of `MODELS`; `settings` are those of its address.
    """

    page: str
    settings: dict[str, Setting]
    asks: Asks
    kind: Literal["prediction"] = "prediction"
    notes: Notes | None = None


@dataclass(frozen=True, config=PLAIN)
class QuizStep:
    """A question of the quiz, or a story of a check, by its id."""

    question: str
    kind: Literal["quiz"] = "quiz"
    notes: Notes | None = None


@dataclass(frozen=True, config=PLAIN)
class PageStep:
    """A page to explore together, at settings that the trainer chose."""

    page: str
    settings: dict[str, Setting] = field(default_factory=dict)
    kind: Literal["page"] = "page"
    notes: Notes | None = None


AskedStep = Prediction | QuizStep | OwnStep
Step = Annotated[
    Prediction | QuizStep | PageStep | ChoiceStep | NumberStep | TextStep | PauseStep,
    Discriminator("kind"),
]


@dataclass(frozen=True, config=PLAIN)
class Lesson:
    """A title, a language and the steps in their order."""

    title: str
    language: str
    steps: tuple[Step, ...]


KINDS = (
    *("prediction", "quiz", "page"),
    *("single", "multiple", "poll", "order", "number", "text", "pause"),
)
"""Every kind of step: those of the guide, then those of the trainer's own."""
LESSON = TypeAdapter(Lesson)
STEP: TypeAdapter[Step] = TypeAdapter(Step)


def step_json(step: Step) -> dict[str, Any]:
    """Return a step as plain JSON values, without what need not be said."""
    plain: dict[str, Any] = STEP.dump_python(step, mode="json", exclude_defaults=True)
    return {"kind": step.kind} | plain


def is_drawn(step: Step | None) -> bool:
    """Return whether a curve is drawn at a step."""
    return isinstance(step, Prediction) and step.asks == "curve"


def is_shown_only(kind: str) -> bool:
    """Return whether a step of this kind is looked at together, and not answered."""
    return kind in ("page", "pause")


def lesson_json(lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as plain JSON values."""
    plain: dict[str, Any] = LESSON.dump_python(lesson, mode="json", exclude_none=True)
    return plain


def lesson_of(plain: object) -> Lesson:
    """Return the lesson that plain JSON values stand for.

    Raises
    ------
    pydantic.ValidationError
        Where they stand for none.
    """
    return LESSON.validate_python(plain)
