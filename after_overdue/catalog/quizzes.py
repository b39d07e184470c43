"""Quizzes: questions that answer back, with a reply to everything one may answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import Field, StringConstraints, model_validator

from after_overdue.catalog.files import (
    CONTENT,
    KEBAB,
    LANGUAGE_TAG,
    LANGUAGES,
    Ids,
    Record,
    Said,
    list_in,
    location,
    read_all,
    read_text,
    record,
)
from after_overdue.catalog.questions import Figure, Topic
from after_overdue.errors import ContentError, Problem

RULE = "AO-301"
FILE_NAME = re.compile(rf"({KEBAB.pattern})\.({LANGUAGE_TAG})\.yaml", re.ASCII)
RESULT = re.compile(r"\{result\.([a-z0-9_.]+):([a-z-]+)(:bare)?\}")
Slug = Annotated[str, StringConstraints(pattern=f"^{KEBAB.pattern}$")]
Kind = Literal["single", "multiple", "number", "order"]
NumberUnit = Literal[
    "points",
    "months",
    "years",
    "days",
    "share",
    "share-per-month",
    "share-per-year",
    "yuan",
    "count",
]
REPLIES = ("right", "low", "high")
"""What a number may be, and the keys of the replies to it."""


class Option(Record):
    """One thing to choose, or one line to put in its place, with the reply to it.

    Attributes
    ----------
    see : the page at the settings that show it; those that disprove a wrong one
    """

    id: Slug
    say: Said
    right: bool = False
    because: Said
    see: Figure | None = None


class Number(Figure):
    """A number to answer with: what the model says at these settings.

    Attributes
    ----------
    result : dotted path into the summary of the model's answer
    tolerance : how far off is still right, in the unit; a share in per cent points
    right, low, high : the replies
    """

    result: Said
    tolerance: Annotated[float, Field(ge=0)]
    unit: NumberUnit
    right: Said
    low: Said
    high: Said


class Text(NamedTuple):
    """A text of an item: its key, its words, and the settings it speaks of."""

    key: str
    said: str
    case: Figure | None


class Item(Record):
    """One question of a quiz as its file holds it.

    Attributes
    ----------
    case : the page at the settings that `ask` speaks of, and each option without `see`
    options : for an order they stand as they should
    claims : what the texts assert, each with the citations behind it
    read : the slug of the question to read next
    """

    id: Slug
    kind: Kind
    ask: Said
    case: Figure | None = None
    options: list[Option] = Field(default_factory=list)
    number: Number | None = None
    claims: dict[str, Annotated[Ids, Field(min_length=1)]]
    topic: Topic
    read: Slug

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> Item:
        ids = [option.id for option in self.options]
        if (self.kind == "number") != (self.number is not None):
            raise ValueError("'number' belongs to the kind number, and only there")
        if self.number and (ids or self.case):
            raise ValueError("a number has no 'options', and is its own 'case'")
        if self.kind != "number" and len(ids) < 2:
            raise ValueError(f"the kind {self.kind} has two 'options' or more")
        for twice in {name for name in ids if ids.count(name) > 1}:
            raise ValueError(f"the option '{twice}' stands twice")
        return self

    def texts(self) -> Iterator[Text]:
        """Yield every text of the item in the order in which it stands."""
        yield Text("ask", self.ask, self.number or self.case)
        for option in self.options:
            case = option.see or self.case
            yield Text(f"options.{option.id}.say", option.say, case)
            yield Text(f"options.{option.id}.because", option.because, case)
        for reply in REPLIES if self.number else ():
            yield Text(f"number.{reply}", getattr(self.number, reply), self.number)


class QuizItem(Item):
    """One question of a quiz in one language, with the slug of its file."""

    slug: str
    language: str

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the right options; of an order all, as they should stand."""
        every = self.kind == "order"
        return tuple(each.id for each in self.options if every or each.right)


def quiz_paths(content: Path) -> list[Path]:
    """Return every file that should hold a quiz, slug by slug."""
    return sorted((content / "quizzes").glob("[!.]*"))


def quiz_and_language(path: Path) -> tuple[str, str] | None:
    """Return what a file's name says it holds; None where it says nothing."""
    found = FILE_NAME.fullmatch(path.name)
    return (found[1], found[3]) if found else None


def read_quiz(path: Path, content: Path) -> tuple[QuizItem, ...]:
    """Return the items in the file at `path`; raise ContentError if malformed."""
    where = location(path, content)
    named = quiz_and_language(path)
    if named is None:
        what = "is not named as a quiz."
        remedy = "Name it <slug>.<language>.yaml, for example late-fee.en.yaml."
        raise ContentError([Problem(where, what, remedy, RULE)])
    text = read_text(path, content=content, rule=RULE)
    read: list[QuizItem] = []
    problems: list[Problem] = []
    for place, found in enumerate(list_in(text, where=where, rule=RULE), 1):
        name = str(found.get("id", place)) if isinstance(found, dict) else str(place)
        try:
            item = record(Item, found, where=where, key=name, rule=RULE)
            read.append(QuizItem(**dict(item), slug=named[0], language=named[1]))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return tuple(read)


@cache
def quizzes(language: str, content: Path = CONTENT) -> Mapping[str, QuizItem]:
    """Return every item of one language by its id, in the order of content."""
    entries = read_all(quiz_paths(content), partial(read_quiz, content=content))
    items = (each for quiz in entries for each in quiz)
    return MappingProxyType(
        {each.id: each for each in items if each.language == language}
    )


@cache
def quiz_topics(content: Path = CONTENT) -> tuple[Topic, ...]:
    """Return each topic that has a quiz item, in the order of topics."""
    asked = {item.topic for item in quizzes(LANGUAGES[0], content).values()}
    return tuple(topic for topic in get_args(Topic) if topic in asked)
