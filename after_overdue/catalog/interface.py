"""Interface words: what the pages, the figures and the messages say."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from after_overdue.catalog.files import CONTENT, location, read_mapping
from after_overdue.errors import ContentError, Problem


def interface_path(language: str, content: Path = CONTENT) -> Path:
    """Return the file with the words of one language."""
    return content / f"interface.{language}.yaml"


@cache
def interface(language: str, content: Path = CONTENT) -> Mapping[str, str]:
    """Return every word of one language by its dotted key."""
    path = interface_path(language, content)
    found = read_mapping(path, content=content, rule="AO-401")
    words = dict(_flat(found, ""))
    wrong = [
        Problem(
            location(path, content), f"'{key}' is {word!r}, {what}", remedy, "AO-403"
        )
        for key, word in words.items()
        for what, remedy in _not_text(word)
    ]
    if wrong:
        raise ContentError(wrong)
    return MappingProxyType(words)


def _not_text(word: object) -> Iterator[tuple[str, str]]:
    if not isinstance(word, str) or not word.strip():
        remedy = "Write text; put quotes around it if it looks like a number or a date."
        yield "not text.", remedy
        return
    try:
        fields(word)
    except ValueError:
        yield "with a brace too few or too many.", "Write {name}, or {{ for a brace."


def fields(word: str) -> set[str]:
    """Return the names in braces, which are filled in.

    Examples
    --------
    >>> fields("{number} years")
    {'number'}
    """
    return {field for _, field, _, _ in string.Formatter().parse(word) if field}


@cache
def words(noun: str, language: str, content: Path = CONTENT) -> Mapping[str, str]:
    """Return the words under one heading of the interface file."""
    prefix = f"{noun}."
    return MappingProxyType(
        {
            key.removeprefix(prefix): word
            for key, word in interface(language, content).items()
            if key.startswith(prefix)
        }
    )


def _flat(found: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, word in found.items():
        if isinstance(word, dict):
            yield from _flat(word, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", word  # type: ignore[misc]  # checked by interface
