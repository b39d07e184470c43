"""Option bars: how a room answered a quiz question, one bar for each option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from after_overdue.figures.marks import label, letters
from after_overdue.figures.theme import Figure, layout

ROW, LINE, FOOT = 46, 22, 24
"""Pixels of a bar with its gap, of a line of text above it, and below the last bar."""
NARROW, WIDE = 56, 27
"""Characters in a line: Latin ones, and Chinese ones, which are twice as wide."""
BAR = 22
PLENTY = 1.32


@dataclass(frozen=True)
class OptionBar:
    """One option: what it says, how many of the room it counts, and how that is said.

    Attributes
    ----------
    share : of those who answered, decimal
    said : count and share in words
    """

    text: str
    share: float
    said: str
    right: bool


def option_bars_figure(
    bars: Sequence[OptionBar], *, words: Mapping[str, str], alt: str
) -> Figure:
    """Draw each option above its bar; right ones are ticked and in full colour.

    Parameters
    ----------
    bars : from the top down
    words : `guesses` names the bars
    alt : the takeaway, for screen readers
    """
    texts = [_lines(f"✓ {each.text}" if each.right else each.text) for each in bars]
    tops, height = [], 0
    for lines in texts:
        tops.append(height)
        height += LINE * len(lines) + ROW
    middles = [
        top + LINE * len(lines) + BAR / 2 + 2
        for top, lines in zip(tops, texts, strict=True)
    ]
    return {
        "data": [_bars(bars, middles, words)],
        "layout": layout(
            alt,
            meta={"alt": alt, "grows": True},
            height=height + FOOT,
            hovermode=False,
            margin={"l": 8, "r": 8, "t": 4, "b": 4},
            annotations=[
                *_texts(bars, texts, tops),
                *_counts(bars, middles),
            ],
            shapes=[],
            xaxis={"range": [0, PLENTY], "visible": False, "fixedrange": True},
            yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
        ),
    }


def _lines(text: str) -> list[str]:
    """Return a text in lines that fit a phone.

    Examples
    --------
    >>> _lines("The extra interest runs from the first day, call or no call.")
    ['The extra interest runs from the first day, call or no', 'call.']
    """
    if text.isascii() or not any("\u4e00" <= each <= "\u9fff" for each in text):
        return wrap(text, NARROW)
    return [text[at : at + WIDE] for at in range(0, len(text), WIDE)]


def _bars(
    bars: Sequence[OptionBar], middles: Sequence[float], words: Mapping[str, str]
) -> Figure:
    return {
        "type": "bar",
        "uid": "guesses",
        "name": words["guesses"],
        "orientation": "h",
        "x": [each.share for each in bars],
        "y": middles,
        "width": [BAR] * len(bars),
        "marker": {
            "color": ["@guess" if each.right else "@guess-soft" for each in bars]
        },
        "hoverinfo": "skip",
    }


def _texts(
    bars: Sequence[OptionBar], texts: Sequence[Sequence[str]], tops: Sequence[float]
) -> list[Figure]:
    return [
        label(
            f"option_{place}",
            "<br>".join(map(letters, lines)),
            0,
            top,
            align="left",
        )
        | {"yanchor": "top", "font": {"color": "@text"}}
        for place, (_, lines, top) in enumerate(zip(bars, texts, tops, strict=True))
    ]


def _counts(bars: Sequence[OptionBar], middles: Sequence[float]) -> list[Figure]:
    return [
        label(f"count_{place}", each.said, each.share, middle, xshift=6)
        | {"yanchor": "middle"}
        for place, (each, middle) in enumerate(zip(bars, middles, strict=True))
    ]
