"""The text of a question: its figures filled in, its footnotes numbered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from after_overdue.catalog.figures_in_words import figure_in_words
from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.interface import words
from after_overdue.catalog.parameters import Value, value
from after_overdue.catalog.questions import Question
from after_overdue.catalog.sources import Citation, citation_in_words, sources

PLACEHOLDER = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_]+)(:bare)?\}")
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True)
class Note:
    """A numbered footnote: the claim it backs, and every passage cited for it."""

    number: int
    claim: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class QuestionText:
    """A question as it reads on one day.

    Attributes
    ----------
    figures : every parameter named, once, with its origin
    """

    slug: str
    language: str
    title: str
    short_answer: str
    text: str
    notes: tuple[Note, ...]
    figures: tuple[Value, ...]


def question_text(
    question: Question,
    on: date,
    content: Path = CONTENT,
    *,
    mark: Callable[[int], str] = "[{}]".format,
) -> QuestionText:
    """Return what a reader reads on the day `on`.

    Parameters
    ----------
    question : in the reader's language
    on : the day on which each figure is asked for
    content : the folder with parameters, sources and interface words
    mark : writes the number of a footnote where it stands in the text
    """
    texts = words("units", question.language, content)
    parts = (question.title, question.short_answer, question.text)
    named = dict.fromkeys(name for part in parts for name in parameters_in(part))
    figures = {name: value(name, on, content) for name in named}

    def say(name: str, bare: bool) -> str:
        return figure_in_words(figures[name], texts, bare=bare)

    title, short_answer, text = (filled(part, say) for part in parts)
    notes = _notes(question, content)
    numbers = {note.claim: note.number for note in notes}
    text = FOOTNOTE.sub(lambda found: mark(numbers[found[1]]), text)
    return QuestionText(
        question.slug,
        question.language,
        title,
        short_answer,
        text,
        notes,
        tuple(figures.values()),
    )


def _notes(question: Question, content: Path) -> tuple[Note, ...]:
    known = sources(content)
    return tuple(
        Note(
            number,
            claim,
            tuple(
                citation_in_words(citation, question.language, known)
                for citation in question.claims[claim]
            ),
        )
        for number, claim in enumerate(dict.fromkeys(footnotes_in(question.text)), 1)
    )


def parameters_in(text: str) -> list[str]:
    """Return the name of each parameter in `text`, in order.

    Examples
    --------
    >>> parameters_in("Kept for {credit_record.retention_years}.")
    ['credit_record.retention_years']
    """
    return [name for name, _ in PLACEHOLDER.findall(text)]


def footnotes_in(text: str) -> list[str]:
    """Return the claim of each footnote mark in `text`, in order.

    Examples
    --------
    >>> footnotes_in("Kept.[^term] Then deleted.[^deletion][^term]")
    ['term', 'deletion', 'term']
    """
    return FOOTNOTE.findall(text)


def filled(text: str, say: Callable[[str, bool], str]) -> str:
    """Return `text` with `say(name, bare)` in the place of each parameter."""
    return PLACEHOLDER.sub(lambda found: say(found[1], bool(found[2])), text)
