"""The figures of a loan book: late balances month by month, and one month's moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from after_overdue.figures.marks import SILENT, label, line, upright
from after_overdue.figures.theme import Figure, layout
from after_overdue.models.loan_book.flows import FlowView, flow_labels, flow_shapes

HEIGHT, FLOWS_HEIGHT = 340, 280
ABOVE = 1.1
NAMED_AT = 0.94
"""Share of the axis at which a band is looked at for its name."""
TICK_MONTHS, MOST_TICKS = (1, 2, 3, 6, 12), 12
"""Whole months from tick to tick, and how many ticks there are at most."""
DEEP = ("@bucket-4", "@lost")
"""Colours so deep that words on them are light."""
THINNEST = 0.08
"""A band thinner than this share of the axis carries no name."""
COLOURS: Mapping[str, str] = {
    "overdue_1": "@bucket-1",
    "overdue_2": "@bucket-2",
    "overdue_3": "@bucket-3",
    "overdue_4": "@bucket-4",
    "overdue_3_or_more": "@lost",
    "written_off": "@lost",
}


@dataclass(frozen=True)
class BookView:
    """What one book shows; plain numbers.

    Attributes
    ----------
    shares : decimal by late bucket, months 0 to the last; best bucket first
    chosen_month : month
    unchecked : decimal, months 0 to the last
        What would be late or lost without the last checkpoint.
    worst : decimal
        The most that is late or lost at any position of the main slider.
    """

    shares: Mapping[str, Sequence[float]]
    chosen_month: int
    unchecked: Sequence[float]
    worst: float

    @cached_property
    def late(self) -> list[float]:
        """Share of the book that is late or lost, month by month."""
        return [round(sum(each), 6) for each in zip(*self.shares.values(), strict=True)]

    @property
    def months(self) -> int:
        """Months since the loans were granted."""
        return len(self.late) - 1

    @property
    def top(self) -> float:
        """End of the axis of the balances, which stands still."""
        return min(ABOVE * self.worst, 1.0) or 1.0


def loan_book_figure(view: BookView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw the late balances, bucket on bucket, and what there would be unchecked.

    Parameters
    ----------
    view : the case
    words : names of buckets and axes; `rest` and the labels of the gap are filled in
    alt : the takeaway, for screen readers
    """
    chosen = upright("chosen", view.chosen_month, color="@text", width=1.5)
    return {
        "data": [
            *_bands(view, words),
            _total(view, words),
            _unchecked(view, words),
            _chosen(view),
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="x unified",
            margin={"l": 56, "r": 16, "t": 26, "b": 46},
            annotations=_labels(view, words),
            shapes=[{**chosen, "layer": "above"}],
            **_axes(view, words),
        ),
    }


def flows_figure(view: FlowView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw the moves of one month out of, into and between late buckets.

    Parameters
    ----------
    view : the moves
    words : names of what is drawn; the labels of the nodes are filled in
    alt : what the figure shows, for screen readers
    """
    at: dict[str, Any] = {"xref": "paper", "yref": "paper", "yanchor": "top"}
    ends = {"visible": False, "fixedrange": True}
    return {
        "data": [line("moves", "", [], [], **SILENT)],
        "layout": layout(
            alt,
            height=FLOWS_HEIGHT,
            hovermode=False,
            margin={"l": 6, "r": 6, "t": 4, "b": 28},
            annotations=[
                *flow_labels(view, words),
                label("rolls", words["rolls"], 0, 0, font={"color": "@debt"}) | at,
                label("cures", words["cures"], 1, 0, font={"color": "@quiet"})
                | at
                | {"xanchor": "right"},
            ],
            shapes=flow_shapes(view),
            xaxis={**ends, "range": list(view.width)},
            yaxis={**ends, "range": [0, view.top]},
        ),
    }


def _axes(view: BookView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"fixedrange": True, "gridcolor": "@grid", "zeroline": False}
    months = next(
        (each for each in TICK_MONTHS if view.months <= MOST_TICKS * each),
        TICK_MONTHS[-1],
    )
    return {
        "xaxis": {
            **still,
            "range": [0, view.months],
            "dtick": months,
            "title": {"text": words["axis_months"], "standoff": 4},
            "unifiedhovertitle": {"text": words["hover_month"]},
        },
        "yaxis": {
            **still,
            "range": [0, view.top],
            "tickformat": ".1~%",
            "nticks": 6,
            "title": {"text": words["axis_share"], "standoff": 6},
        },
    }


def _bands(view: BookView, words: Mapping[str, str]) -> list[Figure]:
    """Return one band a bucket, the worst one at the foot."""
    months = list(range(view.months + 1))
    return [
        line(
            name,
            words[name],
            months,
            view.shares[name],
            stackgroup="late",
            line={"width": 1, "color": "@paper"},
            fillcolor=COLOURS[name],
            hovertemplate=words["hover_share"],
        )
        for name in reversed(list(view.shares))
    ]


def _total(view: BookView, words: Mapping[str, str]) -> Figure:
    return line(
        "late",
        words["late"],
        list(range(view.months + 1)),
        view.late,
        line={"width": 2, "color": "@debt"},
        hovertemplate=words["hover_share"],
    )


def _unchecked(view: BookView, words: Mapping[str, str]) -> Figure:
    """Return the outline that the book would have without the last checkpoint."""
    return line(
        "unchecked",
        words["unchecked"],
        list(range(view.months + 1)),
        view.unchecked,
        line={"width": 1.5, "color": "@text"},
        hovertemplate=words["hover_share"],
    )


def _chosen(view: BookView) -> Figure:
    """Return the marker of the chosen month, on the total."""
    month = view.chosen_month
    marker = {"size": 11, "color": "@text", "line": {"color": "@paper", "width": 2}}
    placed = line("chosen", "", [month], [view.late[month]], **SILENT)
    return {**placed, "mode": "markers", "marker": marker, "cliponaxis": False}


def _labels(view: BookView, words: Mapping[str, str]) -> list[Figure]:
    """Name each band at its end, where it is thick enough, and what is left out."""
    names, foot, at = [], 0.0, round(NAMED_AT * view.months)
    for name in reversed(list(view.shares)):
        thickness = view.shares[name][at]
        names.append(
            label(name, words[name], 0.99 * view.months, round(foot + thickness / 2, 6))
            | {
                "xanchor": "right",
                "yanchor": "middle",
                "visible": thickness > THINNEST * view.top,
            }
            | {"font": {"color": "@paper" if COLOURS[name] in DEEP else "@text"}}
        )
        foot += thickness
    still: dict[str, Any] = {"xref": "paper", "yref": "paper", "yanchor": "bottom"}
    return [
        *names,
        *_gap(view, words),
        label("rest", words["rest"], 0, 1.005)
        | {**still, "font": {"color": "@quiet", "size": 12}},
    ]


def _gap(view: BookView, words: Mapping[str, str]) -> list[Figure]:
    """Name the outline at its end, and between it and the book what the check saves."""
    end, gap = 0.99 * view.months, view.unchecked[-1] - view.late[-1]
    large = {"font": {"color": "@text", "size": 15}, "bgcolor": "@paper"}
    return [
        label("unchecked", words["label_unchecked"], end, view.unchecked[-1])
        | {"xanchor": "right", "yshift": 3},
        label("gap", words["gap"], end, view.late[-1] + gap / 2)
        | {"xanchor": "right", "yanchor": "middle", **large}
        | {"visible": gap > THINNEST * view.top},
    ]
