"""The figure of an unlicensed loan: its rate by days, above a year of borrowing on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

from after_overdue.figures.marks import (
    MONEY_TICKS,
    SILENT,
    label,
    line,
    money_margin,
)
from after_overdue.figures.theme import Figure, layout

HEIGHT = 400
RATES, DEBTS = [0.52, 1], [0, 0.32]
"""Parts of the height: the rate above, the debt below."""
LEAST = 1e-4
"""Share a year below which the rate axis does not go."""
ROOM, HEAD = 0.35, 0.15
"""Powers of ten left below the lowest rate for its label, and above the highest."""
MOST_TICKS = 6
HEADROOM, LOW = 1.28, 0.16
"""Height of the money axis in debts; share of it below which no label fits."""
TURN = 0.45
"""Share of the axis from which the label of the days stands on the left."""


@dataclass(frozen=True)
class LoanView:
    """What one loan shows; plain numbers.

    Attributes
    ----------
    rates : share a year, if due on day 1, 2, 3 and so on
    days : days until it is due
    ceiling : share a year
    principal : money that counts in law
    debts : money, at the start and after each month of borrowing to repay
    """

    rates: Sequence[float]
    days: int
    ceiling: float
    principal: float
    debts: Sequence[float]

    @property
    def powers(self) -> list[int]:
        """Powers of ten, in per cent, at which the rate axis has its ticks."""
        shown = [self.ceiling, *self.rates]
        low = floor(log10(100 * max(min(shown), LEAST)) - ROOM)
        high = ceil(log10(100 * max(shown)) + HEAD)
        step = ceil((high - low) / MOST_TICKS)
        return list(range(low, high + step, step))


def height(rate: float) -> float:
    """Return where a rate lies on the axis: the power of ten of its per cent.

    Examples
    --------
    >>> height(0.1), height(10)
    (1.0, 3.0)
    """
    return log10(100 * max(rate, LEAST))


def loan_figure(
    view: LoanView, *, words: Mapping[str, str], ticks: Sequence[str], alt: str
) -> Figure:
    """Draw the rate by days with its ceiling, and the debt by months with its law.

    Parameters
    ----------
    view : the case
    words : labels; `here`, `ceiling`, `debt` and `principal` are filled in
    ticks : words of the rates at the powers of the view
    alt : the takeaway, for screen readers
    """
    return {
        "data": [*_debts(view, words), *_rates(view, words)],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="closest",
            margin={"l": money_margin(76, view.debts[-1]), "r": 16, "t": 14, "b": 56},
            annotations=_labels(view, words),
            shapes=[],
            **_axes(view, words, ticks),
        ),
    }


def _axes(
    view: LoanView, words: Mapping[str, str], ticks: Sequence[str]
) -> dict[str, Any]:
    still = {"fixedrange": True, "gridcolor": "@grid", "zeroline": False}
    powers = view.powers
    return {
        "xaxis": {
            **still,
            "range": [0, len(view.debts) - 1],
            "dtick": 3,
            "tick0": 0,
            "showgrid": False,
            "title": {"text": words["axis_months"], "standoff": 8},
        },
        "yaxis": {
            **still,
            "domain": DEBTS,
            "range": [0, HEADROOM * max(view.debts)],
            "tickformat": MONEY_TICKS,
            "nticks": 4,
            "title": {"text": words["axis_debt"], "standoff": 6},
        },
        "xaxis2": {
            **still,
            "anchor": "y2",
            "range": [0, len(view.rates) + 1],
            "nticks": 6,
            "showgrid": False,
            "title": {"text": words["axis_days"], "standoff": 8},
        },
        "yaxis2": {
            **still,
            "anchor": "x2",
            "domain": RATES,
            "range": [powers[0], powers[-1]],
            "tickvals": powers,
            "ticktext": list(ticks),
            "title": {"text": words["axis_rate"], "standoff": 6},
        },
    }


def _rates(view: LoanView, words: Mapping[str, str]) -> list[Figure]:
    above = {"xaxis": "x2", "yaxis": "y2", **SILENT}
    days = list(range(1, len(view.rates) + 1))
    here = line(
        "here", words["rate_name"], [view.days], [height(view.rates[view.days - 1])]
    )
    return [
        line(
            "rate",
            words["rate_name"],
            days,
            [round(height(each), 6) for each in view.rates],
            line={"color": "@debt", "width": 3},
            **above,
        ),
        line(
            "ceiling",
            words["ceiling_name"],
            [0, len(days) + 1],
            [round(height(view.ceiling), 6)] * 2,
            line={"color": "@text", "width": 2},
            **above,
        ),
        {**here, **above, "mode": "markers"}
        | {"marker": {"size": 12, "color": "@debt", "line": {"color": "@paper"}}},
    ]


def _debts(view: LoanView, words: Mapping[str, str]) -> list[Figure]:
    months = list(range(len(view.debts)))
    return [
        line(
            "debt",
            words["debt_name"],
            months,
            view.debts,
            line={"color": "@debt", "width": 3, "dash": "dash"},
            hovertemplate=words["hover_debt"],
        ),
        line(
            "principal",
            words["principal_name"],
            [0, months[-1]],
            [view.principal] * 2,
            line={"color": "@quiet", "width": 3},
            **SILENT,
        ),
    ]


def _labels(view: LoanView, words: Mapping[str, str]) -> list[Figure]:
    above = {"xref": "x2", "yref": "y2"}
    solid = {"bgcolor": "@paper", "borderpad": 1}
    last, days = len(view.debts) - 1, len(view.rates)
    left = view.days > TURN * days
    under = view.principal > LOW * HEADROOM * max(view.debts)
    rate = height(view.rates[view.days - 1])
    return [
        label("here", words["here"], view.days, rate, **above, **solid)
        | {"xanchor": "right" if left else "left", "xshift": -6 if left else 6}
        | {"yshift": 8, "font": {"color": "@debt"}},
        label("ceiling", words["ceiling"], days, height(view.ceiling), **above)
        | {"xanchor": "right", "yanchor": "top", "yshift": -3},
        label("debt", words["debt"], last, view.debts[-1])
        | {"xanchor": "right", "align": "right", "yshift": 6}
        | {"font": {"color": "@debt"}},
        label("principal", words["principal"], last, view.principal)
        | {"xanchor": "right", "yanchor": "top" if under else "bottom"}
        | {"yshift": -4 if under else 4, "font": {"color": "@quiet"}, **solid},
    ]
