"""The figure of limitation: three clocks, one above the other, from the due day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from after_overdue.figures.marks import SILENT, label, line, upright
from after_overdue.figures.theme import Figure, layout

HEIGHT = 280
DAYS_PER_YEAR = 365.2425
"""Mean year of the calendar: only the place on the axis depends on it."""
ROWS: Mapping[str, float] = {"sue": 3, "enforce": 2, "mark": 1}
FOOT, TOP = 0.5, 3.75
BEYOND = 0.4
"""Years of the axis beyond what is shown."""
COLOURS: Mapping[str, str] = {
    "sue": "@debt",
    "enforce": "@quiet",
    "mark": "@record",
}


def years_between(start: date, end: date) -> float:
    """Return the years from one day to another, as the axis counts them.

    Examples
    --------
    >>> years_between(date(2021, 5, 20), date(2024, 5, 20))
    3.0007
    """
    return round((end - start).days / DAYS_PER_YEAR, 4)


@dataclass(frozen=True)
class ClockView:
    """One clock: where it runs, in years from the due day.

    Attributes
    ----------
    starts, ends : years; both None where it has not begun, `ends` where no end is known
    """

    starts: float | None
    ends: float | None


@dataclass(frozen=True)
class LimitationView:
    """What one old debt shows; years are counted from the due day.

    Attributes
    ----------
    clocks : by row
    restarting, idle : years at which events lie that start the time again, or do not
    restarting_texts, idle_texts : what each of them is, in words
    looked_at : years
    reach : years, the end of the slider
    """

    clocks: Mapping[str, ClockView]
    restarting: Sequence[float]
    restarting_texts: Sequence[str]
    idle: Sequence[float]
    idle_texts: Sequence[str]
    looked_at: float
    reach: float

    @property
    def span(self) -> list[float]:
        """Ends of the axis: all clocks, all events, the whole way of the slider."""
        ends = [each.ends for each in self.clocks.values() if each.ends]
        events = [*self.restarting, *self.idle]
        return [
            min([-BEYOND, *(each - BEYOND for each in events)]),
            max([self.reach, *ends, *events]) + BEYOND,
        ]


def limitation_figure(
    view: LimitationView, *, words: Mapping[str, str], alt: str
) -> Figure:
    """Draw each clock as a bar from where it starts to where it ends.

    Parameters
    ----------
    view : the case
    words : labels; `sue`, `enforce` and `mark` are filled in
    alt : the takeaway, for screen readers
    """
    return {
        "data": [
            *(_clock(name, view, words) for name in ROWS),
            _events("restarting", view.restarting, view.restarting_texts, words),
            _events("idle", view.idle, view.idle_texts, words),
        ],
        "layout": layout(
            alt,
            height=HEIGHT,
            hovermode="closest",
            margin={"l": 16, "r": 16, "t": 14, "b": 56},
            annotations=[_label(name, words) for name in ROWS],
            shapes=[upright("looked_at", view.looked_at, color="@text", width=2)],
            **_axes(view, words),
        ),
    }


def _axes(view: LimitationView, words: Mapping[str, str]) -> dict[str, Any]:
    still = {"fixedrange": True, "gridcolor": "@grid", "zeroline": False}
    return {
        "xaxis": {
            **still,
            "range": view.span,
            "nticks": 8,
            "title": {"text": words["axis_years"], "standoff": 8},
        },
        "yaxis": {**still, "range": [FOOT, TOP], "visible": False},
    }


def _clock(name: str, view: LimitationView, words: Mapping[str, str]) -> Figure:
    """Return a bar: solid to an end the law gives, dashed where no end is known."""
    clock, row = view.clocks[name], ROWS[name]
    start = clock.starts or 0.0
    end = view.span[1] if clock.ends is None else clock.ends
    look: dict[str, Any] = {"color": COLOURS[name], "width": 9}
    if clock.ends is None:
        look |= {"width": 3, "dash": "dash"}
    drawn = line(name, words[f"{name}_name"], [start, end], [row, row], line=look)
    return {**drawn, **SILENT, "visible": clock.starts is not None}


def _events(
    uid: str, years: Sequence[float], texts: Sequence[str], words: Mapping[str, str]
) -> Figure:
    restarts = uid == "restarting"
    marker = {
        "size": 13 if restarts else 10,
        "symbol": "diamond" if restarts else "circle",
        "color": "@text" if restarts else "@quiet",
        "line": {"color": "@paper", "width": 2},
    }
    places = line(uid, words[f"{uid}_name"], list(years), [ROWS["sue"]] * len(years))
    return {
        **places,
        "mode": "markers",
        "marker": marker,
        "text": list(texts),
        "hovertemplate": "%{text}<extra></extra>",
    }


def _label(name: str, words: Mapping[str, str]) -> Figure:
    text = label(name, words[name], 0.01, ROWS[name], xref="paper")
    return (
        text
        | {"yshift": 12, "align": "left", "font": {"color": COLOURS[name]}}
        | {"bgcolor": "@paper"}
    )
