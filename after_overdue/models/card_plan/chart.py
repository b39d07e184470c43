"""The figure of a card debt: what is still owed, month by month, in three ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.marks import MONEY_TICKS, label, line, money_margin
from after_overdue.figures.theme import Figure, layout

HEIGHT = 430
TICK_MONTHS = 24
LOOKS: Mapping[str, dict[str, Any]] = {
    "minimum": {"color": "@late", "width": 3},
    "fixed": {"color": "@true", "width": 4},
    "plan": {"color": "@restored", "width": 3, "dash": "dash"},
}
"""A plan is dashed: that there may be one is reported, and no bank has to agree."""
PLACES = {"minimum": 0.07, "fixed": 0.68, "plan": 0.27}
"""Share of the axis at which each line carries its label, if it goes so far."""
ROOM = 0.07
"""Share of the axis that a label takes above its line."""


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
            margin={"l": money_margin(64, view.top), "r": 20, "t": 14, "b": 56},
            annotations=[_label(view, uid, words) for uid in LOOKS],
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


def _label(view: CardPlanView, uid: str, words: Mapping[str, str]) -> Figure:
    """Label a line above itself, where it is long enough; else near its middle."""
    owed = view.drawn(uid)
    month = min(round(PLACES[uid] * view.months), round(0.7 * (len(owed) - 1)))
    height = min(owed[month], (1 - ROOM) * view.top)
    right = month > view.months / 2
    return label(
        uid,
        words[f"label_{uid}"],
        month,
        height,
        xanchor="right" if right and height < owed[0] / 2 else "left",
        yshift=3,
        font={"color": LOOKS[uid]["color"]},
    )
