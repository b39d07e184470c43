"""The strip below the scores: how long the credit record is kept."""

from __future__ import annotations

from collections.abc import Mapping

from after_overdue.figures.marks import SILENT, label, line
from after_overdue.figures.theme import Figure

BAR, ROW = 12, 0.3


def record_trace(until: int, words: Mapping[str, str]) -> Figure:
    """Return the record's bar, from the repayment to the month of its deletion."""
    look = {"color": "@record", "width": BAR}
    name = words["clock_record"]
    row = [ROW, ROW]
    return line("clock_record", name, [0, until], row, line=look, yaxis="y2", **SILENT)


def record_label(words: Mapping[str, str]) -> Figure:
    """Return what stands above the bar."""
    named = label("clock_record", words["clock_record"], 0, ROW, yref="y2", yshift=6)
    return named | {"font": {"color": "@record"}}
