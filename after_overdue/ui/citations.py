"""Citations: what a reader is told about a source, on one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from after_overdue.catalog.question_text import Note
from after_overdue.catalog.sources import Citation, citation_in_words, sources
from after_overdue.ui.language import locale


def source_line(cited: Citation) -> str:
    """Return publisher, title, number, passage, date and grade; linked if possible."""
    return cited.line(locale().words("sources"))


def source_lines(citations: Iterable[str], *, small: bool = False) -> str:
    """Return the sources behind citations as a list, one a line."""
    known, language = sources(), locale().language
    lines = [
        source_line(citation_in_words(each, language, known)) for each in citations
    ]
    return "\n".join(f"- :small[{line}]" if small else f"- {line}" for line in lines)


def merged_notes(notes: Iterable[Note]) -> str:
    """Return each source once: the notes that it backs, and all its passages."""
    texts = locale().words("sources")
    cited: dict[str, list[tuple[int, Citation]]] = {}
    for note in notes:
        for each in note.citations:
            name = each.citation.partition("#")[0]
            cited.setdefault(name, []).append((note.number, each))
    return "\n".join(
        f"- \\[{', '.join(dict.fromkeys(str(number) for number, _ in found))}\\] "
        + replace(
            found[0][1],
            pin=texts["comma"].join(dict.fromkeys(e.pin for _, e in found if e.pin)),
        ).line(texts)
        for found in cited.values()
    )
