"""The data of the guide as files: tables, what they are, what changed in the rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import pandas as pd

from after_overdue import __version__
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.tables import TABLES, flat
from after_overdue.reading.changes import feed
from after_overdue.reading.links import Links
from after_overdue.reading.page import LICENCE, Page

PACKAGE = "datapackage.json"
FEEDS: Mapping[str, str] = MappingProxyType(
    {f"changes.{language}.atom": language for language in LANGUAGES}
)
"""The language of each feed, by its file."""
FILES = (
    *(f"{name}.{form}" for name in TABLES for form in ("csv", "json")),
    PACKAGE,
    *FEEDS,
)
MEDIA: Mapping[str, str] = MappingProxyType(
    {
        "csv": "text/csv; charset=utf-8",
        "json": "application/json",
        "atom": "application/atom+xml; charset=utf-8",
    }
)
"""The media type of a file, by its ending."""
PAGE = "data"
"""The reading page that lists them."""
DAYS = ("since", "reviewed")
"""Columns that hold whole dates."""
MIXED = ("value",)
"""Columns whose cells are numbers, days or words, by their row."""


def data_file(name: str, links: Links, today: date) -> bytes:
    """Return one of `FILES`, as it is on a day."""
    if name in FEEDS:
        return feed(Page(FEEDS[name], PAGE, links, today)).encode()
    return tables(today)[name]


@lru_cache(maxsize=2)
def tables(today: date) -> Mapping[str, bytes]:
    """Return each table, and what they all are, by the name of its file."""
    written: dict[str, bytes] = {}
    resources = []
    for name, rows_on in TABLES.items():
        rows = rows_on(today)
        table = flat(rows)
        written[f"{name}.json"] = _json(rows)
        written[f"{name}.csv"] = table.to_csv(index=False, lineterminator="\n").encode()
        resources.append(_resource(name, table))
    written[PACKAGE] = _json(_package(resources, today))
    return MappingProxyType(written)


def _package(resources: list[dict[str, Any]], today: date) -> dict[str, Any]:
    """Return what the tables are, by the Data Package standard."""
    said = words("data", LANGUAGES[0])
    return {
        "profile": "tabular-data-package",
        "name": "after-overdue",
        "title": said["title"],
        "description": said["description"],
        "version": __version__,
        "created": f"{today.isoformat()}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE}],
        "resources": resources,
    }


def _resource(name: str, table: pd.DataFrame) -> dict[str, Any]:
    key = {"primaryKey": "id" if table["id"].is_unique else ["id", "since"]}
    fields = [{"name": each, "type": _kind(table, each)} for each in map(str, table)]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "title": words("data", LANGUAGES[0])[f"tables.{name}"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""], **key},
    }


def _kind(table: pd.DataFrame, column: str) -> str:
    if column in DAYS:
        return "date"
    if column in MIXED:
        return "any"
    return "integer" if pd.api.types.is_integer_dtype(table[column]) else "string"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
