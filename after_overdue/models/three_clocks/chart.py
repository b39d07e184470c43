"""The figure of the three clocks: debt, record and score on one time axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.marks import HATCHED, SILENT, label, line, upright
from after_overdue.figures.theme import Figure, layout

HEIGHT = 276
DEBT, RECORD, SCORE = 3, 2, 1
"""Where on the upright axis each clock has its row."""
ROWS = [0.45, 3.75]
BAR = 16
"""Breadth of a row's bar, pixels."""
BESIDE = 6
"""Pixels from the day it is paid to what stands beside it."""
QUESTION = 18
"""Pixels that the question mark at the end of the score's row takes."""
ROOM = 1.05
"""Length of the time axis, in times of the longest record there can be."""
DOTS = 24


@dataclass(frozen=True)
class ClocksView:
    """What one case shows; days are counted from the due date.

    Attributes
    ----------
    paid : days, or None while unpaid
    kept_until : days, or None while unpaid
    reach : days
        The end of the longest record there can be, wherever the slider stands.
    years : the first days of calendar years, by what the axis calls them
    """

    paid: int | None
    kept_until: int | None
    reach: int
    years: Mapping[str, int]

    @property
    def end(self) -> int:
        """Where the time axis ends, days."""
        return round(ROOM * self.reach)


def three_clocks_figure(
    view: ClocksView, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Draw each clock as a row: solid while it runs, hatched before it has begun.

    Parameters
    ----------
    view : the case
    words : of the rows; `paid`, `debt` and `record` are filled in
    alt : the takeaway, for screen readers
    """
    paid = view.end if view.paid is None else view.paid
    kept = view.kept_until or view.end
    record = _bar("record", RECORD, [paid, kept], words, color="@record")
    return {
        "data": [
            _bar("waiting", RECORD, [0, paid], words, color="@record", dash=HATCHED),
            record | {"visible": view.kept_until is not None},
            _bar("debt", DEBT, [0, paid], words, color="@debt"),
            _dots("score", view, words, size=8),
            _dots("stirred", view, words, size=14) | {"visible": False},
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            annotations=[*_names(words), *_labels(view, words), *_tries(view, words)],
            shapes=[upright("paid", view.paid, color="@text", width=1.5)],
            hovermode=False,
            margin={"l": 6, "r": 6, "t": 4, "b": 26},
            **_axes(view),
        ),
    }


def _axes(view: ClocksView) -> dict[str, Any]:
    still = {"fixedrange": True, "zeroline": False}
    return {
        "xaxis": {
            **still,
            "range": [0, view.end],
            "gridcolor": "@grid",
            "tickvals": list(view.years.values()),
            "ticktext": list(view.years),
        },
        "yaxis": {**still, "range": ROWS, "visible": False},
    }


def _bar(
    uid: str,
    row: float,
    ends: Sequence[int],
    words: Mapping[str, str],
    **look: Any,  # noqa: ANN401  # as Plotly's lines take it
) -> Figure:
    name = words[f"clock_{uid}"] if uid != "waiting" else words["waiting"]
    return line(uid, name, ends, [row, row], line={"width": BAR, **look}, **SILENT)


def _dots(uid: str, view: ClocksView, words: Mapping[str, str], *, size: int) -> Figure:
    apart = view.end / DOTS
    days = [round((at + 0.5) * apart) for at in range(DOTS)]
    marker = {"color": "@score", "size": size}
    dots = line(uid, words["clock_score"], days, [SCORE] * DOTS, marker=marker)
    return {**dots, "mode": "markers", **SILENT}


def _names(words: Mapping[str, str]) -> list[Figure]:
    rows = (("debt", DEBT, "debt"), ("record", RECORD, "record"))
    above = {"yshift": BAR / 2, "bgcolor": "@paper", "borderpad": 1}
    return [
        label(name, words[f"clock_{name}"], 0, row)
        | {**above, "font": {"color": f"@{color}", "size": 15}}
        for name, row, color in (*rows, ("score", SCORE, "score"))
    ]


def _labels(view: ClocksView, words: Mapping[str, str]) -> list[Figure]:
    """Say of each clock where it stops; of the debt beside the day it is paid."""
    below = {"yanchor": "top", "yshift": -BAR / 2, "bgcolor": "@paper", "borderpad": 1}
    runs_on = view.paid is None
    debt = {"yanchor": "middle", "xshift": BESIDE, "yshift": 0}
    if runs_on:
        debt = {**below, "xshift": 0}
    ends = {"xanchor": "left" if view.kept_until is None else "right"}
    return [
        label("paid", words["paid"], view.paid or 0, ROWS[1], yanchor="top")
        | {"xshift": BESIDE, "visible": not runs_on},
        label("debt-stops", words["debt"], view.paid or 0, DEBT)
        | {"bgcolor": "@paper", "borderpad": 1, **debt},
        label("record-ends", words["record"], view.kept_until or 0, RECORD)
        | {**below, **ends, "font": {"color": "@record"}},
        label("nobody-knows", "?", view.end, SCORE)
        | {"xanchor": "right", "yshift": BAR / 2}
        | {"font": {"color": "@score", "size": 18}},
        label("score-ends", words["label_score"], 0, SCORE)
        | {**below, "font": {"color": "@score"}},
    ]


def _tries(view: ClocksView, words: Mapping[str, str]) -> list[Figure]:
    """Return what each kind of repair does, shown once it is tried."""
    above = {"xanchor": "right", "yshift": BAR / 2, "visible": False}
    return [
        label("try-app", words["try_app_shown"], view.end, SCORE)
        | {**above, "xshift": -QUESTION, "font": {"color": "@score"}},
        label("try-paid", words["try_paid_shown"], view.end, DEBT) | above,
    ]
