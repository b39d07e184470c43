"""The figure of a card debt: what is still owed, month by month, in three ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.evidence import REPORTED
from after_overdue.figures.marks import MONEY_TICKS, label, line, money_margin
from after_overdue.figures.theme import Figure, layout

HEIGHT = 330
TICK_MONTHS = 24
LOOKS: Mapping[str, dict[str, Any]] = {
    "minimum": {"color": "@debt", "width": 3},
    "fixed": {"color": "@text", "width": 4},
    "plan": {"color": "@quiet", "width": 3, "dash": REPORTED.dash},
}
"""A plan is dashed: that there may be one is reported, and no bank has to agree."""
ROW = 20
"""Pixels of a row of labels. They stand above all lines, which would cross them
anywhere else while the slider moves."""


@dataclass(frozen=True)
class CardPlanView:
    """What one card debt shows; plain numbers.

    Attributes
    ----------
    lines : yuan owed at the end of each month from 0 on, by uid of `LOOKS`
    months : months on the axis
    top : yuan at the top of the axis
    """

    lines: Mapping[str, Sequence[float]]
    months: int
    top: float

    def drawn(self, uid: str) -> list[float]:
        """Return what of a line lies inside the axes."""
        owed = self.lines[uid][: self.months + 1]
        above = (at for at, each in enumerate(owed) if each > self.top)
        return list(owed[: next(above, len(owed))])


def card_plan_figure(
    view: CardPlanView, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Draw what is owed in each way, all from the same debt.

    Parameters
    ----------
    view : the case
    words : labels of axes and lines
    alt : the takeaway, for screen readers
    """
    return {
        "data": [_line(view, uid, words) for uid in LOOKS],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="x unified",
            margin={"l": money_margin(64, view.top), "r": 20, "t": 66, "b": 56},
            annotations=[*_labels(words), _growing(view, words)],
            shapes=[],
            **_axes(view, words),
        ),
    }


def _axes(view: CardPlanView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"zeroline": False, "fixedrange": True, "gridcolor": "@grid"}
    return {
        "xaxis": {
            **still,
            "showgrid": False,
            "range": [0, view.months],
            "dtick": TICK_MONTHS,
            "title": {"text": words["axis_months"], "standoff": 10},
            "unifiedhovertitle": {"text": words["hover_month"]},
        },
        "yaxis": {
            **still,
            "range": [0, view.top],
            "tickformat": MONEY_TICKS,
            "title": {"text": words["axis_yuan"], "standoff": 8},
        },
    }


def _line(view: CardPlanView, uid: str, words: Mapping[str, str]) -> Figure:
    owed = view.drawn(uid)
    return line(
        uid,
        words[f"line_{uid}"],
        list(range(len(owed))),
        owed,
        line=LOOKS[uid],
        hovertemplate=words["hover_yuan"],
    )


def _labels(words: Mapping[str, str]) -> list[Figure]:
    """Name each line, in its colour, in the rows above all of them."""
    above = {"xref": "paper", "yref": "paper"}
    return [
        label(uid, words[f"label_{uid}"], 0, 1, font={"color": look["color"]})
        | {**above, "yshift": 4 + row * ROW}
        for row, (uid, look) in enumerate(reversed([*LOOKS.items()]))
    ]


def _growing(view: CardPlanView, words: Mapping[str, str]) -> Figure:
    """Say of a debt that grows where it leaves the figure."""
    end = len(view.drawn("fixed")) - 1
    leaves = end < view.months and view.lines["fixed"][end] >= view.lines["fixed"][0]
    place = {"yanchor": "top", "xshift": 4, "visible": leaves, "bgcolor": "@paper"}
    return label("growing", words["label_growing"], max(end, 0), view.top, **place)
