"""The figure of credit lag: two who trade, what passes between them, and who waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.marks import SILENT, label, line
from after_overdue.figures.theme import Figure, layout

HEIGHT = 300
TICK_DAYS = 90
BEFORE, BEYOND = 0.07, 1.04
"""How far the axis goes either way, in longest lags, so that all is inside it."""
FOOT = {"seller": 2, "buyer": 0}
"""Feet of the two lanes, in amounts: one amount is as high as a lane."""
GOODS_AT, MONEY_AT = 1.7, 1.3
"""Where goods and money are drawn on their way, in amounts."""
SPLIT = 0.42
"""Share of a lane from which its words go up, and its smaller words go down."""
WAIT_SIZE, MONEY_SIZE = 17, 26
INSIDE = 0.5
"""Share of the axis from which the words stand inside what is shaded."""
SHOP = (
    "M-52,62L-47,78L-21,78L-16,62C-16,56,-25,56,-25,62C-25,56,-34,56,-34,62"
    "C-34,56,-43,56,-43,62C-43,56,-52,56,-52,62ZM-49,58L-49,42L-19,42L-19,58"
)
PERSON = (
    "M-41,70C-41,79,-27,79,-27,70C-27,61,-41,61,-41,70ZM-49,42C-49,63,-19,63,-19,42Z"
)
PARCEL = "M-12,-12L12,-12L12,12L-12,12ZM-12,4L12,4M0,4L0,12"
DOWN, UP = "M-6,9L0,1L6,9", "M-6,-9L0,-1L6,-9"
"""Drawings in pixels, from the place that each is anchored to."""


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
    def waited(self) -> int:
        """Days from the first performance to the second."""
        return abs(self.lag_days)

    @property
    def goods_on(self) -> int:
        """Days from the first performance to the delivery."""
        return max(-self.lag_days, 0)

    @property
    def money_on(self) -> int:
        """Days from the first performance to the payment."""
        return max(self.lag_days, 0)


def credit_lag_figure(view: LagView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw a lane for each side, and shade that of the one who waits.

    Parameters
    ----------
    view : the case
    words : names of the sides; `back`, `area` and `worth` are filled in
    alt : the takeaway, for screen readers
    """
    return {
        "data": [
            _area("seller", view, view.money_on, words),
            _area("buyer", view, view.goods_on, words),
            _passing("given", view, view.goods_on, words),
            _passing("returned", view, view.money_on, words),
            _coin(view),
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            annotations=_labels(view, words),
            shapes=_shapes(view),
            hovermode=False,
            margin={"l": 68, "r": 12, "t": 6, "b": 30},
            **_axes(view, words),
        ),
    }


def _axes(view: LagView, words: Mapping[str, str]) -> dict[str, Any]:
    days = list(range(0, view.longest + 1, TICK_DAYS))
    return {
        "xaxis": {
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "range": [-BEFORE * view.longest, BEYOND * view.longest],
            "tickvals": days,
            "ticktext": [
                words["first_day"],
                *map(str, days[1:-1]),
                words["axis_day"].format(day=days[-1]),
            ],
            "ticklabelstandoff": 6,
            "ticklabeloverflow": "allow",
        },
        "yaxis": {"fixedrange": True, "range": [0, 3 * view.amount], "visible": False},
    }


def _area(uid: str, view: LagView, days: int, words: Mapping[str, str]) -> Figure:
    """Return the wait of a side: as wide as it is long, as high as the amount."""
    foot = FOOT[uid] * view.amount
    top = foot + view.amount
    return line(
        uid,
        words[f"{uid}_area"],
        [0, days, days, 0],
        [foot, foot, top, top],
        fill="toself",
        fillcolor="@waited",
        line={"width": 0},
        **SILENT,
    )


def _passing(uid: str, view: LagView, day: int, words: Mapping[str, str]) -> Figure:
    """Return the way of goods or of money from lane to lane."""
    look = {"color": "@text", "width": 2.5}
    ends = [view.amount, 2 * view.amount]
    return line(
        uid, words[uid], [day, day], ends, line=look, cliponaxis=False, **SILENT
    )


def _coin(view: LagView) -> Figure:
    edge = {"color": "@text", "width": 2}
    marker = {"size": MONEY_SIZE, "color": "@paper", "line": edge}
    placed = line("coin", "", [view.money_on], [MONEY_AT * view.amount], **SILENT)
    return {**placed, "mode": "markers", "marker": marker, "cliponaxis": False}


def _shapes(view: LagView) -> list[Figure]:
    lanes = [
        {
            "type": "rect",
            "name": f"lane_{uid}",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": foot * view.amount,
            "y1": (foot + 1) * view.amount,
            "fillcolor": "@cell",
            "line": {"width": 0},
            "layer": "below",
        }
        for uid, foot in FOOT.items()
    ]
    sides = [
        _drawing(uid, path, 0, FOOT[uid] * view.amount, xref="paper")
        for uid, path in (("seller", SHOP), ("buyer", PERSON))
    ]
    on_the_way = [
        _drawing("goods_end", DOWN, view.goods_on, view.amount),
        _drawing("money_end", UP, view.money_on, 2 * view.amount),
        _drawing("goods", PARCEL, view.goods_on, GOODS_AT * view.amount)
        | {"fillcolor": "@paper"},
    ]
    return [*lanes, *sides, *on_the_way]


def _drawing(name: str, path: str, x: float, y: float, **more: Any) -> Figure:  # noqa: ANN401  # as Plotly's shapes take it
    """Return a drawing in pixels that stands at a place of the figure."""
    pixels = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": x, "yanchor": y}
    look = {"color": "@text", "width": 2}
    return {"type": "path", "name": name, "path": path, "line": look, **pixels, **more}


def _labels(view: LagView, words: Mapping[str, str]) -> list[Figure]:
    foot = FOOT["buyer" if view.lag_days < 0 else "seller"]
    reach, height = BEYOND * view.longest, view.amount
    inside = view.waited > INSIDE * reach
    at, split = (0 if inside else view.waited), (foot + SPLIT) * height
    beside = {"xanchor": "left", "align": "left", "xshift": 10}
    small = {"font": {"color": "@quiet"}, "yanchor": "top"}
    names = {"xref": "paper", "xanchor": "center", "xshift": -34, "yanchor": "middle"}
    return [
        *(
            label(uid, words[f"side_{uid}"], 0, (FOOT[uid] + 0.26) * height) | names
            for uid in FOOT
        ),
        _returned(view, words),
        label("yuan", "¥", view.money_on, MONEY_AT * height)
        | {"xanchor": "center", "yanchor": "middle"},
        label("area", words["area"], at, split)
        | {**beside, "font": {"color": "@text", "size": WAIT_SIZE}},
        label("worth", words["worth"], at, split) | beside | small,
    ]


def _returned(view: LagView, words: Mapping[str, str]) -> Figure:
    """Say what comes back and when, on the side where there is room."""
    left = view.waited > INSIDE * BEYOND * view.longest
    side = {"xanchor": "right", "xshift": -18} if left else {"xshift": 18}
    y = (GOODS_AT if view.lag_days < 0 else MONEY_AT) * view.amount
    return label("back", words["back"], view.waited, y) | {"yanchor": "middle", **side}
