"""Citing: the sources behind a file, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from after_overdue.cases.locale import Locale
from after_overdue.catalog.sources import citation_in_words, sources


def cited(citations: Iterable[str], locale: Locale) -> list[str]:
    """Return sources a line each, with every passage cited, best ones first."""
    texts, known = locale.words("sources"), sources()
    pins: dict[tuple[str, str, str], list[str]] = {}
    for citation in dict.fromkeys(citations):
        found = citation_in_words(citation, locale.language, known)
        passages = pins.setdefault((found.grade, found.title, found.publisher), [])
        passages.extend(filter(None, [found.pin]))
    return [
        texts["comma"].join((title, *passages, publisher))
        for (_, title, publisher), passages in sorted(pins.items())
    ]
