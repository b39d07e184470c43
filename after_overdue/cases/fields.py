"""Fields: what each field of a model's result means, beside its type.

A result is a `TypedDict`, so that mypy knows every name in it, and frozen once it is
made; a field's `About` says in every language what it is. The description of the JSON
is made from both.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from after_overdue.catalog.parameters import Unit

MONTH = "month"
"""Marks a text that is a month, such as 2026-11."""
Month = Annotated[str, MONTH]
KINDS: Mapping[object, str] = {
    bool: "flag",
    int: "integer",
    float: "number",
    str: "text",
    date: "date",
}


@dataclass(frozen=True)
class About:
    """What a field means, in each language, and its unit."""

    en: str
    zh: str
    unit: Unit | None = None

    @property
    def by_language(self) -> dict[str, str]:
        """The meaning in each language."""
        return {"en": self.en, "zh": self.zh}


@dataclass(frozen=True)
class Field:
    """One field as a schema needs it.

    Attributes
    ----------
    kind : a value of `KINDS`, `month`, `codes`, `group`, `groups` or `named`
    empty, sometimes : whether it may be null; whether it may be left out
    options : codes that it can be
    fields : those of a group, of each group of a list, or of each group by name
    """

    kind: str
    about: About
    empty: bool
    sometimes: bool
    options: tuple[str, ...] = ()
    fields: Mapping[str, Field] | None = None


def fields_of(shape: object, *, columns: bool = False) -> dict[str, Field]:
    """Return the fields of a result.

    Parameters
    ----------
    shape : a `TypedDict`
    columns : whether each field is a column, of which one value is described

    Examples
    --------
    >>> from typing import TypedDict
    >>> class Found(TypedDict):
    ...     day: Annotated[date | None, About("A day", "某一天")]
    >>> fields_of(Found)["day"].kind, fields_of(Found)["day"].empty
    ('date', True)
    """
    hints = get_type_hints(shape, include_extras=True)
    return {name: _field(hint, columns) for name, hint in hints.items()}


def _field(hint: Any, column: bool) -> Field:  # noqa: ANN401  # a type as it is written
    sometimes = get_origin(hint) is NotRequired
    if get_origin(hint) in (NotRequired, Required):
        [hint] = get_args(hint)
    value, *notes = get_args(hint)
    about = next(each for each in notes if isinstance(each, About))
    kept = next((each for each in notes if each == MONTH), None)
    if column:
        [value] = get_args(value)
    parts = (
        get_args(value) if get_origin(value) in (Union, types.UnionType) else (value,)
    )
    [one] = [part for part in parts if part is not types.NoneType]
    kind, options, fields = _kind(one)
    return Field(
        kept or kind, about, types.NoneType in parts, sometimes, options, fields
    )


def _kind(
    value: Any,  # noqa: ANN401  # a type as it is written
) -> tuple[str, tuple[str, ...], dict[str, Field] | None]:
    if is_typeddict(value):
        return "group", (), fields_of(value)
    origin = get_origin(value)
    if origin is Annotated:
        return MONTH, (), None
    if origin is Literal:
        return "text", get_args(value), None
    if origin is Sequence and is_typeddict(get_args(value)[0]):
        return "groups", (), fields_of(get_args(value)[0])
    if origin is Sequence:
        return "codes", (), None
    if origin is not None:
        return "named", (), fields_of(get_args(value)[1])
    return KINDS[value], (), None
