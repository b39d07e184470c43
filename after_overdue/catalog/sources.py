"""Sources: what backs a number or a claim, and how much it is worth."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Record,
    location,
    read_mapping,
    record,
)

DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Kind = Literal[
    "law",
    "court",
    "regulator-notice",
    "official-answer",
    "press",
    "company",
    "reference",
    "research",
    "data",
    "web-page",
    "article",
]


class Source(Record):
    """One source: who said it, where, when, and how far it can be trusted."""

    ref: str
    title: Bilingual
    publisher: Bilingual
    kind: Kind
    document_number: str | Bilingual | None = None
    grade: Literal["A", "B", "C"]
    read: Literal["full", "excerpt"]
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    published: str | None = Field(default=None, pattern=DATE)
    accessed: str = Field(pattern=DATE)
    pins: dict[str, Bilingual] = Field(default_factory=dict)


@cache
def sources(content: Path = CONTENT) -> dict[str, Source]:
    """Return every source by its id."""
    path = content / "sources.yaml"
    found = read_mapping(path, content=content, rule="AO-501")
    return {
        str(name): record(
            Source, entry, where=location(path, content), key=str(name), rule="AO-501"
        )
        for name, entry in found.items()
    }


def is_cited(citation: str, known: dict[str, Source]) -> bool:
    """Return whether `citation`, an ``id`` or ``id#pin``, leads to a source."""
    name, mark, pin = citation.partition("#")
    return name in known and (not mark or pin in known[name].pins)
