"""Sources: what backs a number or a claim, and how much it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from babel.dates import format_date, format_skeleton
from pydantic import Field

from after_overdue.catalog.files import CONTENT, Bilingual, Record, read_records
from after_overdue.catalog.interface import words

ADDRESS = r"^https?://\S+$"
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
    """One source: who said it, where, when, and how far it can be trusted.

    Attributes
    ----------
    url : the issuer's own address, or the best one there is
    mirror : the copy that was read, where it is not the issuer's own
    """

    ref: str
    title: Bilingual
    publisher: Bilingual
    kind: Kind
    document_number: str | Bilingual | None = None
    grade: Literal["A", "B", "C"]
    read: Literal["full", "excerpt"]
    url: str | None = Field(default=None, pattern=ADDRESS)
    mirror: str | None = Field(default=None, pattern=ADDRESS)
    published: str | None = Field(default=None, pattern=DATE)
    accessed: str = Field(pattern=DATE)
    pins: dict[str, Bilingual] = Field(default_factory=dict)


@dataclass(frozen=True)
class Citation:
    """What a reader is told about one cited passage, in one language."""

    citation: str
    title: str
    publisher: str
    document_number: str | None
    pin: str | None
    grade: str
    published: str | None
    url: str | None
    mirror: str | None = None

    def line(self, texts: Mapping[str, str]) -> str:
        """Return all of it on one line of Markdown, linked where it can be.

        Parameters
        ----------
        texts : the interface words under ``sources``
        """
        title = f"[{self.title}]({self.url})" if self.url else self.title
        copied = texts["mirror"].format(url=self.mirror) if self.mirror else ""
        details = (self.document_number, self.published, self.pin)
        more = "".join(texts["detail"].format(detail=each) for each in details if each)
        line = texts["line"].format(
            publisher=self.publisher,
            title=title + more,
            grade=texts[f"grade_{self.grade}"],
        )
        return line + copied


@cache
def sources(content: Path = CONTENT) -> Mapping[str, Source]:
    """Return every source by its id."""
    path = content / "sources.yaml"
    return read_records(Source, path, content=content, rule="AO-501")


def is_cited(citation: str, known: Mapping[str, Source]) -> bool:
    """Return whether `citation`, an ``id`` or ``id#pin``, leads to a source."""
    name, mark, pin = citation.partition("#")
    return name in known and (not mark or pin in known[name].pins)


def citation_in_words(
    citation: str, language: str, known: Mapping[str, Source]
) -> Citation:
    """Return what to tell about `citation`, which has to lead to a source."""
    name, _, pin = citation.partition("#")
    source = known[name]
    number = source.document_number
    return Citation(
        citation,
        source.title[language],
        source.publisher[language],
        number[language] if isinstance(number, Bilingual) else number,
        source.pins[pin][language] if pin else None,
        source.grade,
        date_in_words(source.published, language) if source.published else None,
        source.url,
        source.mirror,
    )


def date_in_words(text: str, language: str) -> str:
    """Return a date of a source: a day, a month or a year, as far as it is known.

    Examples
    --------
    >>> date_in_words("2026-11-23", "en"), date_in_words("2026-11", "zh")
    ('23 November 2026', '2026年11月')
    """
    locale = words("units", language)["locale"]
    first = date.fromisoformat(f"{text}-01-01"[:10])
    if text == first.isoformat():
        return str(format_date(first, "long", locale=locale))
    skeleton = "yMMMM" if "-" in text else "y"
    return str(format_skeleton(skeleton, first, locale=locale))
