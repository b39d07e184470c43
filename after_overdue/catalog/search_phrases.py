"""Everyday phrases: what readers type that no answer says in these words.

A phrase is said by a query that holds all of its words, in any order, among others: so
“lost my job” is said by “I have lost my only job”. Chinese is compared by pairs of
characters, as in the index, so a phrase stands there as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz import fuzz

from after_overdue.catalog.search_index import (
    LEAST_LETTERS,
    RUN,
    folded,
    is_han,
    pieces,
)

SAID, SHARE = 4.0, 4.0
SAME_WORD = 84
APOSTROPHES = str.maketrans("", "", "'’")


def phrase_pieces(text: str) -> frozenset[str]:
    """Return what a phrase is compared by.

    Examples
    --------
    >>> sorted(phrase_pieces("can't pay 房贷"))
    ['cant', 'pay', '房贷']
    """
    return frozenset(pieces(text.translate(APOSTROPHES)))


@dataclass(frozen=True)
class Phrases:
    """The phrases of each document, by slug."""

    documents: Mapping[str, Iterable[str]]

    @cached_property
    def _sought(self) -> list[tuple[str, frozenset[str]]]:
        return [
            (slug, phrase_pieces(phrase))
            for slug, phrases in self.documents.items()
            for phrase in phrases
        ]

    def scores(self, query: str) -> dict[str, float]:
        """Return the score of each document one of whose phrases `query` says.

        The more of the query a phrase takes up, the higher it scores.
        """
        typed = phrase_pieces(query)
        words = typed | _joined(query)
        scores: dict[str, float] = {}
        for slug, phrase in self._sought:
            if all(_among(piece, words) for piece in phrase):
                score = SAID + SHARE * len(phrase) / max(len(typed), len(phrase))
                scores[slug] = max(score, scores.get(slug, 0))
        return scores


def _joined(query: str) -> frozenset[str]:
    """Return each two neighbours as one: pinyin is typed with or without gaps."""
    runs = RUN.findall(folded(query.translate(APOSTROPHES)))
    return frozenset(
        one + other
        for one, other in pairwise(runs)
        if not is_han(one) and not is_han(other)
    )


def _among(piece: str, words: frozenset[str]) -> bool:
    return piece in words or any(_alike(piece, word) for word in words)


def _alike(piece: str, word: str) -> bool:
    if min(len(piece), len(word)) < LEAST_LETTERS:
        return False
    return fuzz.ratio(piece, word) >= SAME_WORD
