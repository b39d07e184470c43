"""The figure of several debts: in each order, how long every debt lives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.marks import label
from after_overdue.figures.theme import Figure, layout

ROW_HEIGHT, FRAME_HEIGHT = 21, 66
"""Pixels of a debt's row, and of what stands around the rows."""
HEAD, GAP = 1.0, 0.5
"""Rows that the heading of an order takes, and that stay free below it."""
THICK = 0.62
TICK_MONTHS = 12
MOST_TICKS = 6
NAMES = 118
"""Pixels left of the axis, for how the debts are called."""


@dataclass(frozen=True)
class PayFirstView:
    """What several debts show; plain numbers.

    Attributes
    ----------
    gone_in : month in which each debt is gone, by order; None where it never is
    told : when each debt is gone, by order, in words
    late : whether each debt is in arrears
    months : months on the axis
    """

    gone_in: Mapping[str, Sequence[int | None]]
    told: Mapping[str, Sequence[str]]
    late: Sequence[bool]
    months: int

    @property
    def rows(self) -> float:
        """Height of the figure, in rows of a debt."""
        return len(self.gone_in) * self._block

    @property
    def _block(self) -> float:
        return HEAD + len(self.late) + GAP

    def head_at(self, order: int) -> float:
        """Return where the heading of an order stands, in rows from the bottom."""
        return self.rows - order * self._block

    def row_at(self, order: int, debt: int) -> float:
        """Return where the bar of a debt stands, in rows from the bottom."""
        return self.head_at(order) - HEAD - debt - 0.5

    def until(self, order: str, debt: int) -> int:
        """Return the last month of a bar: the axis ends where the debt does not."""
        month = self.gone_in[order][debt]
        return min(month or self.months, self.months)


def pay_first_figure(
    view: PayFirstView, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Draw, for each order, a bar a debt from now to the month in which it is gone.

    Parameters
    ----------
    view : the case
    words : labels of the axis, and how orders and debts are called
    alt : the takeaway, for screen readers
    """
    return {
        "data": list(_bars(view, words)),
        "layout": layout(
            alt,
            height=round(FRAME_HEIGHT + ROW_HEIGHT * view.rows),
            hovermode="closest",
            barmode="overlay",
            margin={"l": NAMES, "r": 34, "t": 8, "b": 52},
            annotations=[*_heads(view, words), *_ends(view)],
            shapes=[],
            **_axes(view, words),
        ),
    }


def _bars(view: PayFirstView, words: Mapping[str, str]) -> Iterator[Figure]:
    for row, order in enumerate(view.gone_in):
        for debt, late in enumerate(view.late):
            yield {
                "type": "bar",
                "uid": f"{order}_{debt}",
                "name": words[f"debt_{debt}"],
                "orientation": "h",
                "x": [view.until(order, debt)],
                "y": [view.row_at(row, debt)],
                "width": THICK,
                "marker": {"color": "@debt" if late else "@bucket-2"},
                "customdata": [view.told[order][debt]],
                "hovertemplate": "%{customdata}<extra></extra>",
            }


def _heads(view: PayFirstView, words: Mapping[str, str]) -> list[Figure]:
    return [
        label(
            order,
            words[f"head_{order}"],
            0,
            view.head_at(row) - HEAD / 2,
            yanchor="middle",
            xshift=-NAMES + 8,
            font={"color": "@text", "size": 13},
        )
        for row, order in enumerate(view.gone_in)
    ]


def _ends(view: PayFirstView) -> Iterator[Figure]:
    """Write the month in which a debt is gone behind its bar."""
    for row, order in enumerate(view.gone_in):
        for debt, month in enumerate(view.gone_in[order]):
            yield label(
                f"{order}_{debt}",
                "∞" if month is None else str(month),
                view.until(order, debt),
                view.row_at(row, debt),
                yanchor="middle",
                xshift=4,
                font={"color": "@quiet", "size": 12},
            )


def _axes(view: PayFirstView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"zeroline": False, "fixedrange": True, "gridcolor": "@grid"}
    orders, debts = range(len(view.gone_in)), range(len(view.late))
    ticks = [(view.row_at(order, debt), debt) for order in orders for debt in debts]
    years = -(-view.months // (TICK_MONTHS * MOST_TICKS))
    return {
        "xaxis": {
            **still,
            "range": [0, view.months],
            "dtick": TICK_MONTHS * years,
            "title": {"text": words["axis_months"], "standoff": 10},
        },
        "yaxis": {
            **still,
            "showgrid": False,
            "range": [0, view.rows],
            "tickvals": [at for at, _ in ticks],
            "ticktext": [words[f"debt_{debt}"] for _, debt in ticks],
        },
    }
