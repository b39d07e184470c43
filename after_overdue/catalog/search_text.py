"""Text as the search compares it: folded, cut into words, stems and pairs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

HAN = r"\u3400-\u9fff"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
"""A run of Chinese characters, or one word of any other script."""
SEPARATOR = re.compile(r"(?<=\d)[.,](?=\d)")
APOSTROPHES = str.maketrans("", "", "'’‘`")
LEAST_STEMMED = 4


def folded(text: str) -> str:
    """Return `text` without the differences a reader does not type.

    Examples
    --------
    >>> folded("Can’t pay my ＡＰＲ")
    'cant pay my apr'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain.translate(APOSTROPHES)


def is_han(text: str) -> bool:
    """Return whether `text` begins with a Chinese character."""
    return "\u3400" <= text[:1] <= "\u9fff"


def runs(text: str) -> list[str]:
    """Return the words of other scripts and the unbroken runs of Chinese.

    Examples
    --------
    >>> runs("逾期45,000 yuan了")
    ['逾期', '45000', 'yuan', '了']
    """
    return RUN.findall(SEPARATOR.sub("", folded(text)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what the forms of a word share.

    Examples
    --------
    >>> stem("negotiating") == stem("negotiation")
    True
    """
    if len(word) < LEAST_STEMMED or not word.isascii():
        return word
    own = snowballstemmer.stemmer("english")  # it keeps a state: none is shared
    return str(own.stemWord(word))


def pieces(text: str) -> list[str]:
    """Return a text as stems and, in Chinese, pairs of characters.

    Examples
    --------
    >>> pieces("Late fees, 违约金")
    ['late', 'fee', '违约', '约金']
    """
    return [piece for run in runs(text) for piece in _cut(run)]


def _cut(run: str) -> Iterator[str]:
    if not is_han(run):
        yield stem(run)
    elif len(run) == 1:
        yield run
    else:
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def normal(name: str) -> str:
    """Return a name as it is looked up: stems with gaps, Chinese as it stands.

    Examples
    --------
    >>> normal("Debt collectors"), normal("催收")
    ('debt collector', '催收')
    """
    return " ".join(run if is_han(run) else stem(run) for run in runs(name))
