"""Facts: what this guide knows from outside the article, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Id,
    Ids,
    Record,
    read_records,
)

FACT_ID = Id(r"F[1-9]\d*", "F12")
Standing = Literal[
    "verified-a",
    "verified-b",
    "verified-c",
    "general-knowledge",
    "seed-only",
    "computed",
]
"""How sure a fact or a claim is: the best grade behind it, or what it lacks."""


class Fact(Record):
    """One fact: what holds, how surely, and who says so."""

    status: Standing
    text: Bilingual
    sources: Ids


@cache
def facts(content: Path = CONTENT) -> Mapping[str, Fact]:
    """Return every fact by its id."""
    path = content / "facts.yaml"
    return read_records(Fact, path, content=content, rule="AO-121", name=FACT_ID)
