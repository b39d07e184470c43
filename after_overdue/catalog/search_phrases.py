"""Everyday phrases: what readers type that no answer says in these words.

A phrase is said by a query that holds all that the phrase tells, in any order, among
other words: so “lost my job” is said by “I have lost my only job”.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from after_overdue.catalog.search_lexicon import Lexicon, Token
from after_overdue.catalog.search_text import pieces


def phrase_pieces(text: str) -> frozenset[str]:
    """Return what makes a phrase: the same in another order is the same phrase.

    Examples
    --------
    >>> sorted(phrase_pieces("can't pay 房贷"))
    ['cant', 'pay', '房贷']
    """
    return frozenset(pieces(text))


@dataclass(frozen=True)
class Phrases:
    """The phrases of each document, by slug.

    Attributes
    ----------
    in_pinyin : phrases that are only read as a whole query
    """

    documents: Mapping[str, Iterable[str]]
    lexicon: Lexicon
    in_pinyin: Mapping[str, Iterable[str]]

    @cached_property
    def _sought(self) -> list[tuple[str, list[frozenset[str]]]]:
        """Return each document with a phrase: for each token, what it may stand for."""
        cut = (
            (slug, [each for each in self.lexicon.tokens(phrase) if not each.is_filler])
            for slug, phrases in self.documents.items()
            for phrase in phrases
        )
        return [
            (slug, [each.likely for each in tokens]) for slug, tokens in cut if tokens
        ]

    @cached_property
    def _whole(self) -> Mapping[frozenset[str], str]:
        return {
            phrase_pieces(phrase): slug
            for documents in (self.in_pinyin, self.documents)
            for slug, phrases in documents.items()
            for phrase in phrases
        }

    def named(self, query: str) -> str | None:
        """Return the document that has all of `query` as one phrase, if any."""
        return self._whole.get(phrase_pieces(query))

    def said(
        self, tokens: Sequence[Token], telling: Sequence[float]
    ) -> dict[str, frozenset[int]]:
        """Return the tokens that the best said phrase of each document takes up.

        Parameters
        ----------
        telling : how much each token tells
        """
        said: dict[str, frozenset[int]] = {}
        for slug, phrase in self._sought:
            taken = {_taking(wanted, tokens) for wanted in phrase}
            if None not in taken:
                found = frozenset(at for at in taken if at is not None)
                said[slug] = max(
                    said.get(slug, frozenset()),
                    found,
                    key=lambda each: sum(telling[at] for at in each),
                )
        return said


def _taking(wanted: frozenset[str], tokens: Sequence[Token]) -> int | None:
    """Return which token says what a phrase wants there, if one does."""
    return next(
        (at for at, each in enumerate(tokens) if not wanted.isdisjoint(each.likely)),
        None,
    )
