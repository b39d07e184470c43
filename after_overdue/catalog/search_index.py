"""A search index: texts in any language, ranked by how well they answer words.

Latin words are compared as stems and forgive a typo; Chinese, which has no spaces, is
compared by pairs of characters.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

HAN = r"\u3400-\u9fff"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
"""A run of Chinese characters, or one word of any other script."""
SEPARATOR = re.compile(r"(?<=\d)[.,](?=\d)")
LEAST_LETTERS = 4
LEAST_ALIKE = 78
BEGUN, HALF_PAIR = 0.8, 0.4
LEAST_COVERED = 0.4
MOST_GUESSES = 1000
"""Unknown pieces that are remembered with what they may stand for."""


def folded(text: str) -> str:
    """Return `text` without the differences a reader does not type.

    Examples
    --------
    >>> folded("ＡＰＲ")
    'apr'
    """
    return unicodedata.normalize("NFKC", text).casefold()


def is_han(text: str) -> bool:
    """Return whether `text` begins with a Chinese character."""
    return bool(re.match(f"[{HAN}]", text))


def pieces(text: str) -> list[str]:
    """Return what a text is compared by: word stems and pairs of characters.

    Examples
    --------
    >>> pieces("Late fees, 违约金")
    ['late', 'fee', '违约', '约金']
    """
    runs = RUN.findall(SEPARATOR.sub("", folded(text)))
    return [piece for run in runs for piece in _cut(run)]


def _cut(run: str) -> Iterator[str]:
    if not is_han(run):
        yield run[:-1] if len(run) >= LEAST_LETTERS and run.endswith("s") else run
    elif len(run) == 1:
        yield run
    else:
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def weighted(*fields: tuple[str, float]) -> dict[str, float]:
    """Return the weight of each piece: its weightiest field, and how often it stands.

    Examples
    --------
    >>> weighted(("Late fees", 6), ("A fee for paying late, late", 1))["fee"]
    6.5
    """
    heaviest: dict[str, float] = {}
    times: Counter[str] = Counter()
    for text, weight in fields:
        for piece in pieces(text):
            heaviest[piece] = max(weight, heaviest.get(piece, 0))
            times[piece] += 1
    return {
        piece: weight + math.log2(times[piece]) / 2
        for piece, weight in heaviest.items()
    }


@dataclass(frozen=True)
class SearchIndex:
    """Documents by slug, each with the weight of every piece of its text."""

    documents: Mapping[str, Mapping[str, float]]

    @cached_property
    def _telling(self) -> Mapping[str, float]:
        """How much a piece tells: the rarer, the more."""
        held = Counter(piece for each in self.documents.values() for piece in each)
        return {
            piece: math.log(1 + len(self.documents) / count)
            for piece, count in held.items()
        }

    def scores(self, query: str, *, typed: Collection[str] = ()) -> dict[str, float]:
        """Return the score of each document that holds enough of the query.

        Parameters
        ----------
        query : words in any language
        typed : pieces that may have a typo
        """
        most = math.log(1 + len(self.documents))
        asked = [
            (self._telling.get(piece, most), self._readings(piece, piece in typed))
            for piece in dict.fromkeys(pieces(query))
        ]
        total = sum(telling for telling, _ in asked)
        scores = {}
        for slug, held in self.documents.items():
            covered = score = 0.0
            for telling, readings in asked:
                like, place = _best(readings, held)
                covered += telling * like
                score += telling * like * place
            if covered >= LEAST_COVERED * total > 0:
                scores[slug] = score / total
        return scores

    def _readings(self, piece: str, typed: bool) -> Mapping[str, float]:
        """Return the known pieces that `piece` may stand for, and how likely."""
        if piece in self._telling or not typed:
            return {piece: 1.0}
        if piece not in self._guesses:
            if len(self._guesses) == MOST_GUESSES:
                self._guesses.clear()
            self._guesses[piece] = self._guessed(piece)
        return self._guesses[piece]

    @cached_property
    def _guesses(self) -> dict[str, Mapping[str, float]]:
        return {}

    def _guessed(self, piece: str) -> Mapping[str, float]:
        if is_han(piece):
            return {
                known: HALF_PAIR
                for known in self._telling
                if is_han(known) and any(map(str.__eq__, known, piece))
            }
        if len(piece) < LEAST_LETTERS:
            return {}
        longer = {known: BEGUN for known in self._telling if known.startswith(piece)}
        known = [word for word in self._telling if len(word) >= LEAST_LETTERS]
        near = process.extract(
            piece, known, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, limit=5
        )
        return longer | {word: likeness / 100 for word, likeness, _ in near}


def _best(
    readings: Mapping[str, float], held: Mapping[str, float]
) -> tuple[float, float]:
    """Return how alike the best piece of a document is, and its weight there."""
    found = ((like, held[piece]) for piece, like in readings.items() if piece in held)
    return max(found, key=lambda each: each[0] * each[1], default=(0.0, 0.0))
