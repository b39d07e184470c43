"""The library: everything under a content folder that can be read at all.

A site stops at the first file that cannot be read; an author wants every problem at
once. So the rules ask a library, which keeps what could not be read as problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from after_overdue.catalog.call_signs import CallSigns, call_signs
from after_overdue.catalog.claims import Claim, claims
from after_overdue.catalog.contradictions import Contradiction, contradictions
from after_overdue.catalog.credit_types import CreditTypes, credit_types
from after_overdue.catalog.facts import Fact, facts
from after_overdue.catalog.figures_in_words import figure_in_words, unit_problems
from after_overdue.catalog.files import languages
from after_overdue.catalog.glossary import Term, glossary
from after_overdue.catalog.interface import interface
from after_overdue.catalog.lessons import ReadyLesson, lesson_paths, read_lesson
from after_overdue.catalog.offer_signs import OfferSigns, offer_signs
from after_overdue.catalog.parameters import (
    Parameter,
    Scalar,
    holding,
    parameter_file,
    parameter_paths,
    read_parameter,
    value_of,
)
from after_overdue.catalog.permalinks import Permalinks, permalinks
from after_overdue.catalog.presets import PagePresets, presets_of_pages
from after_overdue.catalog.questions import (
    Question,
    question_paths,
    read_question,
    slug_and_language,
)
from after_overdue.catalog.quizzes import (
    QuizItem,
    quiz_and_language,
    quiz_paths,
    read_quiz,
)
from after_overdue.catalog.routes import Route, routes
from after_overdue.catalog.search_words import SearchWords, search_words
from after_overdue.catalog.sources import Source, is_cited, sources
from after_overdue.catalog.terms import Terms, terms
from after_overdue.catalog.timeline import Event, timeline
from after_overdue.errors import ContentError, Problem

UNITS = "units."
Read = TypeVar("Read")


@dataclass(frozen=True)
class Library:
    """What could be read, and what is there though it could not be.

    A file that cannot be read is None: nobody is blamed for naming what may stand
    in it.

    Attributes
    ----------
    said : interface words by language
    parameters : by name; `figures` names those of unreadable files too
    questions : by slug, then by language; `asked` names those of unreadable files too
    quizzes : likewise, with `quizzed`
    lessons : by slug
    problems : why the rest could not be read
    """

    content: Path
    languages: tuple[str, ...]
    said: Mapping[str, Mapping[str, str]]
    sources: Mapping[str, Source] | None
    facts: Mapping[str, Fact] | None
    claims: Mapping[str, Claim] | None
    contradictions: Mapping[str, Contradiction] | None
    glossary: Mapping[str, Term] | None
    terms: Terms | None
    search_words: SearchWords | None
    timeline: Mapping[str, Event] | None
    credit_types: CreditTypes | None
    offer_signs: OfferSigns | None
    call_signs: CallSigns | None
    permalinks: Permalinks | None
    routes: Mapping[str, Route] | None
    presets: Mapping[str, PagePresets] | None
    parameters: Mapping[str, Parameter]
    figures: frozenset[str]
    questions: Mapping[str, Mapping[str, Question]]
    asked: Mapping[str, frozenset[str]]
    quizzes: Mapping[str, Mapping[str, tuple[QuizItem, ...]]]
    quizzed: Mapping[str, frozenset[str]]
    lessons: Mapping[str, ReadyLesson]
    problems: tuple[Problem, ...]

    def every_question(self) -> Iterator[Question]:
        """Yield each question that could be read, in each language."""
        for tongues in self.questions.values():
            yield from tongues.values()

    def every_quiz_item(self) -> Iterator[QuizItem]:
        """Yield each item of each quiz that could be read, in each language."""
        for tongues in self.quizzes.values():
            for items in tongues.values():
                yield from items

    def is_cited(self, citation: str) -> bool:
        """Return whether `citation` leads to a source, as far as can be known."""
        return self.sources is None or is_cited(citation, self.sources)

    def figure(
        self,
        name: str,
        language: str,
        on: date,
        *,
        bare: bool = False,
        given: Scalar | None = None,
    ) -> str:
        """Return a parameter's value in words; raise ContentError if it has none.

        One that stands in a file that cannot be read stands for itself. Where `given`
        is given, it takes the place of the value.
        """
        if name not in self.figures:
            what, remedy = "is missing.", "Create it, or correct the name."
            raise ContentError([Problem(parameter_file(name), what, remedy, "AO-108")])
        said = self.unit_words(language)
        if name not in self.parameters or any(unit_problems(said)):
            return name
        value = value_of(name, self.parameters[name], on)
        value = value if given is None else holding(value, given)
        return figure_in_words(value, said, bare=bare)

    def unit_words(self, language: str) -> Mapping[str, str]:
        """Return the words for units, as far as the language has them."""
        return self._unit_words.get(language, {})

    @cached_property
    def _unit_words(self) -> Mapping[str, Mapping[str, str]]:
        return {
            language: {
                key.removeprefix(UNITS): word
                for key, word in words.items()
                if key.startswith(UNITS)
            }
            for language, words in self.said.items()
        }


class _Reading:
    """Reads one thing after another and keeps what could not be read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, read: Callable[..., Read], *place: object) -> Read | None:
        try:
            return read(*place)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None


def library(content: Path) -> Library:
    """Return what can be read under `content`."""
    reading, tongues = _Reading(), languages(content)
    numbers = {
        name: reading(read_parameter, path, content)
        for name, path in parameter_paths(content).items()
    }
    answers = _by_slug(
        reading, read_question, slug_and_language, question_paths(content)
    )
    quizzes = _by_slug(reading, read_quiz, quiz_and_language, quiz_paths(content))
    taught = {
        path.stem: reading(read_lesson, path, content) for path in lesson_paths(content)
    }
    return Library(
        content=content,
        languages=tongues,
        said=_read({each: reading(interface, each, content) for each in tongues}),
        sources=reading(sources, content),
        facts=reading(facts, content),
        claims=reading(claims, content),
        contradictions=reading(contradictions, content),
        glossary=reading(glossary, content),
        terms=reading(terms, content),
        search_words=reading(search_words, content),
        timeline=reading(timeline, content),
        credit_types=reading(credit_types, content),
        offer_signs=reading(offer_signs, content),
        call_signs=reading(call_signs, content),
        permalinks=reading(permalinks, content),
        routes=reading(routes, content),
        presets=reading(presets_of_pages, content),
        parameters=_read(numbers),
        figures=frozenset(numbers),
        questions={slug: _read(each) for slug, each in answers.items()},
        asked={slug: frozenset(each) for slug, each in answers.items()},
        quizzes={slug: _read(each) for slug, each in quizzes.items()},
        quizzed={slug: frozenset(each) for slug, each in quizzes.items()},
        lessons=_read(taught),
        problems=tuple(reading.problems),
    )


def _by_slug(
    reading: _Reading,
    read: Callable[[Path, Path], Read],
    named: Callable[[Path], tuple[str, str] | None],
    paths: Iterable[Path],
) -> dict[str, dict[str, Read | None]]:
    """Return what can be read by slug, then by language, as the files are named."""
    found: dict[str, dict[str, Read | None]] = {}
    for path in paths:
        value = reading(read, path, path.parents[1])
        if slug_and_tongue := named(path):
            slug, tongue = slug_and_tongue
            found.setdefault(slug, {})[tongue] = value
    return found


def _read(tried: Mapping[str, Read | None]) -> dict[str, Read]:
    return {name: read for name, read in tried.items() if read is not None}
