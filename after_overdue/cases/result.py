"""An answer: what a model call gives to the command line, JSON and CSV alike."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar, cast

import pandas as pd

from after_overdue.cases.inputs import InputValue
from after_overdue.catalog.parameters import Value
from after_overdue.catalog.sources import Source, sources

FORMATS = ("table", "csv", "json")


Summary = TypeVar("Summary", bound=Mapping[str, object], covariant=True)
Rows = TypeVar("Rows", bound=Mapping[str, object], covariant=True)


@dataclass(frozen=True)
class Result(Generic[Summary, Rows]):
    """Inputs, summary, one row a step, and the sources of the numbers used.

    Attributes
    ----------
    inputs : values by input
    summary, rows : a model's own `TypedDict`; `rows` has a column a field
    citations : of the numbers used
    """

    inputs: Mapping[str, InputValue]
    summary: Summary
    rows: Rows
    citations: Sequence[str]

    def __post_init__(self) -> None:
        """Freeze what it holds: a result is shared, and nobody may change it."""
        for name in ("inputs", "summary", "rows"):
            object.__setattr__(self, name, frozen(getattr(self, name)))

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a table."""
        return pd.DataFrame(self._columns)

    @property
    def _columns(self) -> dict[str, Sequence[object]]:
        return cast("dict[str, Sequence[object]]", dict(self.rows))

    def document(self) -> dict[str, Any]:
        """Return the answer as plain data: inputs, summary, rows, sources."""
        names = list(self._columns)
        return {
            "inputs": _plain(self.inputs),
            "summary": _plain(self.summary),
            "rows": [
                dict(zip(names, map(_plain, row), strict=True))
                for row in zip(*self._columns.values(), strict=True)
            ],
            "sources": [cited(citation) for citation in self.citations],
        }

    def printed(self, form: str) -> str:
        """Return the answer in one of `FORMATS`, as it is printed and sent."""
        write = {"table": self.table, "csv": self.csv, "json": self.json}[form]
        return write().rstrip("\n") + "\n"

    def json(self) -> str:
        """Return the document as JSON text."""
        return json.dumps(self.document(), ensure_ascii=False, indent=2)

    def table(self) -> str:
        """Return inputs, answers and rows as text to read on a terminal."""
        lines = [
            f"{name}: {_text(value)}" for name, value in _plain(self.inputs).items()
        ]
        lines.append("")
        lines += [
            f"{name}: {_text(value)}" for name, value in _plain(self.summary).items()
        ]
        return "\n".join([*lines, "", self.frame.to_string(index=False)])

    def csv(self) -> str:
        """Return the rows as comma-separated values."""
        return self.frame.to_csv(index=False, lineterminator="\n")

    def metadata(self, today: date, about: str) -> str:
        """Return what stands beside the table of the rows, as JSON text.

        Parameters
        ----------
        about : what the table is of, in words
        """
        known = self.document()
        del known["rows"]
        notes = {"title": about, "date": today.isoformat(), **known}
        return json.dumps(notes, ensure_ascii=False, indent=2) + "\n"


AnyResult: TypeAlias = Result[Any, Any]
"""The result of whichever model."""


def frozen(value: Any) -> Any:  # noqa: ANN401  # a field of whichever model
    """Return a value that refuses every change: mappings read-only, lists as tuples.

    Examples
    --------
    >>> frozen({"rows": [1, 2]})
    mappingproxy({'rows': (1, 2)})
    """
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(each) for key, each in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value


def citations(numbers: Iterable[Value]) -> tuple[str, ...]:
    """Return the citations behind all these numbers, each once."""
    return tuple(
        dict.fromkeys(citation for number in numbers for citation in number.sources)
    )


def cited(citation: str) -> dict[str, Any]:
    """Return what a reader needs to judge and find the source behind a citation."""
    name, _, pin = citation.partition("#")
    source: Source = sources()[name]
    return {
        "id": name,
        "pin": pin or None,
        "pin_label": source.pins[pin].model_dump() if pin else None,
        **source.model_dump(mode="json", exclude={"pins", "ref"}),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401  # JSON takes any of these
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_text(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return "none" if value is None else str(value)
