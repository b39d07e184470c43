"""The figure of true cost: a level fee, a shrinking debt, and the rate that climbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

HEIGHT = 560
RATES, OWED = [0.40, 1], [0, 0.29]
"""Parts of the height: rates above, what is owed below."""
BELOW_ZERO, ABOVE_PEAK, ABOVE_LEVEL = 0.14, 1.25, 1.45
"""Room for labels under nought, over the peak, and over a level line that has a note
above it, as shares of the axis."""
TIMES_SAID = 2.5
"""Where fees are taken at once, the axis holds true rates up to this many times the
dearest quoted one; a dearer one leaves it, with an arrow."""
ROOMY = 0.12
"""Share of the axis below which a label no longer fits between a line and nought."""
MOST_TICKS = 12
NOTE_PIXELS = 46
"""What the note at the top takes, of two lines."""


@dataclass(frozen=True)
class AprView:
    """What one plan shows; plain numbers.

    Attributes
    ----------
    owed : money still owed as each month begins, months 1 to the last
    effective : each month's fee as a share of what is owed, decimal
    said, true : per month, decimal; `true` is None where nothing is paid out
    highest : decimal
        The effective rate at the end of the slider; 0 where fees are taken at once.
    highest_said : decimal per month
        The fee at the end of the slider.
    chosen_month : month
    """

    owed: Sequence[float]
    effective: Sequence[float]
    said: float
    true: float | None
    highest: float
    highest_said: float
    chosen_month: int

    @property
    def months(self) -> int:
        """Month of the last payment."""
        return len(self.owed)

    @property
    def peak_month(self) -> int:
        """Month whose fee is dearest."""
        return self.effective.index(max(self.effective)) + 1

    @property
    def rate_range(self) -> list[float]:
        """Ends of the rate axis, which stands still."""
        end = ABOVE_PEAK * max(self.highest, self.highest_said)
        if not self.highest:
            end = ABOVE_LEVEL * TIMES_SAID * self.highest_said
        return [-BELOW_ZERO * end, end]

    @property
    def leaves(self) -> bool:
        """Whether the true rate is beyond the end of the axis."""
        return self.true is not None and self.true > self.rate_range[1]


def apr_figure(view: AprView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw the rate of each month above what is still owed in it.

    Parameters
    ----------
    view : the case
    words : labels; `said`, `true`, `peak` and `note` are filled in
    alt : the takeaway, for screen readers
    """
    return {
        "data": [*_rates(view, words), _chosen(view), _bars(view, words)],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="closest",
            margin={"l": money_margin(64, view.owed[0]), "r": 16, "t": 14, "b": 56},
            bargap=0.25,
            annotations=_labels(view, words),
            shapes=[upright("chosen", view.chosen_month, color="@quiet", width=1)],
            **_axes(view, words),
        ),
    }


def _axes(view: AprView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"fixedrange": True, "gridcolor": "@grid", "zerolinecolor": "@quiet"}
    every = max(1, -(-view.months // MOST_TICKS))
    return {
        "xaxis": {
            **still,
            "range": [0.4, view.months + 0.6],
            "anchor": "y2",
            "dtick": every,
            "tick0": every,
            "showgrid": False,
            "title": {"text": words["axis_months"], "standoff": 8},
        },
        "yaxis": {
            **still,
            "domain": RATES,
            "range": view.rate_range,
            "tickformat": ".2~%",
            "zeroline": False,
            "nticks": 6,
            "title": {"text": words["axis_rate"], "standoff": 6},
        },
        "yaxis2": {
            **still,
            "domain": OWED,
            "range": [0, 1.08 * view.owed[0]],
            "tickformat": MONEY_TICKS,
            "nticks": 4,
            "title": {"text": words["axis_owed"], "standoff": 6},
        },
    }


def _rates(view: AprView, words: Mapping[str, str]) -> list[Figure]:
    ends = [0.4, view.months + 0.6]
    months = list(range(1, view.months + 1))
    climbing = line(
        "effective",
        words["effective"],
        months,
        view.effective,
        line={"color": "@debt", "width": 3},
        hovertemplate=words["hover_rate"],
    )
    return [
        _level("said", words, ends, view.said, color="@quiet", width=2, dash="dash"),
        _level(
            "true",
            words,
            ends,
            None if view.leaves else view.true,
            color="@text",
            width=2.5,
        ),
        {**climbing, "mode": "lines+markers", "marker": {"size": 6, "color": "@debt"}},
    ]


def _level(
    uid: str,
    words: Mapping[str, str],
    ends: Sequence[float],
    rate: float | None,
    **look: Any,  # noqa: ANN401  # as Plotly's lines take it
) -> Figure:
    return line(uid, words[f"{uid}_name"], ends, [rate, rate], line=look, **SILENT)  # type: ignore[list-item]


def _chosen(view: AprView) -> Figure:
    """Return the marker of the chosen month."""
    month = view.chosen_month
    marker = {"size": 12, "color": "@text", "line": {"color": "@paper", "width": 2}}
    placed = line("chosen", "", [month], [view.effective[month - 1]], **SILENT)
    return {**placed, "mode": "markers", "marker": marker, "cliponaxis": False}


def _bars(view: AprView, words: Mapping[str, str]) -> Figure:
    return {
        "type": "bar",
        "uid": "owed",
        "name": words["axis_owed"],
        "x": list(range(1, view.months + 1)),
        "y": view.owed,
        "yaxis": "y2",
        "marker": {"color": "@owed"},
        "hovertemplate": words["hover_owed"],
    }


def _labels(view: AprView, words: Mapping[str, str]) -> list[Figure]:
    """Label the level lines where the climbing one is low, and that one at its peak."""
    peak, rate = view.peak_month, max(view.effective)
    late = rate > 0 and peak > view.months / 2
    side = "right" if late else "left"
    level = "left" if late else "right"
    end = {"left": 0.5, "right": view.months + 0.5}[level]
    under = late or view.said > ROOMY * view.rate_range[1]
    solid: dict[str, Any] = {"bgcolor": "@paper", "borderpad": 1}
    return [
        label("said", words["said"], end, view.said if under else 0)
        | {"xanchor": level, "yanchor": "top", "yshift": -3 if under else -7, **solid}
        | {"font": {"color": "@quiet"}},
        _true_label(view, words, end) | {"xanchor": level, "font": {"color": "@text"}},
        label("peak", words["peak"], peak + (0.4 if late else -0.4), rate)
        | {"xanchor": side, "align": side, "yshift": 9, **solid}
        | {"font": {"color": "@debt"}, "visible": rate > 0},
        label("note", words["note"], 0.02, 0.98)
        | {"xref": "paper", "yref": "paper", "yanchor": "top", "align": "left"},
    ]


def _true_label(view: AprView, words: Mapping[str, str], end: float) -> Figure:
    """Label the true rate on its line, or at the top with an arrow out of the axis."""
    if view.leaves:
        place = {"yanchor": "top", "yshift": -NOTE_PIXELS, "visible": True}
        return label("true", f"↑ {words['true']}", end, view.rate_range[1]) | place
    seen = view.true is not None and view.true > 0
    return label("true", words["true"], end, view.true or 0) | {
        "yshift": 2,
        "visible": seen,
    }
