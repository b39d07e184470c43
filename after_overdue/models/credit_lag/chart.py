"""The figure of credit lag: value given, value returned, and the area between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.marks import SILENT, label, line, money_margin
from after_overdue.figures.theme import Figure, layout

HEIGHT = 280
TICK_DAYS = 180
BEYOND = 1.1
"""How far the axis goes, in longest lags, so that the longest is still inside it."""
HEADROOM = 1.5
SENTENCE_SIZE = 17
INK = {"given": "@text", "returned": "@quiet"}
SENTENCE_AT = 1.42
"""Heights of the axis and of the sentence above the curves, in amounts."""


@dataclass(frozen=True)
class LagView:
    """What one transaction shows; plain numbers.

    Attributes
    ----------
    amount : money
    lag_days : days from delivery to payment
    longest : days
        The longest lag, either way, that the slider reaches.
    """

    amount: float
    lag_days: int
    longest: int

    @property
    def reach(self) -> int:
        """Days from delivery to either end of the axis."""
        return round(BEYOND * self.longest)


def credit_lag_figure(view: LagView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw the two step curves and fill what lies between them.

    Parameters
    ----------
    view : the case
    words : labels of axes and lines; `delivery`, `payment` and `area` are filled in
    alt : the takeaway, for screen readers
    """
    return {
        "data": [
            _area("seller", view.amount, max(view.lag_days, 0), words),
            _area("buyer", view.amount, min(view.lag_days, 0), words),
            _step("returned", view, view.lag_days, words, width=3),
            _step("given", view, 0, words, width=3),
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            annotations=_labels(view, words),
            shapes=[],
            hovermode="closest",
            margin={"l": money_margin(64, view.amount), "r": 36, "t": 14, "b": 56},
            **_axes(view, words),
        ),
    }


def _axes(view: LagView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"fixedrange": True, "gridcolor": "@grid"}
    return {
        "xaxis": {
            **still,
            "range": [-view.reach, view.reach],
            "zeroline": False,
            "dtick": TICK_DAYS,
            "ticklabelstandoff": 6,
            "title": {"text": words["axis_days"], "standoff": 10},
        },
        "yaxis": {
            **still,
            "range": [0, HEADROOM * view.amount],
            "zerolinecolor": "@quiet",
            "tickvals": [0, view.amount],
            "ticktext": ["0", words["amount"]],
        },
    }


def _area(uid: str, amount: float, lag: int, words: Mapping[str, str]) -> Figure:
    corners = [0, lag, lag, 0]
    return line(
        uid,
        words[f"{uid}_area"],
        corners,
        [0, 0, amount, amount],
        fill="toself",
        fillcolor="@waited",
        line={"width": 0},
        **SILENT,
    )


def _step(
    uid: str,
    view: LagView,
    day: int,
    words: Mapping[str, str],
    **look: Any,  # noqa: ANN401  # as Plotly's lines take it
) -> Figure:
    far = view.reach
    return line(
        uid,
        words[uid],
        [-far, day, day, far],
        [0, 0, view.amount, view.amount],
        line={"color": INK[uid], **look},
        hovertemplate=words[f"hover_{uid}"],
    )


def _labels(view: LagView, words: Mapping[str, str]) -> list[Figure]:
    """Label each curve beside its step, on the side that is free."""
    first = view.lag_days < 0
    delivery = _beside(left=not first)
    payment = _beside(left=first)
    return [
        label("delivery", words["delivery"], 0, view.amount, **delivery)
        | {"font": {"color": INK["given"]}},
        label("payment", words["payment"], view.lag_days, view.amount, **payment)
        | {"font": {"color": INK["returned"]}},
        label("area", words["area"], 0.5, SENTENCE_AT * view.amount)
        | {"xref": "paper", "xanchor": "center", "yanchor": "middle"}
        | {"font": {"color": "@text", "size": SENTENCE_SIZE}},
    ]


def _beside(*, left: bool) -> dict[str, Any]:
    side = "right" if left else "left"
    return {"xanchor": side, "align": side, "yshift": 4}
