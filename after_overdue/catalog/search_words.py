"""The words that readers type: which mean the same, which tell nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from after_overdue.catalog.files import CONTENT, Ids, Record, read_mapping, record

FILE = "search.yaml"


class WordsByLanguage(Record):
    """Words by the language they are typed in; a language may have none."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Ids]
    en: Ids
    zh: Ids

    def by_language(self) -> dict[str, list[str]]:
        """Return the words of each language."""
        return {"en": self.en, "zh": self.zh, **self.__pydantic_extra__}

    def every(self) -> Iterator[str]:
        """Yield each word, language by language."""
        for words in self.by_language().values():
            yield from words


class SearchWords(Record):
    """What the search knows of everyday words.

    Attributes
    ----------
    filler : words that tell nothing of what is asked
    elsewhere : words of matters that the guide does not treat
    alike : rows of words that mean one thing, in all languages
    foremost : rows whose words come before all else that a query tells
    """

    filler: WordsByLanguage
    elsewhere: Ids
    alike: dict[str, Annotated[WordsByLanguage, Field()]]
    foremost: Ids = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_its_foremost(self) -> SearchWords:
        for name in self.foremost:
            if name not in self.alike:
                raise ValueError(f"'foremost' names '{name}', no row of 'alike'")
        return self

    def meanings(self) -> Mapping[str, frozenset[str]]:
        """Return the rows that each word stands in, as ``#row``."""
        rows: dict[str, set[str]] = {}
        for name, row in self.alike.items():
            for word in row.every():
                rows.setdefault(word, set()).add(f"#{name}")
        return {word: frozenset(names) for word, names in rows.items()}


@cache
def search_words(content: Path = CONTENT) -> SearchWords:
    """Return the words that readers type; raise ContentError if malformed."""
    found = read_mapping(content / FILE, content=content, rule="AO-416")
    where = f"content/{FILE}"
    return record(SearchWords, found, where=where, key="", rule="AO-416")
