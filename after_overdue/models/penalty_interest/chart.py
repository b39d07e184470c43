"""The figure of penalty interest: what each day adds, over the risk classes."""

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

HEIGHT = 470
HEADROOM = 1.08
LEAST_MARGIN = 62
LABEL_ROOM = 0.06
"""Share of the axis that a label below a line needs, not to stand on the days."""
LABEL_GAP, LABEL_HEIGHT = 3, 18
"""Pixels between a line and its label, and what one label takes above another."""
TICK_DAYS = 90
UPPER_AT, LOWER_AT = 0.68, 0.55
"""Share of the axis at which the upper and the lower line carry their labels."""
LOOKS: Mapping[str, dict[str, Any]] = {
    "charges": {"color": "@debt", "width": 3},
    "ceiling": {"color": "@text", "width": 2, "dash": "dash"},
    "card": {"color": "@debt", "width": 3},
    "card_interest": {"color": "@text", "width": 2},
}
SHADES = (0, 0.03, 0.07, 0.11, 0.16)
"""How deep each risk class is coloured, the best first."""
LABEL_MOVES = ("text", "x", "y", "xanchor", "yanchor", "yshift")
"""What changes in a line's label while the main slider moves."""


@dataclass(frozen=True)
class PenaltyView:
    """What one case of penalty interest shows; plain numbers and ready words.

    Attributes
    ----------
    lines : yuan added by the end of each day from 0 on, by uid; two of `LOOKS`
    bands : name, first and last day of each risk class; the worst has no last day
    chosen : day
    most : yuan
        The most that any position of the main slider draws.
    """

    lines: Mapping[str, Sequence[float]]
    bands: Sequence[tuple[str, int, int | None]]
    chosen: int
    most: float

    @property
    def last_day(self) -> int:
        """The last day of the axis."""
        return len(next(iter(self.lines.values()))) - 1

    @property
    def money_range(self) -> list[float]:
        """Ends of the money axis, which starts at nought and stands still."""
        return [0, HEADROOM * self.most if self.most else 1]

    @property
    def left_margin(self) -> int:
        """Pixels left of the axis, enough for its longest tick."""
        return money_margin(LEAST_MARGIN, self.money_range[1])


def penalty_figure(view: PenaltyView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw what the days add, the ceiling beside it, and the classes behind it.

    Parameters
    ----------
    view : the case
    words : labels of axes, lines and classes
    alt : the takeaway, for screen readers
    """
    still = {"zeroline": False, "fixedrange": True, "gridcolor": "@grid"}
    return {
        "data": [*_lines(view, words), _chosen(view)],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="x unified",
            margin={"l": view.left_margin, "r": 14, "t": 14, "b": 52},
            annotations=[*line_labels(view, words), *_band_labels(view, words)],
            shapes=[
                upright("chosen", view.chosen, color="@quiet", width=1),
                *_bands(view),
            ],
            xaxis={
                **still,
                "showgrid": False,
                "range": [0, view.last_day],
                "dtick": TICK_DAYS,
                "title": {"text": words["axis_days"], "standoff": 10},
                "unifiedhovertitle": {"text": words["hover_day"]},
            },
            yaxis={
                **still,
                "range": view.money_range,
                "tickformat": MONEY_TICKS,
                "title": {"text": words["axis_yuan"], "standoff": 8},
            },
        ),
    }


def _lines(view: PenaltyView, words: Mapping[str, str]) -> list[Figure]:
    days = list(range(view.last_day + 1))
    return [
        line(
            uid,
            words[f"line_{uid}"],
            days,
            yuan,
            line=LOOKS[uid],
            hovertemplate=words["hover_yuan"],
        )
        for uid, yuan in view.lines.items()
    ]


def _chosen(view: PenaltyView) -> Figure:
    """Return the markers of the chosen day, one a line."""
    day = view.chosen
    yuan = [each[day] for each in view.lines.values()]
    marker = {"size": 11, "color": "@text", "line": {"color": "@paper", "width": 2}}
    placed = line("chosen", "", [day] * len(yuan), yuan, **SILENT)
    return {**placed, "mode": "markers", "marker": marker}


def line_labels(view: PenaltyView, words: Mapping[str, str]) -> list[Figure]:
    """Label each line: the upper one above itself, the lower one below if it can."""
    (one, first), (two, second) = view.lines.items()
    upper = one if first[-1] > second[-1] else two
    room = LABEL_ROOM * view.money_range[1]
    upper_day, lower_day = (round(at * view.last_day) for at in (UPPER_AT, LOWER_AT))
    lowest = min(each[lower_day] for each in view.lines.values())
    crowded = lowest < room and view.lines[upper][upper_day] - lowest < room
    labels = []
    for uid in (one, two):
        is_upper = uid == upper
        day = upper_day if is_upper else lower_day
        above = is_upper or view.lines[uid][day] < room
        shift = LABEL_GAP + LABEL_HEIGHT * (is_upper and crowded)
        place = {
            "xanchor": "right" if is_upper else "left",
            "yanchor": "bottom" if above else "top",
            "yshift": shift if above else -LABEL_GAP,
        }
        yuan = view.lines[uid][day]
        ink = {"font": {"color": LOOKS[uid]["color"]}}
        labels.append(label(uid, words[f"label_{uid}"], day, yuan, **place, **ink))
    return labels


def _bands(view: PenaltyView) -> list[Figure]:
    """Return a field for each class, from the end of the one before to its own."""
    return [
        {
            "type": "rect",
            "name": name,
            "yref": "paper",
            "x0": max(first - 1, 0),
            "x1": view.last_day if last is None else last,
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"width": 0},
            "fillcolor": "@debt",
            "opacity": shade,
        }
        for (name, first, last), shade in zip(view.bands, SHADES, strict=True)
        if shade
    ]


def _band_labels(view: PenaltyView, words: Mapping[str, str]) -> list[Figure]:
    """Return the classes' names, upright so that a narrow band has room for one."""
    return [
        label(
            name,
            words[f"class_{name}"],
            max(first - 1, 0),
            1,
            yref="paper",
            yanchor="top",
            xshift=-1,
            textangle=-90,
            font={"size": 12, "color": "@text"},
        )
        for (name, first, _), shade in zip(view.bands, SHADES, strict=True)
        if shade
    ]
