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
from after_overdue.catalog.terms import mentioned


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


def in_order(language: str) -> list[str]:
    """Return every term in the order of a language.

    Chinese words stand by sound: so GB 18030 orders the common characters.
    """
    terms = glossary()
    return sorted(
        terms, key=lambda slug: terms[slug].term[language].lower().encode("gb18030")
    )


def look_alikes() -> list[tuple[str, str]]:
    """Return every pair of terms that look alike, once."""
    return [
        (slug, other)
        for slug, term in glossary().items()
        for other in term.look_alike
        if slug < other
    ]


def terms_in(text: str, language: str) -> list[str]:
    """Return the terms that `text` uses under any of their names, each once."""
    slugs = {
        name: slug for slug, term in glossary().items() for name in term.names(language)
    }
    return list(dict.fromkeys(slugs[name] for name in mentioned(text, slugs)))
