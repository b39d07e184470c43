"""The number line: where there is no curve, what a room guessed is all there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from after_overdue.figures.guesses import Guesses, guesses_figure
from after_overdue.figures.marks import letters
from after_overdue.figures.theme import Figure, layout

HEIGHT = 260
FOOT = 0.02
"""Share of the height that the line itself takes."""


def number_line_figure(
    guesses: Guesses, *, words: Mapping[str, str], alt: str, unit: str
) -> Figure:
    """Draw the guesses above a line of numbers.

    Parameters
    ----------
    guesses : along x
    words : as of `guesses_figure`
    alt : the takeaway, for screen readers
    unit : named below the line
    """
    marked = [each.at for each in (guesses.median, guesses.truth) if each]
    shown = [*guesses.values, *marked]
    low, high = min(0, *shown, 0), max(*shown, 1)
    line = {
        "data": [],
        "layout": layout(
            alt,
            height=HEIGHT,
            annotations=[],
            shapes=[],
            xaxis={
                "range": [low, 1.1 * high],
                "fixedrange": True,
                "zeroline": False,
                "gridcolor": "@grid",
                "title": {"text": letters(unit), "standoff": 8},
            },
            yaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        ),
    }
    return guesses_figure(line, replace(guesses, chart=FOOT), words=words, alt=alt)
