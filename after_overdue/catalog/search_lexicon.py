"""The lexicon: known words found in what is typed, with what they mean.

A text is cut into tokens. Each says what it may stand for: a word, its meaning (a row of
``content/search.yaml`` or a glossary term), or, where no word is known, its stem or its
pairs of characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from after_overdue.catalog.search_sound import (
    LEAST_LETTERS,
    by_sound,
    is_pinyin,
    spellings,
)
from after_overdue.catalog.search_spelling import Spelling
from after_overdue.catalog.search_text import is_han, normal, pieces, runs, stem

SAME_MEANING, SAME_SOUND, PART = 0.92, 0.7, 0.5
HALF, LETTERS_A_WORD = 0.5, 6
MEANING = "#"
NUMBER = 0.25
"""Size of a number that no text has: a sum or a year of the reader's own."""
UNKNOWN = 0.4
"""What an unknown character counts when a run is cut; a known word, its length squared."""


@dataclass(frozen=True)
class Token:
    """A part of a text.

    Attributes
    ----------
    readings : what it may stand for, and how likely; none where it is not known at all
    size : how much of a word it is
    is_filler : whether it tells nothing of what is asked
    """

    readings: Mapping[str, float]
    size: float = 1.0
    is_filler: bool = False

    @property
    def has_meaning(self) -> bool:
        """Whether it is a word of the guide's matters, not any word."""
        return any(name.startswith(MEANING) for name in self.readings)


@dataclass(frozen=True)
class Lexicon:
    """Known words by how they are written, each with its meanings.

    Attributes
    ----------
    meanings : by `normal` name; a word without a meaning stands for itself
    filler : `normal` names that tell nothing
    """

    meanings: Mapping[str, frozenset[str]]
    filler: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word that is recognised."""
        return self.filler | self.meanings.keys()

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem of a word that is not Chinese."""
        return frozenset(
            each for name in self.known if not is_han(name) for each in name.split()
        )

    @cached_property
    def _longest(self) -> tuple[int, int]:
        chinese = max((len(name) for name in self.known if is_han(name)), default=1)
        return chinese, max((len(name.split()) for name in self.known), default=1)

    @cached_property
    def _sounds(self) -> Mapping[str, tuple[str, ...]]:
        return by_sound(name for name in self.known if is_han(name))

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[str]]:
        """What the parts of a longer name stand for, by the name."""
        return {name: frozenset(self._parts_of(name)) for name in self.meanings}

    def _parts_of(self, name: str) -> Iterator[str]:
        parts = name.split()
        if is_han(name):
            cut = self._cut(name, forgiving=False, whole=False)
            parts = [part for part, _, _ in cut]
        for part in parts if len(parts) > 1 else ():
            if part in self.meanings:
                yield from (part, *self.meanings[part])

    def tokens(self, text: str, spelling: Spelling | None = None) -> list[Token]:
        """Return the tokens of a text.

        Parameters
        ----------
        spelling : mends typing errors; none for a text that was edited
        """
        found: list[Token] = []
        for is_chinese, group in groupby(runs(text), key=is_han):
            if is_chinese:
                for run in group:
                    found += self._chinese(run, spelling is not None)
            else:
                found += self._words(list(group), spelling)
        return found

    def features(self, text: str) -> Iterator[str]:
        """Yield all that an edited text can be found by."""
        yield from pieces(text)
        for token in self.tokens(text):
            yield from (name for name in token.readings if name not in pieces(name))

    def _token(self, name: str, likely: float = 1.0) -> Token:
        if name in self.filler:
            return Token({name: likely}, is_filler=True)
        parts = dict.fromkeys(self._parts.get(name, ()), PART * likely)
        meant = dict.fromkeys(self.meanings.get(name, ()), SAME_MEANING * likely)
        return Token({**parts, **meant, name: likely})

    def _chinese(self, run: str, forgiving: bool) -> Iterator[Token]:
        unknown = ""
        for part, name, likely in self._cut(run, forgiving):
            if name:
                yield from _pairs(unknown)
                yield self._token(name, likely)
                unknown = ""
            else:
                unknown += part
        yield from _pairs(unknown)

    def _cut(
        self, run: str, forgiving: bool, whole: bool = True
    ) -> list[tuple[str, str, float]]:
        """Return the cut of a run that has the longest known words.

        Each part comes with the word it is known as, if any, and how likely.

        Parameters
        ----------
        whole : whether the run may be one word
        """
        best: list[tuple[float, int, str, float]] = [(0.0, 0, "", 0.0)]
        longest = self._longest[0]
        for end in range(1, len(run) + 1):
            options = [(best[end - 1][0] + UNKNOWN, end - 1, "", 0.0)]
            for start in range(max(0, end - longest), end):
                name, likely = self._named(run[start:end], forgiving)
                if name and (whole or name != run):
                    worth = (end - start) ** 2 * likely
                    options.append((best[start][0] + worth, start, name, likely))
            best.append(max(options))
        return _followed(run, best)

    def _named(self, part: str, forgiving: bool) -> tuple[str, float]:
        if part in self.known:
            return part, 1.0
        if forgiving and len(part) > 1:
            for spelling in spellings(part):
                for word in self._sounds.get(spelling, ()):
                    if len(word) == len(part) and set(word) & set(part):
                        return word, SAME_SOUND
        return "", 0.0

    def _words(self, words: list[str], spelling: Spelling | None) -> Iterator[Token]:
        for is_sound, group in groupby(words, key=is_pinyin):
            listed = list(group)
            if is_sound and spelling and not all(stem(each) in spelling for each in listed):
                yield from self._pinyin("".join(listed))
            else:
                yield from self._phrases(listed, spelling)

    def _phrases(self, words: list[str], spelling: Spelling | None) -> Iterator[Token]:
        near = [
            (spelling and spelling.near(stem(each))) or {stem(each): 1.0}
            for each in words
        ]
        likely = [next(iter(each)) for each in near]
        at = 0
        while at < len(words):
            size = self._longest_phrase(likely, at)
            if size > 1 or likely[at] in self.known:
                name = " ".join(likely[at : at + size])
                yield self._token(name, min(near[at + each][likely[at + each]] for each in range(size)))
            else:
                size_told = NUMBER if likely[at].isdecimal() else 1.0
                yield Token(near[at], size=size_told)
            at += size

    def _longest_phrase(self, stems: list[str], at: int) -> int:
        longest = min(self._longest[1], len(stems) - at)
        sizes = range(longest, 1, -1)
        return next((n for n in sizes if " ".join(stems[at : at + n]) in self.known), 1)

    def _pinyin(self, letters: str) -> Iterator[Token]:
        best: list[tuple[float, int, str]] = [(0.0, 0, "")]
        for end in range(1, len(letters) + 1):
            options = [(best[end - 1][0], end - 1, "")]
            for start in range(max(0, end - self._longest[0] * LETTERS_A_WORD), end):
                if letters[start:end] in self._sounds:
                    worth = best[start][0] + (end - start) ** 2
                    options.append((worth, start, letters[start:end]))
            best.append(max(options))
        unknown = 0
        for part, name in _followed(letters, best):
            if name:
                yield from _letters(unknown)
                yield self._sounded(name)
            unknown = 0 if name else unknown + len(part)
        yield from _letters(unknown)

    def _sounded(self, spelling: str) -> Token:
        tokens = [self._token(word) for word in self._sounds[spelling]]
        telling = [each for each in tokens if not each.is_filler]
        readings = {name: held for each in telling for name, held in each.readings.items()}
        return Token(readings or tokens[0].readings, is_filler=not telling)


def _followed(text: str, best: list) -> list[tuple]:
    """Return the parts of the best cut of a text, from its start."""
    parts, end = [], len(text)
    while end:
        _, start, *named = best[end]
        parts.append((text[start:end], *named))
        end = start
    return parts[::-1]


def _letters(count: int) -> Iterator[Token]:
    if count:
        yield Token({}, size=max(1.0, count / LETTERS_A_WORD))


def _pairs(run: str) -> Iterator[Token]:
    """Yield a run without known words: its pairs, as much as its words may be."""
    if len(run) == 1:
        yield Token({run: 1.0}, size=HALF)
    for at in range(len(run) - 1):
        yield Token({run[at : at + 2]: 1.0}, size=len(run) / 2 / (len(run) - 1))
