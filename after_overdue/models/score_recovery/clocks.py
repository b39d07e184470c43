"""The three clocks: debt, app score and credit record on one time axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from after_overdue.figures.marks import SILENT, label, line
from after_overdue.figures.theme import Figure

ROWS = {"debt": 3, "score": 2, "record": 1}
BAR = 11


def clock_traces(
    months: int, back: int | None, record_until: int, words: Mapping[str, str]
) -> list[Figure]:
    """Return the clocks' marks, each as far as the axis reaches.

    Parameters
    ----------
    months : months
        Length of the axis.
    back : month
        In which the schedule shown is back; None where it promises no date.
    record_until : month
        In which the credit record is deleted.
    words : by uid
    """
    paid = line("clock_debt", words["clock_debt"], [0], [ROWS["debt"]], **SILENT)
    look = {"size": 12, "color": "@text", "symbol": "diamond"}
    end = months if back is None else min(back, months)
    until = min(record_until, months)
    return [
        {**paid, "mode": "markers", "marker": look, "yaxis": "y2", "cliponaxis": False},
        _bar("clock_score", words, months, ROWS["score"], "@re-evaluated-soft"),
        _bar("clock_schedule", words, end, ROWS["score"], "@schedule"),
        _bar("clock_record", words, until, ROWS["record"], "@record"),
    ]


def _bar(uid: str, words: Mapping[str, str], end: int, row: int, colour: str) -> Figure:
    look = {"color": colour, "width": BAR}
    return line(uid, words[uid], [0, end], [row, row], line=look, yaxis="y2", **SILENT)


def clock_labels(words: Mapping[str, str]) -> list[Figure]:
    """Return at each clock what it does and until when."""
    beside: dict[str, Any] = {"xshift": 14, "yanchor": "middle"}
    above: dict[str, Any] = {"yshift": 7}
    return [
        label(
            clock,
            words[f"clock_{clock}"],
            0,
            row,
            yref="y2",
            **(beside if clock == "debt" else above),
        )
        for clock, row in ROWS.items()
    ]
