"""Search: questions and glossary terms found by a query in any language.

A query that names a glossary term, or one of its synonyms, is also asked with each
other name of that term, in every language. A query that says one of the phrases listed
under ``asked_as`` finds that question, whatever else it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from after_overdue.catalog.files import CONTENT, languages
from after_overdue.catalog.glossary import Term, glossary
from after_overdue.catalog.question_text import QuestionText, question_text
from after_overdue.catalog.questions import questions
from after_overdue.catalog.search_index import (
    RUN,
    SearchIndex,
    folded,
    is_han,
    pieces,
    weighted,
)
from after_overdue.catalog.search_phrases import Phrases

TITLE, SHORT_ANSWER, TEXT = 6.0, 3.0, 1.0
SYNONYM = 0.5
SAME_NAME, SAME_CHARACTERS = 84, 75
LEAST_LETTERS, LEAST_CHARACTERS = 4, 4


@dataclass(frozen=True)
class Found:
    """What a query finds, best first: slugs of questions and of glossary terms."""

    questions: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Search:
    """Questions and terms ready to be searched.

    Attributes
    ----------
    names : every way to say each term, in all languages
    asked_as : what readers type for each question, in all languages
    """

    questions: SearchIndex
    terms: SearchIndex
    names: tuple[tuple[str, ...], ...]
    asked_as: Phrases

    def found(self, query: str) -> Found:
        """Return what `query` finds; nothing where it says nothing."""
        asked = [(query, 1.0), *((other, SYNONYM) for other in self._restated(query))]
        typed = frozenset(pieces(query))
        said = Counter(self.asked_as.scores(query))
        said.update(_scores(self.questions, asked, typed))
        return Found(_ranked(said), _ranked(_scores(self.terms, asked, typed)))

    def _restated(self, query: str) -> Iterator[str]:
        """Yield the query with a term it names put as each other name of the term."""
        text = folded(query)
        for names in self.names:
            named = next((part for name in names if (part := _part(text, name))), "")
            if named:
                yield from (text.replace(named, f" {name} ") for name in names)


def _part(text: str, name: str) -> str:
    """Return the part of `text` that says `name`, perhaps with a typo."""
    if is_han(name):
        parts = [text[at : at + len(name)] for at in range(len(text) - len(name) + 1)]
        least = SAME_CHARACTERS if len(name) >= LEAST_CHARACTERS else 100
    else:
        words, count = RUN.findall(text), len(name.split())
        spans = [words[at : at + count] for at in range(len(words) - count + 1)]
        parts = [" ".join(span) for span in spans]
        least = SAME_NAME if len(name) >= LEAST_LETTERS else 100
    likeness = [(fuzz.ratio(part, name), part) for part in parts if part in text]
    best, part = max(likeness, default=(0, ""))
    return part if best >= least else ""


def _scores(
    index: SearchIndex, asked: Iterable[tuple[str, float]], typed: Collection[str]
) -> dict[str, float]:
    best: dict[str, float] = {}
    for query, weight in asked:
        for slug, score in index.scores(query, typed=typed).items():
            best[slug] = max(weight * score, best.get(slug, 0))
    return best


def _ranked(scores: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(scores, key=lambda slug: (-scores[slug], slug)))


def search(
    asked: Iterable[QuestionText],
    terms: Mapping[str, Term],
    asked_as: Mapping[str, Sequence[str]],
) -> Search:
    """Return questions, in all their languages, and terms ready to be searched.

    Parameters
    ----------
    asked_as : what readers type for a question, by its slug
    """
    texts: dict[str, dict[str, float]] = {}
    for each in asked:
        texts.setdefault(each.slug, {}).update(
            weighted(
                (each.title, TITLE),
                (each.short_answer, SHORT_ANSWER),
                (each.text, TEXT),
            )
        )
    names = {slug: _names(term) for slug, term in terms.items()}
    meanings = {
        slug: weighted(
            *((name, TITLE) for name in names[slug]),
            *((words, TEXT) for words in term.means.by_language().values()),
        )
        for slug, term in terms.items()
    }
    return Search(
        SearchIndex(texts),
        SearchIndex(meanings),
        tuple(names.values()),
        Phrases(asked_as),
    )


def _names(term: Term) -> tuple[str, ...]:
    tongues = term.term.by_language()
    return tuple(
        dict.fromkeys(folded(name) for each in tongues for name in term.names(each))
    )


@lru_cache(maxsize=2)
def site_search(on: date, content: Path = CONTENT) -> Search:
    """Return every question, as it reads on a day, and every term to be searched."""
    asked = [
        question
        for language in languages(content)
        for question in questions(language, content).values()
    ]
    texts = [question_text(each, on, content, mark=lambda _: "") for each in asked]
    asked_as: dict[str, list[str]] = {}
    for each in asked:
        asked_as.setdefault(each.slug, []).extend(each.asked_as)
    return search(texts, glossary(content), asked_as)
