"""Where content/ lies, and how a file of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from after_overdue.errors import ContentError, Problem

CONTENT = Path(__file__).parents[2] / "content"
LANGUAGES = ("en", "zh")


class Record(BaseModel):
    """An entry of a content file: every key known, no value coerced, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Bilingual(Record):
    """The same words in both languages."""

    en: str
    zh: str

    def __getitem__(self, language: str) -> str:
        words: str = getattr(self, language)
        return words


AnyRecord = TypeVar("AnyRecord", bound=Record)


def read_mapping(path: Path, *, content: Path, rule: str) -> dict[Any, Any]:
    """Return the mapping in the YAML file at `path`; raise ContentError if none."""
    where = location(path, content)
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        remedy = "Create it; content/README.md says what belongs in it."
        raise ContentError([Problem(where, "is missing.", remedy, rule)]) from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        what = f"is not readable YAML: {' '.join(str(error).split())}."
        remedy = "Mend the line named, and save it as UTF-8."
        raise ContentError([Problem(where, what, remedy, rule)]) from None
    if not isinstance(found, dict):
        what = f"holds {type(found).__name__}, not keys with values."
        remedy = "Write it as 'key: value' lines."
        raise ContentError([Problem(where, what, remedy, rule)])
    return found


def record(
    kind: type[AnyRecord], found: object, *, where: str, key: str, rule: str
) -> AnyRecord:
    """Return `found` as a record of this kind; raise ContentError naming each key."""
    try:
        return kind.model_validate(found)
    except ValidationError as error:
        problems = [
            _shape_problem(where, key, detail, rule) for detail in error.errors()
        ]
        raise ContentError(problems) from None


def _shape_problem(
    where: str, key: str, detail: Mapping[str, Any], rule: str
) -> Problem:
    place = ".".join(str(part) for part in (key, *detail["loc"]) if part != "")
    given = "" if detail["type"] == "missing" else f" (it is {detail['input']!r})"
    what = f"'{place}'{given}: {detail['msg'][0].lower()}{detail['msg'][1:]}."
    return Problem(where, what, "content/README.md shows the form.", rule)


def location(path: Path, content: Path) -> str:
    """Return how a message names the file: from content/ on."""
    return f"content/{path.relative_to(content).as_posix()}"
