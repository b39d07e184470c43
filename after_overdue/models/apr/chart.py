"""The figure of true cost: what a fee sounds like and costs, above a shrinking debt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from after_overdue.figures.marks import (
    MONEY_TICKS,
    SILENT,
    label,
    line,
    money_margin,
    upright,
)
from after_overdue.figures.theme import Figure, layout

HEIGHT = 352
RATES, OWED = [0.62, 1], [0, 0.44]
"""Parts of the height: two rates a year above, what is owed below."""
SOUNDS, COSTS = (0.68, 0.1), (0.1, 0.24)
"""Foot and thickness of the two bars, as shares of the upper part."""
MOST_TICKS = 12
TIMES = (10, 5, 2, 1)
"""How much larger than the debt the fees may be drawn, the largest that fits first."""
FITS = 0.3
"""Share of the amount that a fee takes in the drawing, at most."""
NOTE_PIXELS = 40
HEADROOM = 1.04


@dataclass(frozen=True)
class AprView:
    """What one plan shows; plain numbers.

    Attributes
    ----------
    owed : money still owed as each month begins, months 1 to the last
    fees : money taken in each of these months
    effective : each month's fee as a share of what is owed, decimal
    said, true : per year, decimal; `true` is None where nothing is paid out
    highest : per year, decimal
        Where the axis of the rates ends; a dearer one leaves it.
    dearest_fee : money
        The most that any month takes at any position of the slider.
    chosen_month : month
    """

    owed: Sequence[float]
    fees: Sequence[float]
    effective: Sequence[float]
    said: float
    true: float | None
    highest: float
    dearest_fee: float
    chosen_month: int

    @property
    def months(self) -> int:
        """Month of the last payment."""
        return len(self.owed)

    @cached_property
    def times(self) -> int:
        """How much larger than the debt the fees are drawn, at every position."""
        fits = FITS * self.owed[0]
        return next((each for each in TIMES if each * self.dearest_fee <= fits), 1)

    @property
    def leaves(self) -> bool:
        """Whether the true rate is beyond the end of the axis."""
        return self.true is not None and self.true > self.highest


def apr_figure(view: AprView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw two rates a year above the level fee on a debt that shrinks.

    Parameters
    ----------
    view : the case
    words : labels; `sounds`, `costs`, `caps` and `note` are filled in
    alt : the takeaway, for screen readers
    """
    chosen = upright("chosen", view.chosen_month, color="@quiet", width=1)
    return {
        "data": [*_rates(view), *_months(view, words), _chosen(view)],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="closest",
            barmode="overlay",
            margin={"l": money_margin(56, view.owed[0]), "r": 34, "t": 10, "b": 50},
            bargap=0.2,
            annotations=_labels(view, words),
            shapes=[{**chosen, "xref": "x2", "y1": OWED[1]}],
            **_axes(view, words),
        ),
    }


def _axes(view: AprView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"fixedrange": True, "gridcolor": "@grid", "zerolinecolor": "@quiet"}
    every = max(1, -(-view.months // MOST_TICKS))
    top = view.owed[0] + view.times * view.dearest_fee
    return {
        "xaxis": {
            **still,
            "range": [0, view.highest],
            "tickformat": ".1~%",
            "nticks": 5,
        },
        "yaxis": {
            "fixedrange": True,
            "domain": RATES,
            "range": [0, 1],
            "visible": False,
        },
        "xaxis2": {
            **still,
            "range": [0.4, view.months + 0.6],
            "domain": [0, 1],
            "anchor": "y2",
            "dtick": every,
            "tick0": every,
            "showgrid": False,
            "title": {"text": words["axis_months"], "standoff": 8},
        },
        "yaxis2": {
            **still,
            "anchor": "x2",
            "domain": OWED,
            "range": [0, HEADROOM * top],
            "tickformat": MONEY_TICKS,
            "nticks": 4,
        },
    }


def _rates(view: AprView) -> list[Figure]:
    """Return the two bars; one that is longer than the axis ends at its edge."""
    true = min(view.true or 0, view.highest)
    return [
        _rate("said", view.said, SOUNDS, "@quiet"),
        _rate("true", true, COSTS, "@debt"),
    ]


def _rate(uid: str, rate: float, place: tuple[float, float], colour: str) -> Figure:
    foot, thick = place
    return {
        "type": "bar",
        "uid": uid,
        "name": uid,
        "orientation": "h",
        "x": [rate],
        "y": [foot + thick / 2],
        "width": thick,
        "marker": {"color": colour},
        **SILENT,
    }


def _months(view: AprView, words: Mapping[str, str]) -> list[Figure]:
    """Return what is owed each month, and on top the month's fee."""
    months = list(range(1, view.months + 1))
    second = {"type": "bar", "x": months, "xaxis": "x2", "yaxis": "y2"}
    return [
        {
            **second,
            "uid": "owed",
            "name": words["axis_owed"],
            "y": view.owed,
            "marker": {"color": "@owed"},
            "hovertemplate": words["hover_owed"],
        },
        {
            **second,
            "uid": "fees",
            "name": words["fees_name"],
            "y": [round(view.times * each, 2) for each in view.fees],
            "base": view.owed,
            "marker": {"color": "@debt"},
            "customdata": view.effective,
            "hovertemplate": words["hover_fee"],
        },
    ]


def _chosen(view: AprView) -> Figure:
    """Return the marker of the chosen month."""
    month = view.chosen_month
    marker = {"size": 11, "color": "@text", "line": {"color": "@paper", "width": 2}}
    placed = line("chosen", "", [month], [view.owed[month - 1]], **SILENT)
    second = {"xaxis": "x2", "yaxis": "y2", "cliponaxis": False}
    return {**placed, "mode": "markers", "marker": marker, **second}


def _labels(view: AprView, words: Mapping[str, str]) -> list[Figure]:
    """Name both rates above their bars, and what the months show where they are low."""
    second: dict[str, Any] = {"xref": "paper", "yref": "paper"}
    corner = {**second, "xanchor": "right", "yanchor": "top", "align": "right"}
    costs = f"{words['costs']} →" if view.leaves else words["costs"]
    low = NOTE_PIXELS if words["note"].strip() else 0
    return [
        label("said", words["sounds"], 0, sum(SOUNDS), yref="y")
        | {"font": {"color": "@quiet", "size": 14}},
        label("true", costs, 0, sum(COSTS), yref="y")
        | {"font": {"color": "@debt", "size": 22}},
        label("caps", words["caps"], 1, OWED[1], **corner)
        | {"yshift": -low, "font": {"color": "@debt"}}
        | {"visible": any(view.fees)},
        label("note", words["note"], 1, OWED[1], **corner),
        label("owed", words["owed_shrinks"], 0.02, 0, **second)
        | {"yshift": 4, "font": {"color": "@text"}, "visible": view.months > 1},
    ]
