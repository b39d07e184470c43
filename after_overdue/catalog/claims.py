"""Claims: what the article says, each with what backs it and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import PositiveInt

from after_overdue.catalog.facts import Standing
from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Id,
    Ids,
    Record,
    read_records,
)

CLAIM_ID = Id(r"S[1-9]\d*", "S12")
Subject = Literal[
    "overdue-basics",
    "checkpoints",
    "sesame-repair",
    "credit-record",
    "credit-concepts",
    "consumer-credit",
    "provenance",
]


class Claim(Record):
    """One sentence of the article: its words, its backing and our verdict."""

    topic: Subject
    line: PositiveInt
    text: Bilingual
    status: Standing
    supports: Ids
    against: Ids
    contradictions: Ids
    sources: Ids
    verdict: Bilingual
    pages: Ids
    questions: Ids


@cache
def claims(content: Path = CONTENT) -> Mapping[str, Claim]:
    """Return every claim by its id."""
    path = content / "claims.yaml"
    return read_records(Claim, path, content=content, rule="AO-121", name=CLAIM_ID)
