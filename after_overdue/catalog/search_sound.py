"""Chinese by its sound: pinyin that is typed, and characters mistaken for others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # phrases cost 40 MB, unused here

from pypinyin import Style, pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

USUAL = 2
"""Ways to sound one character that are kept: 还 is hai or huan."""
MOST_READINGS = 12
COMMON = range(0x4E00, 0x9FA6)


@lru_cache(maxsize=8000)
def sounds(character: str) -> tuple[str, ...]:
    """Return the ways to sound a character, without tones.

    Examples
    --------
    >>> sounds("还")
    ('hai', 'huan')
    """
    found = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys(found))[:USUAL]


def spellings(word: str) -> Iterator[str]:
    """Yield the ways to type a word in pinyin, the usual ones first.

    Examples
    --------
    >>> "huanbuqi" in set(spellings("还不起"))
    True
    """
    every = product(*(sounds(each) for each in word))
    yield from islice(map("".join, every), MOST_READINGS)


def by_sound(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by each way to type them in pinyin."""
    found: dict[str, dict[str, None]] = {}
    for word in words:
        for spelling in spellings(word):
            found.setdefault(spelling, {})[word] = None
    return {spelling: tuple(each) for spelling, each in found.items()}


@lru_cache(maxsize=1)
def _syllables() -> re.Pattern[str]:
    toned = {
        each for code in COMMON for each in PINYIN_DICT.get(code, "").split(",") if each
    }
    plain = {to_normal(each) for each in toned}
    known = sorted((each for each in plain if each.isascii()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(known)})+")


def is_pinyin(word: str) -> bool:
    """Return whether a word can be read as syllables of pinyin.

    Examples
    --------
    >>> is_pinyin("zhengxin"), is_pinyin("credit")
    (True, False)
    """
    return bool(_syllables().fullmatch(word))
