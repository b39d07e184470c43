"""Contradictions: what cannot both hold, and what this guide does about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Id,
    Ids,
    Record,
    read_records,
)

CONTRADICTION_ID = Id(r"X[1-9]\d*", "X12")


class Side(Record):
    """One side of a contradiction; without claims and facts it is outside talk."""

    claims: Ids
    facts: Ids
    say: Bilingual


class Contradiction(Record):
    """What stands against what, why both cannot hold, and how it is treated."""

    kind: Literal["inside", "outside", "between"]
    claims: Ids
    facts: Ids
    title: Bilingual
    sides: Annotated[list[Side], Field(min_length=2)]
    why: Bilingual
    treatment: Bilingual


@cache
def contradictions(content: Path = CONTENT) -> Mapping[str, Contradiction]:
    """Return every contradiction by its id."""
    path = content / "contradictions.yaml"
    return read_records(
        Contradiction, path, content=content, rule="AO-121", name=CONTRADICTION_ID
    )
