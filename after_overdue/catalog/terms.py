"""Terms: the words that the rules look for in an answer, language by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from after_overdue.catalog.files import CONTENT, Record, Said, read_mapping, record

LETTER = r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff]"
"""A letter of a script that puts spaces between words."""
ABBREVIATION = re.compile(rf"(?<!{LETTER})[A-Z]{{2,}}(?=s?(?!{LETTER}))")


class Terms(Record):
    """Words to look for.

    Attributes
    ----------
    trade : words of the trade, by language; an answer may use one that is explained
    duty : words that state a rule, by language; they need a footnote
    first_step : words for asking the lender first, before a line is called
    copied : words that say that a text was read as a copy
    everyday : abbreviations that every reader knows
    """

    trade: dict[str, list[Said]]
    duty: dict[str, list[Said]]
    first_step: dict[str, list[Said]]
    copied: dict[str, list[Said]]
    everyday: list[Said]


@cache
def terms(content: Path = CONTENT) -> Terms:
    """Return the words that the rules look for."""
    path = content / "terms.yaml"
    found = read_mapping(path, content=content, rule="AO-415")
    return record(Terms, found, where="content/terms.yaml", key="", rule="AO-415")


def mentioned(text: str, words: Iterable[str]) -> list[str]:
    """Return the words that `text` uses, each once, in order.

    A word of Latin letters is found as a whole word, also in the plural.

    Examples
    --------
    >>> mentioned("Two lenders must lend.", ["lend", "lender", "must", "us"])
    ['lender', 'must', 'lend']
    >>> mentioned("征信机构必须删除", ["必须", "应当", "删除"])
    ['必须', '删除']
    """
    by_fold = {word.casefold(): word for word in words}
    found = _pattern(frozenset(by_fold)).findall(text) if by_fold else []
    return list(dict.fromkeys(by_fold[word.casefold()] for word in found))


def without(text: str, words: Iterable[str]) -> str:
    """Return `text` with a gap wherever it uses one of the words.

    Examples
    --------
    >>> without("Ask the credit bureau.", ["credit bureau"])
    'Ask the  .'
    """
    folded = frozenset(word.casefold() for word in words)
    return _pattern(folded).sub(" ", text) if folded else text


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_whole, longest_first)), re.IGNORECASE)


def _whole(word: str) -> str:
    before = f"(?<!{LETTER})" if re.match(LETTER, word) else ""
    after = f"(?=(?:e?s)?(?!{LETTER}))" if re.match(LETTER, word[-1]) else ""
    return f"{before}{re.escape(word)}{after}"
