"""Parameters: every number of the world, one file each, asked for on a day."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, model_validator

from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Record,
    location,
    read_mapping,
    record,
)
from after_overdue.errors import ContentError, Problem

Status = Literal[
    "verified-a",
    "verified-b",
    "verified-c",
    "general-knowledge",
    "seed-only",
    "computed",
    "assumption",
]
Unit = Literal[
    "points",
    "points-per-month",
    "month",
    "months",
    "years",
    "days",
    "day",
    "share",
    "share-per-day",
    "share-per-month",
    "share-per-year",
    "yuan",
    "choice",
    "grains",
    "times",
    "hours",
    "count",
    "year",
    "phone",
]
InputKind = Literal[
    "integer",
    "share",
    "number",
    "month",
    "date",
    "choice",
    "choices",
    "flag",
    "debts",
    "events",
]
Control = Literal[
    "slider", "number", "month", "day", "choice", "choices", "switch", "debts", "events"
]
Scalar = int | float | str | bool | date
Figure = Scalar | list[Scalar] | None

Ends = Annotated[list[float], Field(min_length=2, max_length=2)]


class Dated(Record):
    """The value a parameter has from one day on, and what backs it.

    Where a price list gives a value for one term only, `months` is that term. A list
    of debts has the least and the most entries in `count`, and the range of each part
    of an entry in `parts`.
    """

    value: Figure
    months: int | None = None
    range: Annotated[list[Scalar], Field(min_length=2, max_length=2)] | None = None
    step: int | float | None = None
    options: list[str] | None = None
    count: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    parts: dict[str, Ends] | None = None
    sources: list[str]


class Parameter(Record):
    """One number: what it is called, its unit, how sure it is, its dated values.

    `none` is how an input that may be left out is written where it is.
    """

    label: Bilingual
    unit: Unit
    status: Status
    note: Bilingual | None = None
    input: InputKind | None = None
    control: Control | None = None
    optional: bool = False
    none: str | None = None
    values: dict[date, Dated]

    @model_validator(mode="after")
    def _has_what_a_list_needs(self) -> Parameter:
        listed = self.input == "debts"
        if listed and not all(
            each.count and each.parts for each in self.values.values()
        ):
            raise ValueError("a list of debts has a 'count' and 'parts' on each day")
        return self


@dataclass(frozen=True)
class Value:
    """A parameter on one day; it cannot be shown without its origin."""

    name: str
    parameter: Parameter
    since: date
    dated: Dated

    @property
    def sources(self) -> tuple[str, ...]:
        """Citations behind the value."""
        return tuple(self.dated.sources)

    @property
    def number(self) -> int:
        """The value as a whole number."""
        if isinstance(self.dated.value, bool) or not isinstance(self.dated.value, int):
            raise ContentError(
                [_wrong_type(self.name, self.dated.value, "whole number")]
            )
        return self.dated.value

    @property
    def decimal(self) -> float:
        """The value as a decimal number."""
        if isinstance(self.dated.value, bool | str | date | list | None):
            raise ContentError([_wrong_type(self.name, self.dated.value, "number")])
        return float(self.dated.value)


def parameter_file(name: str) -> str:
    """Return how a message names the file of a parameter."""
    return f"content/parameters/{name.replace('.', '/')}.yaml"


def _wrong_type(name: str, value: object, expected: str) -> Problem:
    what = f"'value' is {value!r}, not a {expected}."
    return Problem(parameter_file(name), what, f"Write a {expected}.", "AO-201")


def read_parameter(path: Path, content: Path) -> Parameter:
    """Return the parameter in the file at `path`; raise ContentError if malformed."""
    where = location(path, content)
    found = read_mapping(path, content=content, rule="AO-201")
    return record(Parameter, found, where=where, key="", rule="AO-201")


def parameter_paths(content: Path) -> dict[str, Path]:
    """Return the file of each parameter by the parameter's name, ``folder.file``."""
    paths = sorted((content / "parameters").glob("*/*.yaml"))
    return {f"{path.parent.name}.{path.stem}": path for path in paths}


@cache
def parameters(content: Path = CONTENT) -> Mapping[str, Parameter]:
    """Return every parameter by its name."""
    paths = parameter_paths(content)
    return MappingProxyType(
        {name: read_parameter(path, content) for name, path in paths.items()}
    )


def value(name: str, on: date, content: Path = CONTENT) -> Value:
    """Return the parameter `name` as it is in force on the day `on`.

    Raises
    ------
    ContentError
        Where there is no such parameter, or it has no value yet on that day.
    """
    parameter = parameters(content).get(name)
    if parameter is None:
        remedy = "Create it, or correct the name."
        where = parameter_file(name)
        raise ContentError([Problem(where, "is missing.", remedy, "AO-201")])
    return value_of(name, parameter, on)


def value_of(name: str, parameter: Parameter, on: date) -> Value:
    """Return `parameter` as it is in force on the day `on`; raise where it is not."""
    days = [day for day in parameter.values if day <= on]
    if not days:
        first = min(parameter.values, default="no day")
        what = f"has no value on {on.isoformat()}; its first is of {first}."
        remedy = "Ask for a later day, or add the earlier value with its source."
        raise ContentError([Problem(parameter_file(name), what, remedy, "AO-201")])
    since = max(days)
    return Value(name, parameter, since, parameter.values[since])


def holding(value: Value, given: Scalar) -> Value:
    """Return a parameter set to something else, as the address or a file writes it."""
    if value.parameter.unit == "day" and isinstance(given, str):
        with suppress(ValueError):
            given = date.fromisoformat(given)
    return replace(value, dated=value.dated.model_copy(update={"value": given}))
