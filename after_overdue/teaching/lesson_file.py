"""A lesson as a small file: YAML or JSON, with a published schema.

The file is read strictly: what a lesson does not know is refused in a sentence that
names the place. `lesson_source` reads YAML and JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from after_overdue.errors import ClassError
from after_overdue.teaching.lesson import KINDS, LESSON, Lesson, step_json
from after_overdue.teaching.lesson_source import (
    LONGEST_SHOWN,
    Dumper,
    named_place,
    plain_values,
)

FORMAT, VERSION = "after_overdue_lesson", 1
"""The first line of every file, so that a later form can be told from this one."""
LONGEST_FILE = 200_000
"""Bytes."""
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "lesson_missing",
        "unexpected_keyword_argument": "lesson_unknown",
        "string_too_long": "lesson_long",
        "string_too_short": "lesson_empty",
        "too_short": "lesson_few",
        "too_long": "lesson_many",
        "literal_error": "lesson_kind",
        "union_tag_invalid": "lesson_kind",
        "union_tag_not_found": "lesson_no_kind",
        "twice": "lesson_twice",
        "one_right": "lesson_one_right",
        "some_right": "lesson_some_right",
        "none_right": "lesson_none_right",
    }
)
"""The sentence for each way in which a field may be wrong."""
OTHER = "lesson_other"


def read_lesson(content: bytes) -> Lesson:
    """Return the lesson in a file.

    Raises
    ------
    ClassError
        Where it is none; a sentence names the place and what to do.
    """
    if len(content) > LONGEST_FILE:
        raise ClassError("lesson_size", given=len(content), most=LONGEST_FILE)
    found = plain_values(content)
    if not isinstance(found, dict) or found.get(FORMAT) != VERSION:
        raise ClassError("lesson_format", format=f"{FORMAT}: {VERSION}")
    plain = {name: each for name, each in found.items() if name != FORMAT}
    try:
        return LESSON.validate_python(plain)
    except ValidationError as error:
        raise unreadable(error) from None


def unreadable(error: ValidationError) -> ClassError:
    """Return the refusal of the first thing that is wrong, which names its place."""
    first = error.errors(include_url=False)[0]
    reason = REASONS.get(first["type"], OTHER)
    return ClassError(reason, **_values(first))


def _values(error: ErrorDetails) -> dict[str, str | int]:
    known, given = error.get("ctx", {}), error["input"]
    counted = known.get("actual_length", 0)
    if isinstance(given, str) and "max_length" in known:
        counted = len(given)
    most = known.get("max_length", known.get("min_length", 0))
    allowed = known.get("expected", known.get("expected_tags", ""))
    shown = known.get("tag", given)
    return {
        "where": _where(error["loc"]) or "·",
        "given": counted or str(shown)[:LONGEST_SHOWN],
        "most": most,
        "allowed": str(allowed).replace("'", "").replace(" or ", ", "),
    }


def _where(place: Sequence[str | int]) -> str:
    """Return a place in a file as a reader counts.

    Examples
    --------
    >>> _where(("steps", 1, "single", "options", 0, "say"))
    'steps 2, options 1, say'
    """
    at = 2 if place[:1] == ("steps",) else 0
    is_tag = place[at : at + 1] and place[at] in KINDS
    return named_place([*place[:at], *place[at + 1 :]] if is_tag else place)


def lesson_yaml(lesson: Lesson) -> str:
    """Return a lesson as the text of a file."""
    steps = [step_json(each) for each in lesson.steps]
    plain = {
        FORMAT: VERSION,
        "title": lesson.title,
        "language": lesson.language,
        "steps": steps,
    }
    return str(
        yaml.dump(plain, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    )


def lesson_schema() -> dict[str, Any]:
    """Return the JSON schema of a file."""
    made = LESSON.json_schema()
    first = {FORMAT: {"const": VERSION, "description": "The form of this file."}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "properties": {**first, **made["properties"]},
        "required": [FORMAT, *made["required"]],
    }
