"""A search index: documents ranked by how well they answer the tokens of a query.

A document answers where it holds enough of what the query tells. The rarer a word is
among the documents, the more it tells; one that no document holds tells the most, so a
query about something else stays below the floor.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from after_overdue.catalog.search_lexicon import Lexicon, Token

PROMINENT = 3.0
"""Weight from which on a word stands where a document says what it is about."""
IN_PASSING = 0.35
FLOOR = 0.5
"""Share of what a query tells that a document must hold to answer it."""


def weighted(lexicon: Lexicon, *fields: tuple[str, float]) -> dict[str, float]:
    """Return the weight of each feature: its weightiest field, and how often it stands.

    Examples
    --------
    >>> said = ("Late fees", 6), ("A fee for paying late, late", 1)
    >>> weighted(Lexicon({}), *said)["fee"]
    6.5
    """
    heaviest: dict[str, float] = {}
    times: Counter[str] = Counter()
    for text, weight in fields:
        for feature in lexicon.features(text):
            heaviest[feature] = max(weight, heaviest.get(feature, 0))
            times[feature] += 1
    return {
        feature: weight + math.log2(times[feature]) / 2
        for feature, weight in heaviest.items()
    }


@dataclass(frozen=True)
class Fit:
    """How well one document fits a query.

    Attributes
    ----------
    covered : share of what the query tells that the document holds
    score : the same, weighted by where it stands
    """

    covered: float
    score: float


@dataclass(frozen=True)
class SearchIndex:
    """Documents by slug, each with the weight of every feature of its text."""

    documents: Mapping[str, Mapping[str, float]]

    @cached_property
    def _holding(self) -> Mapping[str, Mapping[str, float]]:
        """The documents that hold each feature, with its weight there."""
        held: dict[str, dict[str, float]] = {}
        for slug, features in self.documents.items():
            for feature, weight in features.items():
                held.setdefault(feature, {})[slug] = weight
        return held

    @cached_property
    def _most(self) -> float:
        return math.log(1 + len(self.documents))

    def telling(self, token: Token) -> float:
        """Return how much a token tells: the rarer, the more."""
        if token.is_filler:
            return 0.0
        counts = (
            sum(_prominence(weight) for weight in held.values())
            for name in token.readings
            if (held := self._holding.get(name))
        )
        count = max(counts, default=0.0)
        rare = math.log(1 + len(self.documents) / count) if count else self._most
        return token.size * min(rare, self._most)

    def fits(self, tokens: Sequence[Token]) -> dict[str, Fit]:
        """Return how well each document fits that holds anything of a query."""
        telling = {id(each): self.telling(each) for each in tokens}
        total = sum(telling.values())
        covered: Counter[str] = Counter()
        score: Counter[str] = Counter()
        for token in tokens:
            if share := telling[id(token)] / total if total else 0.0:
                for slug, (like, weight) in self._best(token).items():
                    covered[slug] += share * like * _prominence(weight)
                    score[slug] += share * like * weight
        return {slug: Fit(covered[slug], score[slug]) for slug in covered}

    def _best(self, token: Token) -> dict[str, tuple[float, float]]:
        """Return the best reading of a token in each document, and its weight there."""
        best: dict[str, tuple[float, float]] = {}
        for name, like in token.readings.items():
            for slug, weight in self._holding.get(name, {}).items():
                before = best.get(slug, (0.0, 0.0))
                if like * weight > before[0] * before[1]:
                    best[slug] = like, weight
        return best


def _prominence(weight: float) -> float:
    return 1.0 if weight >= PROMINENT else IN_PASSING
