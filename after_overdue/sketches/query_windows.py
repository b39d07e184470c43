"""Queries by window: the same report, counted over shorter and longer stretches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from dateutil.relativedelta import relativedelta

from after_overdue.figures.evidence import BY_STATUS
from after_overdue.figures.marks import SILENT, label, line, upright
from after_overdue.figures.theme import Figure, layout
from after_overdue.sketches.arithmetic import queries_in
from after_overdue.sketches.sketch import Sketch, SketchRequest

ROW_HEIGHT, FRAME_HEIGHT = 44, 66
"""Pixels of a window's row, and of what stands around the rows."""
LOW, THICK, DOT = 0.22, 9, 9
"""Where a bar lies in its row; pixels of the bar, and of a query on it."""
BEYOND = 0.06
"""Share of the axis that is older than the longest window."""
TICKS = 4


@dataclass(frozen=True)
class WindowView:
    """One window: its first day, how many queries it counts, and how that is said.

    Attributes
    ----------
    days : from its start to the day on which the report is read
    queries : days from each query in it to that day
    """

    days: int
    queries: Sequence[int]
    said: str


def query_windows(asked: SketchRequest) -> Sketch:
    """Return the sketch of queries counted by window."""
    on = cast("date", asked.value("query_example.on").dated.value)
    seen = cast("list[date]", asked.value("query_example.seen_on").dated.value)
    months = cast("list[int]", asked.value("query_example.windows").dated.value)
    windows = [_window(asked, seen, each, on) for each in sorted(months)]
    kept = asked.value("query_record.kept")
    dash = BY_STATUS[kept.parameter.status].dash
    alt = asked.say("takeaway", day=asked.locale.day(on))
    words = {
        "axis": asked.say("axis"),
        "gone": asked.say("gone"),
        "on": asked.locale.short_month(on),
    }
    longest = max(each.days for each in windows)
    ticks = [
        (on - relativedelta(months=each * max(months) // TICKS))
        for each in range(TICKS, -1, -1)
    ]
    figure = windows_figure(
        windows,
        gone=[(on - day).days for day in seen if (on - day).days >= longest],
        ticks=[(-(on - day).days, asked.locale.short_month(day)) for day in ticks],
        edge={"dash": dash} if dash else {},
        words=words,
        alt=alt,
    )
    last = asked.say("kept", kept=asked.locale.counted(kept.number, "years"))
    return asked.sketch(figure, *(each.said for each in windows), last)


def _window(
    asked: SketchRequest, seen: Sequence[date], months: int, on: date
) -> WindowView:
    since = on - relativedelta(months=months)
    count = queries_in(seen, months=months, on=on)
    span = asked.locale.counted(months, "months")
    said = asked.say("row", span=span, count=asked.locale.number(count))
    inside = [(on - day).days for day in seen if since < day <= on]
    return WindowView((on - since).days, inside, said)


def windows_figure(
    windows: Sequence[WindowView],
    *,
    gone: Sequence[int],
    ticks: Sequence[tuple[int, str]],
    edge: Mapping[str, str],
    words: dict[str, str],
    alt: str,
) -> Figure:
    """Draw each window as a bar that ends today, with the queries it counts on it.

    Parameters
    ----------
    windows : from the shortest, which stands at the top
    gone : days since each query that no window counts
    ticks : day and words
    edge : look of the line at which queries drop out: how well its time is backed
    alt : the takeaway, for screen readers
    """
    longest = windows[-1].days
    rows = range(len(windows) - 1, -1, -1)
    placed = list(zip(windows, rows, strict=True))
    return {
        "data": [
            *(_bar(each, row, words) for each, row in placed),
            *(_dots(f"in_{row}", each.queries, row, words) for each, row in placed),
            _dots("gone", gone, 0, words),
        ],
        "layout": layout(
            alt,
            height=ROW_HEIGHT * len(windows) + FRAME_HEIGHT,
            hovermode=False,
            margin={"l": 20, "r": 40, "t": 8, "b": 48},
            annotations=[
                label(f"row_{row}", each.said, 0, row + 2 * LOW, xanchor="right")
                for each, row in placed
            ],
            shapes=[upright("edge", -longest, color="@quiet", width=1.5, **edge)],
            **_axes(longest, len(windows), ticks, words),
        ),
    }


def _axes(
    longest: int, rows: int, ticks: Sequence[tuple[int, str]], words: dict[str, str]
) -> dict[str, Any]:
    still = {"fixedrange": True, "zeroline": False, "showgrid": False}
    return {
        "xaxis": {
            **still,
            "range": [-longest * (1 + BEYOND), 0],
            "tickvals": [at for at, _ in ticks],
            "ticktext": [said for _, said in ticks],
            "title": {"text": words["axis"], "standoff": 8},
        },
        "yaxis": {**still, "range": [-LOW, rows], "visible": False},
    }


def _bar(view: WindowView, row: int, words: dict[str, str]) -> Figure:
    look = {"color": "@record-soft", "width": THICK}
    ends, height = [-view.days, 0], [row + LOW, row + LOW]
    return line(f"window_{row}", words["axis"], ends, height, line=look, **SILENT)


def _dots(uid: str, days: Sequence[int], row: int, words: dict[str, str]) -> Figure:
    return line(
        uid,
        words["gone"] if uid == "gone" else words["axis"],
        [-each for each in days],
        [row + LOW] * len(days),
        mode="markers",
        cliponaxis=False,
        marker={
            "size": DOT,
            "color": "@paper" if uid == "gone" else "@record",
            "line": {"color": "@record", "width": 1.5},
        },
        **SILENT,
    )
