"""Glossary: each word of the trade, explained once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import ConfigDict

from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Ids,
    Record,
    Said,
    read_records,
)


class Synonyms(Record):
    """Other words a reader may type, by language; a language may have none."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, list[Said]]
    en: list[Said]
    zh: list[Said]

    def __getitem__(self, language: str) -> list[str]:
        words: list[str] = getattr(self, language, [])
        return words


class Term(Record):
    """One word of the trade: its synonyms, its meaning, what it is mistaken for."""

    term: Bilingual
    aliases: Synonyms
    means: Bilingual
    look_alike: Ids
    sources: Ids

    def names(self, language: str) -> tuple[str, ...]:
        """Return every way to say it in one language, its own word first.

        A word with its abbreviation, such as ``annual percentage rate (APR)``, is
        also said as either of the two.
        """
        word = self.term[language]
        spoken = [word]
        if word.endswith(")") and " (" in word:
            spoken += word[:-1].rsplit(" (", 1)
        return tuple(dict.fromkeys((*spoken, *self.aliases[language])))


@cache
def glossary(content: Path = CONTENT) -> Mapping[str, Term]:
    """Return every term by its slug."""
    path = content / "glossary.yaml"
    return read_records(Term, path, content=content, rule="AO-411")
