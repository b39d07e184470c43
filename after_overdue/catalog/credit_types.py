"""Types of consumer credit: who lends, times how it is repaid, with examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from after_overdue.catalog.facts import Standing
from after_overdue.catalog.files import (
    CONTENT,
    Bilingual,
    Record,
    location,
    read_mapping,
    record,
)
from after_overdue.catalog.sources import Source, is_cited
from after_overdue.errors import Problem

Lender = Literal["retail", "cash"]
Repayment = Literal["single", "instalment", "revolving"]
RULE = "AO-154"
WHERE = "content/credit_types.yaml"


class Kind(Record):
    """A row or a column of the grid: what it is called and what it means."""

    name: Bilingual
    means: Bilingual
    facts: list[str]
    sources: list[str]


class Example(Record):
    """One credit that belongs into a cell, and how surely."""

    name: Bilingual
    status: Standing
    facts: list[str]
    sources: list[str]


class Cell(Record):
    """One pair of lender and repayment, with its examples."""

    lender: Lender
    repayment: Repayment
    examples: Annotated[list[Example], Field(min_length=1)]


class CreditTypes(Record):
    """The grid: its rows, its columns, its cells, and what stands beside it."""

    lenders: dict[Lender, Kind]
    repayments: dict[Repayment, Kind]
    cells: dict[str, Cell]
    beside: Kind

    def cell(self, lender: Lender, repayment: Repayment) -> Cell:
        """Return the cell of a pair."""
        return next(
            each
            for each in self.cells.values()
            if (each.lender, each.repayment) == (lender, repayment)
        )


@cache
def credit_types(content: Path = CONTENT) -> CreditTypes:
    """Return the grid of credit types."""
    path = content / "credit_types.yaml"
    found = read_mapping(path, content=content, rule=RULE)
    where = location(path, content)
    return record(CreditTypes, found, where=where, key="", rule=RULE)


def credit_type_problems(
    types: CreditTypes, known: Mapping[str, Source]
) -> Iterator[Problem]:
    """Yield each rule that the grid breaks."""
    entries: list[Kind | Example] = [
        *types.lenders.values(),
        *types.repayments.values(),
        types.beside,
        *(each for cell in types.cells.values() for each in cell.examples),
    ]
    for entry in entries:
        for citation in entry.sources:
            if not is_cited(citation, known):
                what = f"'{entry.name.en}' cites '{citation}', not a known source."
                remedy = "Correct the id, or add it to content/sources.yaml."
                yield Problem(WHERE, what, remedy, "AO-152")
    pairs = [(cell.lender, cell.repayment) for cell in types.cells.values()]
    for pair in product(get_args(Lender), get_args(Repayment)):
        if pairs.count(pair) != 1:
            what = f"{' and '.join(pair)} have {pairs.count(pair)} cells."
            yield Problem(WHERE, what, "Give each pair one cell.", "AO-155")
    for axis, names in ((types.lenders, Lender), (types.repayments, Repayment)):
        for name in get_args(names):
            if name not in axis:
                what = f"'{name}' has no entry of its own."
                yield Problem(WHERE, what, "Say its name and what it means.", "AO-155")
