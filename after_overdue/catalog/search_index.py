"""A search index: documents ranked by how well they answer the tokens of a query.

A document answers where it holds enough of what the query tells. The rarer a word is
among the documents, the more it tells; one that no document holds tells the most, so a
query about something else stays below the floor.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from after_overdue.catalog.search_lexicon import Lexicon, Token

PROMINENCE = ((6.0, 1.0), (5.0, 0.6), (3.0, 0.8), (0.0, 0.35))
"""How much a document is about a word, by its least weight: that of its field."""
ANY_WORD = 0.75
"""What a word counts that is none of the guide's matters."""
LIKELY = 0.8
FLOOR = 0.48
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
        values: dict[str, dict[str, float]] = {}
        for slug, features in self.documents.items():
            for feature, weight in features.items():
                values.setdefault(feature, {})[slug] = weight
        return values

    @cached_property
    def _most(self) -> float:
        return math.log(1 + len(self.documents))

    def telling(self, token: Token) -> float:
        """Return how much a token tells: the rarer, the more."""
        if token.is_filler:
            return 0.0
        if token.is_elsewhere:
            return token.size * self._most
        likely = max(token.readings.values(), default=0.0) * LIKELY
        counts = (
            sum(map(_prominence, values.values()))
            for name, like in token.readings.items()
            if like >= likely and (values := self._holding.get(name))
        )
        count = max(counts, default=0.0)
        rare = math.log(1 + len(self.documents) / count) if count else self._most
        return token.size * min(rare, self._most)

    def fits(
        self, tokens: Sequence[Token], said: Mapping[str, Collection[int]]
    ) -> dict[str, Fit]:
        """Return how well each document fits that holds anything of a query.

        Parameters
        ----------
        said : by document, which tokens a phrase of its own takes up
        """
        telling = [self.telling(each) for each in tokens]
        total = sum(telling)
        covered: defaultdict[str, float] = defaultdict(float)
        score: defaultdict[str, float] = defaultdict(float)
        for at, token in enumerate(tokens):
            if not telling[at]:
                continue
            share, plain = telling[at] / total, _aptness(token)
            for slug, (like, weight) in self._best(token).items():
                phrase = said.get(slug, ())
                is_said = at in phrase and (token.has_meaning or len(phrase) > 1)
                place = 1.0 if is_said else plain * _prominence(weight)
                covered[slug] += share * like * place
                score[slug] += share * like**2 * weight
        return {slug: Fit(covered[slug], score[slug]) for slug in covered}

    def _best(self, token: Token) -> dict[str, tuple[float, float]]:
        """Return the best reading of a token in each document, and its weight there."""
        best: dict[str, tuple[float, float]] = {}
        for name, like in token.readings.items():
            for slug, weight in self._holding.get(name, {}).items():
                before = best.get(slug, (0.0, 0.0))
                if like**2 * weight > before[0] ** 2 * before[1]:
                    best[slug] = like, weight
        return best


def _aptness(token: Token) -> float:
    """Return how much a token shows that a query is about the guide's matters."""
    if token.is_elsewhere:
        return 0.0
    return 1.0 if token.has_meaning else ANY_WORD


def _prominence(weight: float) -> float:
    """Return how much a document is about what stands in it with a weight."""
    return next((share for least, share in PROMINENCE if weight >= least), 0.0)
