"""Types of consumer credit in words: who lends, times how it is repaid."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from after_overdue.cases.speech import Speech
from after_overdue.catalog.credit_types import Example, Kind, credit_types

NOUN = "apr"
"""The page under whose words the grid stands."""


def lender_lines(speech: Speech) -> list[str]:
    """Return what each kind of lender does, one line each."""
    return [
        f"**{kind.name[speech.language]}**: {kind.means[speech.language]}"
        for kind in credit_types().lenders.values()
    ]


def types_frame(speech: Speech) -> pd.DataFrame:
    """Return the grid: one row a way of repaying, one column a kind of lender."""
    types, language = credit_types(), speech.language
    rows = {
        speech.words(NOUN)["types_repaid"]: [
            f"**{kind.name[language]}**: {kind.means[language]}"
            for kind in types.repayments.values()
        ]
    }
    for lender, kind in types.lenders.items():
        cells = [types.cell(lender, repayment) for repayment in types.repayments]
        rows[kind.name[language]] = [
            "; ".join(_example(each, speech) for each in cell.examples)
            for cell in cells
        ]
    return pd.DataFrame(rows)


def beside(speech: Speech) -> str:
    """Return the class that stands beside the grid."""
    kind = credit_types().beside
    return speech.words(NOUN)["types_beside"].format(
        name=kind.name[speech.language], means=kind.means[speech.language]
    )


def types_citations() -> tuple[str, ...]:
    """Return what backs the grid, each citation once."""
    return tuple(dict.fromkeys(cite for each in _entries() for cite in each.sources))


def _entries() -> Iterator[Kind | Example]:
    types = credit_types()
    yield from types.lenders.values()
    yield from types.repayments.values()
    for cell in types.cells.values():
        yield from cell.examples
    yield types.beside


def _example(example: Example, speech: Speech) -> str:
    status = speech.words("status")[example.status]
    return f"{example.name[speech.language]} *({status})*"
