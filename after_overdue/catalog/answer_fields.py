"""What each field of a model's answer means: its kind, its unit, its words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from after_overdue.catalog.files import CONTENT, Bilingual, Id, Record, read_records
from after_overdue.catalog.parameters import Unit

RULE = "AO-421"
NOUN = Id(r"[a-z]+(_[a-z]+)*", "score_recovery")
FieldKind = Literal[
    "integer",
    "number",
    "text",
    "codes",
    "month",
    "date",
    "flag",
    "group",
    "groups",
    "named",
]


class AnswerField(Record):
    """One field: what it holds, and whether it may be null or left out."""

    kind: FieldKind
    says: Bilingual
    unit: Unit | None = None
    options: list[str] | None = None
    empty: bool = False
    sometimes: bool = False
    fields: dict[str, AnswerField] | None = None


class AnswerFields(Record):
    """The fields of one model's answer: of its summary, and of each row."""

    summary: dict[str, AnswerField]
    rows: dict[str, AnswerField]


@cache
def answer_fields(content: Path = CONTENT) -> Mapping[str, AnswerFields]:
    """Return the fields of every model's answer by the model's noun."""
    path = content / "answers.yaml"
    return read_records(AnswerFields, path, content=content, rule=RULE, name=NOUN)
