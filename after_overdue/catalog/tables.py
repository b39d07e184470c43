"""Tables: what the guide knows, as rows that anybody may take away and count.

A row is plain data. Words are a mapping by language, lists stay lists; `flat` makes one
column of each for a spreadsheet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from after_overdue.catalog.claims import claims
from after_overdue.catalog.facts import facts
from after_overdue.catalog.files import LANGUAGES, Record
from after_overdue.catalog.glossary import glossary
from after_overdue.catalog.parameters import parameters
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import questions
from after_overdue.catalog.sources import sources

Row = dict[str, Any]
BETWEEN = "; "
"""What stands between the entries of a list in one cell."""


def _records(found: Mapping[str, Record]) -> list[Row]:
    return [
        {"id": name, **each.model_dump(mode="json")} for name, each in found.items()
    ]


def _claims(_today: date) -> list[Row]:
    return _records(claims())


def _facts(_today: date) -> list[Row]:
    return _records(facts())


def _glossary(_today: date) -> list[Row]:
    return _records(glossary())


def _sources(_today: date) -> list[Row]:
    rows = _records(sources())
    for row in rows:
        number = row["document_number"]
        if isinstance(number, str):
            row["document_number"] = dict.fromkeys(LANGUAGES, number)
        del row["ref"]  # our own shelf mark
    return rows


def _parameters(_today: date) -> list[Row]:
    """Return a row for each value that a parameter has had, or will have."""
    return [
        {
            "id": name,
            "label": parameter.label.by_language(),
            "unit": parameter.unit,
            "status": parameter.status,
            "since": since.isoformat(),
            **dated.model_dump(mode="json", include={"value", "range", "sources"}),
            "note": parameter.note.by_language() if parameter.note else None,
        }
        for name, parameter in parameters().items()
        for since, dated in sorted(parameter.values.items())
    ]


def _questions(today: date) -> list[Row]:
    """Return a row for each question, as it reads on a day."""
    rows: dict[str, Row] = {}
    for language in LANGUAGES:
        for slug, asked in questions(language).items():
            row = rows.setdefault(slug, {"id": slug, "topic": asked.topic})
            read = question_text(asked, today)
            for name in ("title", "short_answer", "text"):
                row.setdefault(name, {})[language] = getattr(read, name)
            cited = [each for claim in asked.claims.values() for each in claim]
            row["claims"] = asked.article
            row["sources"] = sorted({*row.get("sources", ()), *cited})
            row["reviewed"] = asked.reviewed.isoformat()
    return list(rows.values())


TABLES: Mapping[str, Callable[[date], list[Row]]] = MappingProxyType(
    {
        "claims": _claims,
        "facts": _facts,
        "parameters": _parameters,
        "sources": _sources,
        "glossary": _glossary,
        "questions": _questions,
    }
)
"""The rows of each table, as they are on a day."""


def flat(rows: Iterable[Row]) -> pd.DataFrame:
    """Return rows as a table: a column a language, the entries of a list in one cell.

    Examples
    --------
    >>> flat([{"id": "a", "label": {"en": "one", "zh": "一"}, "sources": ["x", "y"]}])
      id label_en label_zh sources
    0  a      one        一    x; y
    """
    found = list(rows)
    by_language = {
        name
        for row in found
        for name, value in row.items()
        if isinstance(value, Mapping) and set(LANGUAGES) <= set(value)
    }
    cells = []
    for row in found:
        cell: Row = {}
        for name, value in row.items():
            if name in by_language:
                for language in LANGUAGES:
                    cell[f"{name}_{language}"] = _cell((value or {}).get(language))
            else:
                cell[name] = _cell(value)
        cells.append(cell)
    return pd.DataFrame(cells).convert_dtypes()


def _cell(value: Any) -> Any:  # noqa: ANN401  # whatever YAML can say
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, Mapping | list):
        return BETWEEN.join(str(each) for each in value)
    return value
