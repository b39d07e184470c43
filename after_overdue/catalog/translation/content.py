"""The content out to a translator's file, and the file into the content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from after_overdue.catalog.translation.own_files import own_texts, own_units
from after_overdue.catalog.translation.shared_files import shared_texts, shared_units
from after_overdue.catalog.translation.units import Pair, Unit
from after_overdue.catalog.translation.xliff import CODE, Read, read_xliff
from after_overdue.errors import TranslationError

FORMAT = re.compile(r"(?<=[^:\s]):[^}\]]+(?=\})")
"""How a number is written where it is filled in, such as ``:bare``."""


def units(pair: Pair) -> list[Unit]:
    """Return every text of the source language, with what is said of it already."""
    return [*own_units(pair), *shared_units(pair)]


def imported(text: bytes, content: Path) -> dict[Path, str]:
    """Return each content file that a translator's file changes, with its new text.

    Raises
    ------
    TranslationError
        With a sentence for each unit that is unknown, missing, out of date, not
        translated, or without what it fills in.
    """
    read = read_xliff(text)
    pair = Pair(content, read.source, read.language)
    known = units(pair)
    if sentences := list(_refused(known, read)):
        raise TranslationError(sentences)
    said = {each.id: _ended(each, read.said[each.id][1]) for each in known}
    made = own_texts(pair, said) | shared_texts(pair, said)
    return {path: text for path, text in made.items() if text != _written(path)}


def _written(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _ended(unit: Unit, said: str) -> str:
    """Return a translation that ends its last line where the source does."""
    text = unit.source
    return said.strip("\n") + text[len(text.rstrip("\n")) :]


def _refused(known: list[Unit], read: Read) -> Iterator[str]:
    ids = {each.id for each in known}
    for name in read.said:
        if name not in ids:
            yield f"{name} is no text of the content; take it out, or export anew."
    for unit in known:
        if unit.id not in read.said:
            yield f"{unit.id} is missing from the file; export anew."
            continue
        source, target = read.said[unit.id]
        if source != unit.source:
            yield f"{unit.id} says something else since the export; export anew."
        elif not target.strip():
            yield f"{unit.id} is not translated; write its target."
        else:
            yield from _lost(unit, target)


def _lost(unit: Unit, target: str) -> Iterator[str]:
    """Yield what a translation fills in otherwise than its source."""
    expected, found = _codes(unit.source), _codes(target)
    if unit.form == "plurals" and not unit.id.endswith(".other"):
        expected = found if found.keys() <= expected.keys() else expected
    if expected != found:
        shown = [", ".join(each) or "nothing" for each in (expected, found)]
        yield f"{unit.id} fills in {shown[1]}, its source {shown[0]}; use the same."


def _codes(text: str) -> Mapping[str, int]:
    """Return how often a text has each footnote; what it fills in counts once.

    Whether a number stands with its unit is up to each language.
    """
    found = [FORMAT.sub("", each) for each in CODE.findall(text)]
    return {
        each: found.count(each) if each.startswith("[") else 1 for each in sorted(found)
    }
