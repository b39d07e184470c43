"""The figure of the credit record: one cell a month, one row a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from after_overdue.figures.marks import SILENT, label, line
from after_overdue.figures.theme import Figure, layout

MONTHS = 12
CELL, GAP = 0.9, 0.05
ROW_PIXELS = 27
KEY_ROWS = 2.1
"""Rows below the last year: room for a label, then the two lines of the key."""
BLANK, OK, HIDDEN, KEPT, OLDER, WITHIN = range(6)
"""How a cell is coloured; WITHIN + k is late with code k."""
NO_FILL = "rgba(0, 0, 0, 0)"
THICK, THIN = 2, 0
"""Width of a cell's border."""


@dataclass(frozen=True)
class Cells:
    """What the cells show in one reading; one value a month of the calendar.

    Attributes
    ----------
    codes : text
    levels : from BLANK to WITHIN + the worst code
    borders : pixels; for what is hidden or kept outside the grid
    """

    codes: Sequence[str]
    levels: Sequence[int]
    borders: Sequence[int]


@dataclass(frozen=True)
class Deletion:
    """Where the calendar says on which day the mark is deleted.

    Attributes
    ----------
    column, row : of the label; rows are counted from the top
    visible : False where there is no day, or it has passed, or lies off the calendar
    """

    text: str
    column: int
    row: float
    visible: bool


@dataclass(frozen=True)
class Calendar:
    """The months of the figure, which stay where they are while the reading moves.

    Attributes
    ----------
    first : month, counted from the chosen day's month
        The first month of the calendar.
    column : of the first month, 0 for January
    months : their names, first to last
    years : one a row
    """

    first: int
    column: int
    months: Sequence[str]
    years: Sequence[int]

    @cached_property
    def places(self) -> list[int]:
        """Every month of the calendar, counted from the chosen day's month."""
        return list(range(self.first, self.first + len(self.months)))

    @cached_property
    def rows(self) -> list[int]:
        """The row of every month."""
        return [self.row(place) for place in self.places]

    @cached_property
    def offsets(self) -> list[float]:
        """How far each row is shifted, so that its months stand in its columns."""
        rows = range(len(self.years))
        return [-self.start(row) - CELL / 2 for row in rows]

    def row(self, place: int) -> int:
        """Return the row a month stands in."""
        return (place - self.first + self.column) // MONTHS

    def column_of(self, place: int) -> int:
        """Return the column a month stands in."""
        return (place - self.first + self.column) % MONTHS

    def start(self, row: int) -> int:
        """Return the place of the January of a row, inside the calendar or before."""
        return self.first - self.column + MONTHS * row


def record_figure(
    calendar: Calendar,
    cells: Cells,
    deletion: Deletion,
    *,
    chosen: int,
    worst: int,
    words: Mapping[str, str],
    alt: str,
) -> Figure:
    """Draw the codes of one reading into the calendar.

    A bar stands at its month's place and is shifted into its row's columns, so that a
    click tells the month and not the column.

    Parameters
    ----------
    calendar, cells, deletion : what is shown
    chosen : month with a frame around it
    worst : the highest code
    words : labels
    alt : the takeaway, for screen readers
    """
    rows = len(calendar.years)
    return {
        "data": [
            _months(calendar, cells, worst, words),
            *_row_lines(calendar),
            _frame(calendar, chosen),
        ],
        "layout": layout(
            alt,
            height=round(ROW_PIXELS * (rows + KEY_ROWS) + 36),
            hovermode="closest",
            barmode="overlay",
            margin={"l": 44, "r": 4, "t": 28, "b": 8},
            annotations=[_deletion_label(deletion), _key(rows, words)],
            shapes=[_no_upright()],
            **_axes(calendar.years),
        ),
    }


def _axes(years: Sequence[int]) -> dict[str, Any]:
    """Return the months across the top and the years down the side."""
    rows = len(years)
    still = {"zeroline": False, "fixedrange": True, "showgrid": False}
    across = {
        "side": "top",
        "range": [-0.5, MONTHS - 0.5],
        "tickvals": list(range(MONTHS)),
        "ticktext": [str(month + 1) for month in range(MONTHS)],
    }
    down = {
        "range": [rows + KEY_ROWS, 0],
        "tickvals": [row + 0.5 for row in range(rows)],
        "ticktext": [str(year) for year in years],
    }
    return {"xaxis": {**still, **across}, "yaxis": {**still, **down}}


def _months(
    calendar: Calendar, cells: Cells, worst: int, words: Mapping[str, str]
) -> Figure:
    places = calendar.places
    return {
        **_bars("months", places, calendar.rows),
        "y": [CELL] * len(places),
        "offset": [calendar.offsets[row] for row in calendar.rows],
        "text": cells.codes,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textangle": 0,
        "insidetextfont": {"color": "@text", "size": 13},
        "customdata": calendar.months,
        "hovertemplate": f"{words['hover_month']}<extra></extra>",
        "marker": {
            "color": cells.levels,
            "cmin": BLANK,
            "cmax": WITHIN + worst,
            "colorscale": _colours(worst),
            "line": {"width": cells.borders, "color": "@record"},
        },
    }


def _colours(worst: int) -> list[list[Any]]:
    """Return the colour of every level, deeper with each code."""
    most = WITHIN + worst
    named = ["@cell", NO_FILL, "@record-soft", "@record-faint", "@cell", "@record-soft"]
    return [
        *([level / most, colour] for level, colour in enumerate(named)),
        [1, "@record-deep"],
    ]


def _bars(uid: str, places: Sequence[int], rows: Sequence[int]) -> Figure:
    base = [row + GAP for row in rows]
    return {"type": "bar", "uid": uid, "x": places, "base": base, "width": CELL}


def _row_lines(calendar: Calendar) -> list[Figure]:
    """Return for each row a line that is drawn nowhere: the frame reads it."""
    return [
        line(
            f"row_{row}",
            "",
            [],
            [CELL if each == row else None for each in calendar.rows],  # type: ignore[misc]  # None is a gap
            **SILENT,
        )
        for row in range(len(calendar.years))
    ]


def _frame(calendar: Calendar, chosen: int) -> Figure:
    """Return a frame for each row, of which only the chosen month's is drawn."""
    rows = range(len(calendar.years))
    drawn = [CELL if calendar.row(chosen) == row else None for row in rows]
    return {
        **_bars("chosen", [chosen] * len(rows), list(rows)),
        "y": drawn,
        "offset": calendar.offsets,
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {"width": THICK + 1, "color": "@text"},
        },
        **SILENT,
    }


def _no_upright() -> Figure:
    """Return the chosen month's upright, which a calendar does not show."""
    at = {"yref": "paper", "y0": 0, "y1": 0, "x0": 0, "x1": 0}
    return {"type": "line", "name": "chosen", "line": {"width": 0}, **at}


def _deletion_label(deletion: Deletion) -> Figure:
    """Return the words that stand below the month of the deletion."""
    on_the_left = deletion.column < MONTHS / 2
    return label(
        "deletion",
        deletion.text,
        deletion.column + (-CELL / 2 if on_the_left else CELL / 2),
        deletion.row,
        xanchor="left" if on_the_left else "right",
        yanchor="middle",
        font={"color": "@record"},
        visible=deletion.visible,
    )


def _key(rows: int, words: Mapping[str, str]) -> Figure:
    """Return below the years what the cells say."""
    at = {"yanchor": "bottom", "y": rows + KEY_ROWS}
    return label("key", words["key"], -0.5, 0, font={"color": "@quiet"}) | at
