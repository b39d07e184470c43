"""The lexicon: known words found in what is typed, with what they mean.

A text is cut into tokens. Each says what it may stand for: a word, its meaning (a row
of ``content/search.yaml`` or a glossary term), or, where no word is known, its stem or
its pairs of characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import groupby
from operator import itemgetter

from after_overdue.catalog.search_cut import Part, cut
from after_overdue.catalog.search_sound import by_sound, is_pinyin, spellings
from after_overdue.catalog.search_spelling import Spelling
from after_overdue.catalog.search_text import is_han, pieces, runs, stem

SAME_MEANING, SAME_SOUND, PART = 0.92, 0.7, 0.5
LIKELY = 0.8
LONE, LETTERS_A_WORD = 0.3, 6
MEANING, ELSEWHERE = "#", "elsewhere"
SOUNDED = range(2, 5)
"""Characters of a word that may have been taken for others of its sound."""
FOREMOST = 50.0
"""Size of a word that comes before all else that a query tells."""
NUMBER = 0.25
"""Size of a number that no text has: a sum or a year of the reader's own."""


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

    @cached_property
    def likely(self) -> frozenset[str]:
        """What it may well stand for, without what its parts do."""
        return frozenset(
            name for name, like in self.readings.items() if like >= SAME_SOUND * LIKELY
        )

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is a word of matters that the guide does not treat."""
        return ELSEWHERE in self.readings


@dataclass(frozen=True)
class Lexicon:
    """Known words by how they are written, each with its meanings.

    Attributes
    ----------
    meanings : by `normal` name; a word without a meaning stands for itself
    filler : `normal` names that tell nothing
    foremost : meanings that come before all else that a query tells
    """

    meanings: Mapping[str, frozenset[str]]
    filler: frozenset[str] = field(default_factory=frozenset)
    foremost: frozenset[str] = field(default_factory=frozenset)

    def with_phrases(self, phrases: Iterable[str]) -> Lexicon:
        """Return a lexicon that knows short Chinese phrases too, each as one word."""
        new = {
            run: frozenset({MEANING + run})
            for phrase in phrases
            for run in runs(phrase)
            if is_han(run) and len(run) in SOUNDED and not self._is_cut(run)
        }
        return replace(self, meanings={**new, **self.meanings})

    def _is_cut(self, run: str) -> bool:
        """Return whether a run is made of known words alone."""
        parts = cut(run, longest=self._longest[0], named=self._read)
        return all(part.name for part in parts)

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
        for part in self._cut_apart(name) if is_han(name) else name.split():
            if part in self.meanings and part != name:
                yield from (part, *self.meanings[part])

    def _cut_apart(self, name: str) -> list[str]:
        def named(text: str) -> Part:
            return Part(text, text if text in self.known and text != name else "", 1.0)

        return [each.name for each in cut(name, longest=len(name), named=named)]

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
        if self.meanings.get(name) == frozenset({ELSEWHERE}):
            return Token({name: likely, ELSEWHERE: 0.0})
        meanings = self.meanings.get(name, frozenset())
        parts = dict.fromkeys(self._parts.get(name, ()), PART * likely)
        meant = dict.fromkeys(meanings, SAME_MEANING * likely)
        size = 1.0 if self.foremost.isdisjoint(meanings) else FOREMOST
        return Token({**parts, **meant, name: likely}, size)

    def _chinese(self, run: str, forgiving: bool) -> Iterator[Token]:
        parts = cut(run, longest=self._longest[0], named=self._read)
        unknown = frozenset(part.text for part in parts if not part.name)
        if forgiving and unknown:
            heard = cache(partial(self._heard, unknown))
            parts = cut(run, longest=self._longest[0], named=heard)
        for is_known, group in groupby(parts, key=lambda part: bool(part.name)):
            if is_known:
                yield from (self._token(part.name, part.likely) for part in group)
            else:
                yield from _pairs("".join(part.text for part in group))

    def _read(self, text: str) -> Part:
        return Part(text, text if text in self.known else "", 1.0)

    def _heard(self, unknown: frozenset[str], text: str) -> Part:
        """Return the word that a text is, or one that sounds and looks like it.

        Parameters
        ----------
        unknown : characters that stand in no word; one of them is the mistaken one
        """
        is_odd = len(text) in SOUNDED and not unknown.isdisjoint(text)
        if text in self.known or not is_odd:
            return self._read(text)
        for spelling in spellings(text):
            for word in self._sounds.get(spelling, ()):
                shared = set(word) & set(text) - self.filler
                if len(word) == len(text) and shared:
                    return Part(text, word, SAME_SOUND)
        return Part(text)

    def _words(self, words: list[str], spelling: Spelling | None) -> Iterator[Token]:
        in_pinyin = (
            list(_in_pinyin(words, spelling)) if spelling else [False] * len(words)
        )
        for is_sound, group in groupby(
            zip(in_pinyin, words, strict=True), itemgetter(0)
        ):
            listed = [word for _, word in group]
            heard = list(self._pinyin("".join(listed))) if is_sound else []
            known = sum(bool(token.readings) for token in heard)
            if known > len(heard) - known:
                yield from heard
            else:
                yield from self._phrases(listed, spelling)

    def _phrases(self, words: list[str], spelling: Spelling | None) -> Iterator[Token]:
        stems = map(stem, words)
        near = [(spelling and spelling.near(each)) or {each: 1.0} for each in stems]
        best = [next(iter(each.items())) for each in near]
        likely = [name for name, _ in best]
        at = 0
        while at < len(words):
            end = at + self._longest_phrase(likely, at)
            name = " ".join(likely[at:end])
            if name in self.known:
                yield self._token(name, min(like for _, like in best[at:end]))
            else:
                yield Token(near[at], size=NUMBER if name.isdecimal() else 1.0)
            at = end

    def _longest_phrase(self, stems: list[str], at: int) -> int:
        longest = min(self._longest[1], len(stems) - at)
        sizes = range(longest, 1, -1)
        return next((n for n in sizes if " ".join(stems[at : at + n]) in self.known), 1)

    def _pinyin(self, letters: str) -> Iterator[Token]:
        def named(text: str) -> Part:
            return Part(text, text if text in self._sounds else "", 1.0)

        parts = cut(letters, longest=self._longest[0] * LETTERS_A_WORD, named=named)
        for is_known, group in groupby(parts, key=lambda part: bool(part.name)):
            if is_known:
                yield from (self._sounded(part.name) for part in group)
            else:
                yield Token({}, size=max(1.0, len(list(group)) / LETTERS_A_WORD))

    def _sounded(self, spelling: str) -> Token:
        tokens = [self._token(word) for word in self._sounds[spelling]]
        telling = [each for each in tokens if not each.is_filler]
        if len(telling) < len(tokens):
            return next(each for each in tokens if each.is_filler)
        return Token(
            {name: value for each in telling for name, value in each.readings.items()}
        )


def _in_pinyin(words: list[str], spelling: Spelling) -> Iterator[bool]:
    """Yield for each word whether it is pinyin: some neighbour is no English word."""
    for is_sound, group in groupby(words, key=is_pinyin):
        listed = list(group)
        is_foreign = any(stem(each) not in spelling for each in listed)
        yield from (is_sound and is_foreign for _ in listed)


def _pairs(run: str) -> Iterator[Token]:
    """Yield a run without known words: its pairs, as much as its words may be."""
    if len(run) == 1:
        yield Token({run: 1.0}, size=LONE)
    for at in range(len(run) - 1):
        yield Token({run[at : at + 2]: 1.0}, size=len(run) / 2 / (len(run) - 1))
