"""Spelling: known words that one typed wrong, or not to its end, may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

LEAST_BEGUN, LEAST_MENDED = 4, 5
"""Letters from which on a word may be the start of one, or a typing error."""
LEAST_ALIKE = 80
BEGUN = 0.8
MOST_NEAR = 4
MOST_GUESSES = 1000
"""Unknown words that are remembered with what they may stand for."""


class Spelling:
    """Known stems, and which of them a word is near to."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._long: dict[str, list[str]] = {}
        for each in sorted(self._known):
            if len(each) >= LEAST_BEGUN:
                self._long.setdefault(each[0], []).append(each)
        self.guesses: dict[str, Mapping[str, float]] = {}

    def __contains__(self, stem: str) -> bool:
        return stem in self._known

    def near(self, stem: str) -> Mapping[str, float]:
        """Return the known stems that one may stand for, the likeliest first."""
        if stem in self._known:
            return {stem: 1.0}
        if stem not in self.guesses:
            if len(self.guesses) >= MOST_GUESSES:
                self.guesses.clear()
            self.guesses[stem] = self._guessed(stem)
        return self.guesses[stem]

    def _guessed(self, stem: str) -> Mapping[str, float]:
        """Return words that begin alike; hardly anybody mistypes the first letter."""
        if len(stem) < LEAST_BEGUN or stem.isdecimal():
            return {}
        listed = self._long.get(stem[0], [])
        near = {each: BEGUN for each in listed if each.startswith(stem)}
        if len(stem) >= LEAST_MENDED:
            close = process.extract(
                stem,
                [each for each in listed if len(each) >= LEAST_MENDED],
                scorer=fuzz.ratio,
                score_cutoff=LEAST_ALIKE,
                limit=MOST_NEAR,
            )
            near |= {each: likeness / 100 for each, likeness, _ in close}
        return dict(sorted(near.items(), key=lambda each: -each[1])[:MOST_NEAR])
