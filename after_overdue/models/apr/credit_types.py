"""Types of consumer credit in words: who lends, times how it is repaid."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from after_overdue.cases.locale import Locale
from after_overdue.catalog.credit_types import Example, Kind, credit_types

NOUN = "apr"
"""The page under whose words the grid stands."""


def lender_lines(locale: Locale) -> list[str]:
    """Return what each kind of lender does, one line each."""
    return [
        f"**{kind.name[locale.language]}**: {kind.means[locale.language]}"
        for kind in credit_types().lenders.values()
    ]


def types_frame(locale: Locale) -> pd.DataFrame:
    """Return the grid: one row a way of repaying, one column a kind of lender."""
    types, language = credit_types(), locale.language
    rows = {
        locale.words(NOUN)["types_repaid"]: [
            f"**{kind.name[language]}**: {kind.means[language]}"
            for kind in types.repayments.values()
        ]
    }
    for lender, kind in types.lenders.items():
        cells = [types.cell(lender, repayment) for repayment in types.repayments]
        rows[kind.name[language]] = [
            "; ".join(_example(each, locale) for each in cell.examples)
            for cell in cells
        ]
    return pd.DataFrame(rows)


def beside(locale: Locale) -> str:
    """Return the class that stands beside the grid."""
    kind = credit_types().beside
    return locale.words(NOUN)["types_beside"].format(
        name=kind.name[locale.language], means=kind.means[locale.language]
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


def _example(example: Example, locale: Locale) -> str:
    status = locale.words("status")[example.status]
    return f"{example.name[locale.language]} *({status})*"
