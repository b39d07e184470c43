"""Lessons that are ready to play: predictions, quiz questions and pages, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, model_validator

from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Record,
    location,
    read_mapping,
    record,
)
from after_overdue.catalog.questions import Figure

RULE = "AO-351"


class PredictedFigure(Figure):
    """A page at the settings at which something is predicted.

    Attributes
    ----------
    asks : what is predicted: a month, a number, a point of the curve, or the curve
    """

    asks: Literal["month", "number", "point", "curve"]


class Check(Record):
    """A story of a page on which readers check their own case."""

    page: Literal["offer_check", "call_check"]
    story: str

    @property
    def question(self) -> str:
        """The id of the question that the story is."""
        return f"{self.page.replace('_', '-')}-{self.story}"


class StepNotes(Record):
    """What a trainer has in front of them at a step; learners never see it.

    Attributes
    ----------
    minutes : that the step takes
    point : what the step is for; ``{right}`` is what is right of a prediction
    wrong : the usual wrong answer
    say : what to say
    """

    minutes: Annotated[int, Field(gt=0)]
    point: Bilingual
    wrong: Bilingual
    say: Bilingual


class LessonStep(Record):
    """One step: one of a prediction, a quiz question, a check and a page to explore.

    Attributes
    ----------
    quiz : id of an item of a quiz
    check : a story of a check, to be ticked
    """

    predict: PredictedFigure | None = None
    quiz: str | None = None
    check: Check | None = None
    explore: Figure | None = None
    notes: StepNotes | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> LessonStep:
        if [self.predict, self.quiz, self.check, self.explore].count(None) != 3:
            raise ValueError(
                "a step has one of 'predict', 'quiz', 'check' and 'explore'"
            )
        return self

    @property
    def question(self) -> str | None:
        """The id of what is answered by choosing, where the step is of that kind."""
        return self.check.question if self.check else self.quiz

    @property
    def figure(self) -> Figure | None:
        """The page of a step, where it has one."""
        return self.predict or self.explore


class ReadyLesson(Record):
    """A lesson: what it is called, what it is for, and its steps."""

    title: Bilingual
    about: Bilingual
    steps: Annotated[list[LessonStep], Field(min_length=1)]


def lesson_file(slug: str) -> str:
    """Return how a message names the file of a lesson."""
    return f"content/lessons/{slug}.yaml"


def lesson_paths(content: Path) -> list[Path]:
    """Return every file that should hold a lesson."""
    return sorted((content / "lessons").glob("[!.]*.yaml"))


def read_lesson(path: Path, content: Path) -> ReadyLesson:
    """Return the lesson in the file at `path`; raise ContentError if malformed."""
    found = read_mapping(path, content=content, rule=RULE)
    where = location(path, content)
    return record(ReadyLesson, found, where=where, key="", rule=RULE)


def _all(content: Path) -> Iterator[tuple[str, ReadyLesson]]:
    for path in lesson_paths(content):
        yield path.stem, read_lesson(path, content)


@cache
def lessons(content: Path = CONTENT) -> Mapping[str, ReadyLesson]:
    """Return every ready lesson by its slug."""
    return MappingProxyType(dict(_all(content)))
