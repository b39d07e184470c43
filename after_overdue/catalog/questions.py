"""Questions: what readers ask, and the answer in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from after_overdue.catalog.files import (
    CONTENT,
    KEBAB,
    LANGUAGE_TAG,
    Ids,
    Record,
    Said,
    location,
    mapping_in,
    read_all,
    read_text,
    record,
)
from after_overdue.errors import ContentError, Problem

FILE_NAME = re.compile(rf"({KEBAB.pattern})\.({LANGUAGE_TAG})\.md", re.ASCII)
FENCE = "---"
Topic = Literal[
    "overdue-basics",
    "collection",
    "negotiating",
    "courts",
    "checkpoints",
    "sesame-repair",
    "credit-record",
    "credit-concepts",
    "consumer-credit",
    "protection",
]
CHECKS: Mapping[str, str] = MappingProxyType(
    {"collection": "call_check", "protection": "offer_check"}
)
"""The page on which readers check their own case, for topics that have one."""
SketchName = Literal["query_windows", "court_leaves"]
"""Figures that stand inside an answer and have no page of their own."""
Setting = bool | int | float | str | date


class Figure(Record):
    """The figure that shows an answer, set to the case in its text."""

    page: str
    settings: dict[str, Setting]

    @property
    def address(self) -> dict[str, str]:
        """The settings as the address and the command line hold them."""
        return {name: _as_text(value) for name, value in self.settings.items()}


def _as_text(value: Setting) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.10g}" if isinstance(value, float) else str(value)


class Heading(Record):
    """What stands above an answer, between the two fences.

    Attributes
    ----------
    asked_as : what readers type who want this answer; found by, not shown
    article : claims of the article that the answer treats
    claims : what the text asserts, each with the citations behind it
    figure : the figure that shows the answer; None where none does
    sketch : the sketch inside the answer; None where there is none
    """

    title: Said
    short_answer: Said
    asked_as: Annotated[Ids, Field(min_length=1)]
    topic: Topic
    article: Ids
    claims: dict[str, Annotated[Ids, Field(min_length=1)]]
    figure: Figure | None = None
    sketch: SketchName | None = None
    related: Annotated[Ids, Field(max_length=3)]
    reviewed: date


class Question(Heading):
    """One question in one language, with its answer in Markdown."""

    slug: str
    language: str
    text: Said


def question_paths(content: Path) -> list[Path]:
    """Return every file that should hold a question, slug by slug."""
    return sorted((content / "questions").glob("[!.]*"))


def slug_and_language(path: Path) -> tuple[str, str] | None:
    """Return what a file's name says it holds; None where it says nothing."""
    found = FILE_NAME.fullmatch(path.name)
    return (found[1], found[3]) if found else None


def read_question(path: Path, content: Path) -> Question:
    """Return the question in the file at `path`; raise ContentError if malformed."""
    where = location(path, content)
    named = slug_and_language(path)
    if named is None:
        what = "is not named as a question."
        remedy = "Name it <slug>.<language>.md, for example late-fee.en.md."
        raise ContentError([Problem(where, what, remedy, "AO-101")])
    above, text = _parts(read_text(path, content=content, rule="AO-101"), where)
    found = mapping_in(above, where=where, rule="AO-101")
    heading = record(Heading, found, where=where, key="", rule="AO-101")
    return Question(**dict(heading), slug=named[0], language=named[1], text=text)


def _parts(written: str, where: str) -> tuple[str, str]:
    """Return front matter and text; the former keeps its line numbers."""
    opening, _, rest = written.partition("\n")
    above, fence, text = rest.partition(f"\n{FENCE}\n")
    if opening.strip() != FENCE or not fence or not text.strip():
        what = "has no front matter between two lines '---', or no text below it."
        remedy = "content/README.md shows the form."
        raise ContentError([Problem(where, what, remedy, "AO-101")])
    return f"\n{above}", text.strip()


@cache
def questions(language: str, content: Path = CONTENT) -> Mapping[str, Question]:
    """Return every question of one language by its slug."""
    entries = read_all(question_paths(content), partial(read_question, content=content))
    return MappingProxyType(
        {each.slug: each for each in entries if each.language == language}
    )


@cache
def last_reviewed(language: str, content: Path = CONTENT) -> date:
    """Return the latest day on which an answer of one language was reviewed."""
    return max(each.reviewed for each in questions(language, content).values())
