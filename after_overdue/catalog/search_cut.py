"""Cutting a text without spaces into the longest words that are known."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

UNKNOWN = 0.4
"""What an unknown character is worth; a known word is worth its length squared."""


class Part(NamedTuple):
    """A part of a text.

    Attributes
    ----------
    name : the word it is known as; empty where none is known
    likely : how likely it is that word
    """

    text: str
    name: str = ""
    likely: float = 0.0


def cut(text: str, *, longest: int, named: Callable[[str], Part]) -> list[Part]:
    """Return the parts of a text whose known words are longest.

    Parameters
    ----------
    longest : characters of the longest word
    named : returns what a part is known as

    Examples
    --------
    >>> known = {"网贷", "逾期"}
    >>> found = cut("网贷又逾期", longest=2, named=lambda text:
    ...     Part(text, text if text in known else "", 1.0))
    >>> [(part.text, part.name) for part in found]
    [('网贷', '网贷'), ('又', ''), ('逾期', '逾期')]
    """
    best: list[tuple[float, int, Part]] = [(0.0, 0, Part(""))]
    for end in range(1, len(text) + 1):
        unknown = best[end - 1][0] + UNKNOWN, end - 1, Part(text[end - 1])
        options = [unknown]
        for start in range(max(0, end - longest), end):
            part = named(text[start:end])
            if part.name:
                worth = best[start][0] + (end - start) ** 2 * part.likely
                options.append((worth, start, part))
        best.append(max(options))
    parts: list[Part] = []
    end = len(text)
    while end:
        _, end, part = best[end]
        parts.append(part)
    return parts[::-1]
