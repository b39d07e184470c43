"""The figure of penalty interest: what each day adds, above the risk classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from after_overdue.figures.marks import (
    MONEY_TICKS,
    label,
    line,
    money_margin,
    upright,
)
from after_overdue.figures.static.elements import breadth
from after_overdue.figures.theme import Figure, layout

HEIGHT = 320
MONEY, STRIP = [0.2, 1], [0, 0.08]
"""Parts of the height: what is added above, the risk classes in a strip below."""
STRIP_PIXELS = 264
"""Width of the strip on a phone; a class that has no room there carries no name."""
STRIP_FONT = 11
HEADROOM = 1.14
PALE = 0.6
"""How much of the picture the days after it is paid lose."""
LEAST_MARGIN = 62
LABEL_ROOM = 0.06
"""Share of the axis that a label below a line needs, not to stand on the days."""
LABEL_GAP = 3
"""Pixels between a line and its label."""
TICK_DAYS = {120: 30, 720: 180}
"""From tick to tick, by the last day in view."""
LOOKS: Mapping[str, dict[str, Any]] = {
    "charges": {"color": "@debt", "width": 3},
    "ceiling": {"color": "@quiet", "width": 1.5},
    "card": {"color": "@debt", "width": 3},
    "card_interest": {"color": "@text", "width": 1.5},
}
AREAS = {"charges": "@bucket-2", "ceiling": "@allowed", "card": "@bucket-2"}
"""What is soft below a line: the yuan added, and those that may be asked for."""


@dataclass(frozen=True)
class PenaltyView:
    """What one case of penalty interest shows; plain numbers and ready words.

    Attributes
    ----------
    lines : yuan added by the end of each day from 0 on, by uid; two of `LOOKS`
    bands : name, first and last day of each risk class; the worst has no last day
    paid : day
        The day that the main slider stands at.
    """

    lines: Mapping[str, Sequence[float]]
    bands: Sequence[tuple[str, int, int | None]]
    paid: int

    @property
    def last_day(self) -> int:
        """The last day of the axis."""
        return len(next(iter(self.lines.values()))) - 1

    @property
    def money_range(self) -> list[float]:
        """Ends of the money axis, which starts at nought and stands still."""
        most = max(yuan[-1] for yuan in self.lines.values())
        return [0, HEADROOM * most if most else 1]

    @property
    def left_margin(self) -> int:
        """Pixels left of the axis, enough for its longest tick."""
        return money_margin(LEAST_MARGIN, self.money_range[1])


def penalty_figure(view: PenaltyView, *, words: Mapping[str, str], alt: str) -> Figure:
    """Draw what the days add, what may be asked for, and the classes below.

    Parameters
    ----------
    view : the case
    words : labels of axes, lines and classes
    alt : the takeaway, for screen readers
    """
    still = {"zeroline": False, "fixedrange": True, "gridcolor": "@grid"}
    return {
        "data": _lines(view, words),
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="x unified",
            margin={"l": view.left_margin, "r": 34, "t": 14, "b": 10},
            annotations=[
                line_label(view, words),
                _here(view),
                _added_label(view, words),
                *_strip_labels(view, words),
            ],
            shapes=[
                _later(view),
                upright("paid", view.paid, color="@text", width=1),
                *_strip(view),
            ],
            xaxis={
                **still,
                "showgrid": False,
                "range": [0, view.last_day],
                **_ticks(view, words),
                "unifiedhovertitle": {"text": words["hover_day"]},
            },
            yaxis={
                **still,
                "domain": MONEY,
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
            **({"fill": "tozeroy", "fillcolor": AREAS[uid]} if uid in AREAS else {}),
            hovertemplate=words["hover_yuan"],
        )
        for uid, yuan in view.lines.items()
    ]


def _later(view: PenaltyView) -> Figure:
    """Return what pales the days after it is paid."""
    return {
        "type": "rect",
        "name": "later",
        "yref": "paper",
        "x0": view.paid,
        "x1": view.last_day,
        "y0": MONEY[0],
        "y1": MONEY[1],
        "line": {"width": 0},
        "fillcolor": "@paper",
        "opacity": PALE,
    }


def _here(view: PenaltyView) -> Figure:
    """Return the mark of the day it is paid, on what is added."""
    yuan = next(iter(view.lines.values()))[view.paid]
    middle = {"xanchor": "center", "yanchor": "middle", "font": {"size": 22}}
    return label("here", "●", view.paid, yuan, **middle)


def _added_label(view: PenaltyView, words: Mapping[str, str]) -> Figure:
    """Say beside the marker how much it is, on the side that has room."""
    yuan = next(iter(view.lines.values()))[view.paid]
    on_the_left = view.paid > view.last_day / 2
    look = {"font": {"size": 18, "color": "@debt"}, "bgcolor": "@paper"}
    return label("added", words["label_paid"], view.paid, yuan, **look) | {
        "xanchor": "right" if on_the_left else "left",
        "xshift": -10 if on_the_left else 10,
        "yshift": 6,
    }


def line_label(view: PenaltyView, words: Mapping[str, str]) -> Figure:
    """Name the second line at its end: above it, or below where it is the lower one."""
    (_, first), (uid, second) = view.lines.items()
    room = LABEL_ROOM * view.money_range[1]
    below = first[-1] > second[-1] > room
    text, ink = words[f"label_{uid}"], {"color": LOOKS[uid]["color"]}
    return label(uid, text, view.last_day, second[-1], font=ink) | {
        "xanchor": "right",
        "yanchor": "top" if below else "bottom",
        "xshift": -4,
        "yshift": -LABEL_GAP if below else LABEL_GAP,
    }


def _ticks(view: PenaltyView, words: Mapping[str, str]) -> dict[str, Any]:
    """Return days in words at whole steps, from the due date on."""
    days = list(range(0, view.last_day + 1, TICK_DAYS[view.last_day]))
    labels = [words["tick_day"].format(day=day) for day in days[1:]]
    return {"tickvals": days, "ticktext": [words["tick_due"], *labels]}


def _spans(view: PenaltyView) -> list[tuple[str, float, float]]:
    """Return each class in view, from the end of the one before to its own."""
    last = view.last_day
    ends = [
        (name, max(first - 1, 0), last if end is None else min(end, last))
        for name, first, end in view.bands
    ]
    return [(name, start, end) for name, start, end in ends if start < end]


def _strip(view: PenaltyView) -> list[Figure]:
    """Return a frame for each class in view."""
    return [
        {
            "type": "rect",
            "name": name,
            "yref": "paper",
            "x0": start,
            "x1": end,
            "y0": STRIP[0],
            "y1": STRIP[1],
            "layer": "below",
            "line": {"width": 1, "color": "@quiet"},
            "fillcolor": "@cell",
        }
        for name, start, end in _spans(view)
    ]


def _strip_labels(view: PenaltyView, words: Mapping[str, str]) -> list[Figure]:
    """Name the strip, and each class that has room for its name on a phone."""
    middle: dict[str, Any] = {"yref": "paper", "yanchor": "middle"}
    small = {"font": {"size": STRIP_FONT, "color": "@text"}}
    named = label("classes", words["strip"], 0, sum(STRIP) / 2, xref="paper")
    return [
        named | middle | {"xanchor": "right", "xshift": -6, **small},
        *(
            label(name, words[f"class_{name}"], (start + end) / 2, sum(STRIP) / 2)
            | middle
            | {"xanchor": "center", **small}
            | {"visible": _has_room(view, words[f"class_{name}"], end - start)}
            for name, start, end in _spans(view)
        ),
    ]


def _has_room(view: PenaltyView, name: str, days: float) -> bool:
    return breadth(name, STRIP_FONT) < STRIP_PIXELS * days / view.last_day
