"""Sentences in which a few words are marked by what they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

Parts = Sequence[tuple[str, str]]
"""Text and the colour by meaning that it has; no colour where it is plain."""
MARKED = re.compile(r"<(?P<mark>[a-z-]+)>(?P<text>.*?)</(?P=mark)>|(?P<plain>[^<]+)")


def parts_of(sentence: str) -> list[tuple[str, str]]:
    """Return a sentence cut into what is marked and what is plain.

    Examples
    --------
    >>> parts_of("Paid: <debt>450 yuan more</debt>.")
    [('Paid: ', ''), ('450 yuan more', 'debt'), ('.', '')]
    """
    return [
        (found["plain"] or found["text"], found["mark"] or "")
        for found in MARKED.finditer(sentence)
    ]
