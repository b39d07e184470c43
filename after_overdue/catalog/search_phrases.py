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

    @cached_property
    def _beginning(self) -> Mapping[str, Sequence[int]]:
        """The phrases by what their first token may stand for."""
        found: dict[str, list[int]] = {}
        for at, (_, phrase) in enumerate(self._sought):
            for name in phrase[0]:
                found.setdefault(name, []).append(at)
        return found

    def said(
        self, tokens: Sequence[Token], telling: Sequence[float]
    ) -> dict[str, frozenset[int]]:
        """Return the tokens that the best said phrase of each document takes up.

        Parameters
        ----------
        telling : how much each token tells
        """
        stands = {
            name: at
            for at, token in reversed(list(enumerate(tokens)))
            for name in token.likely
        }
        begun = {at for name in stands for at in self._beginning.get(name, ())}
        said: dict[str, frozenset[int]] = {}
        for slug, phrase in map(self._sought.__getitem__, sorted(begun)):
            taken = [_taken(names, stands) for names in phrase]
            if all(taken):
                found = frozenset(map(min, taken))
                said[slug] = max(
                    said.get(slug, frozenset()),
                    found,
                    key=lambda each: sum(telling[at] for at in each),
                )
        return said


def _taken(names: frozenset[str], stands: Mapping[str, int]) -> list[int]:
    """Return which tokens say what a phrase wants."""
    return [stands[name] for name in names if name in stands]
