"""Interface words: what the pages, the figures and the messages say."""

from __future__ import annotations

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
            location(path, content),
            f"'{key}' is {word!r}, not text.",
            "Write text; put quotes around it if it looks like a number or a date.",
            "AO-403",
        )
        for key, word in words.items()
        if not isinstance(word, str) or not word.strip()
    ]
    if wrong:
        raise ContentError(wrong)
    return MappingProxyType(words)


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
