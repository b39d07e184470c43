"""Debts of one's own, each written as balance, rate a year and minimum payment.

An entry is ``20000:0.24:600``, with ``:late`` behind it where the debt is in arrears;
entries are joined by commas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from after_overdue.units import positional
from after_overdue.written import read_number

LATE = "late"
PARTS = ("balance", "rate", "least")
JOINED = re.compile(r"[,，、;；\n]")
BETWEEN = re.compile(r"[:：]")
UNITS = {"rate": "share-per-year"}
"""Units of the parts; the others are yuan."""
WRITTEN = r"^\d{1,7}(\.\d{1,2})?:(0(\.\d{1,4})?|1):\d{1,6}(\.\d{1,2})?(:late)?$"
"""An entry, as a pattern that other programs can check."""


@dataclass(frozen=True)
class Debt:
    """One debt of one's own.

    Attributes
    ----------
    balance : yuan still owed
    rate : per year, decimal
    least : yuan that fall due each month
    late : whether it is in arrears
    """

    balance: float
    rate: float
    least: float
    late: bool = False

    @property
    def written(self) -> str:
        """The entry that reads back to it.

        Examples
        --------
        >>> Debt(20_000, 0.24, 600, late=True).written
        '20000:0.24:600:late'
        """
        numbers = (positional(float(getattr(self, part))) for part in PARTS)
        return ":".join([*numbers, *([LATE] if self.late else [])])


@dataclass(frozen=True)
class Flaw:
    """Why an entry is no debt: key of the sentence, what was given, what is allowed."""

    kind: str
    given: str
    low: float = 0
    high: float = 0


def split_debts(text: str) -> list[str]:
    """Return the entries of a list, as any keyboard writes it.

    Examples
    --------
    >>> split_debts("20000:0.24:600，3000:0:100,")
    ['20000:0.24:600', '3000:0:100']
    """
    entries = (entry.strip() for entry in JOINED.split(text))
    return [entry for entry in entries if entry]


def debt_of(entry: str, ends: Mapping[str, Sequence[float]]) -> Debt | Flaw:
    """Return the debt that an entry stands for, or why it stands for none.

    Parameters
    ----------
    ends : least and greatest value of each of `PARTS`

    Examples
    --------
    >>> debt_of("8,5:6%", {})
    Flaw(kind='debt_unreadable', given='8,5:6%', low=0, high=0)
    >>> debt_of("1.5万:6%:¥300", {})
    Debt(balance=15000.0, rate=0.06, least=300.0, late=False)
    """
    texts = [text.strip() for text in BETWEEN.split(entry)]
    late = texts[-1].lower() == LATE
    given = texts[:-1] if late else texts
    found: dict[str, float] = {}
    for part, text in zip(PARTS, given, strict=False):
        number = read_number(text, UNITS.get(part, "yuan"))
        if number is not None:
            found[part] = float(number)
    if not len(given) == len(found) == len(PARTS):
        return Flaw("debt_unreadable", entry)
    for part, (low, high) in ends.items():
        value = found[part]
        if not low <= value <= high:
            return Flaw(f"debt_{part}", texts[PARTS.index(part)], low, high)
    return Debt(**found, late=late)
