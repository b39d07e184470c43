"""Presets: cases with names that people recognise, by the noun of their page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from after_overdue.catalog.files import CONTENT, Bilingual, Id, Record, read_records

RULE = "AO-604"
NOUN = Id(r"[a-z]+(_[a-z]+)*", "credit_record")


class Preset(Record):
    """One case: what its chip says, and the settings of its link."""

    label: Bilingual
    settings: dict[str, str]


class PagePresets(Record):
    """The cases of one page, in the order of its chips."""

    presets: list[Preset]


@cache
def presets_of_pages(content: Path = CONTENT) -> Mapping[str, PagePresets]:
    """Return the presets of each page that has some."""
    path = content / "presets.yaml"
    return read_records(PagePresets, path, content=content, rule=RULE, name=NOUN)


def presets(noun: str) -> Sequence[Preset]:
    """Return the presets of a page; none where it has none."""
    found = presets_of_pages().get(noun)
    return found.presets if found else ()
