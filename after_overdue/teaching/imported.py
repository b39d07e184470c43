"""A question from another tool's file, before it is a step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from after_overdue.teaching.own_step import LONGEST_UNIT

BLOCKS = ("p", "br", "div", "li", "ul", "ol", "td", "tr", "h1", "h2", "h3")
UNSEEN = ("script", "style")
PLACE = re.compile(r"\d+")
NAME_LENGTH = 60
UNIT = re.compile(r'<p class="unit">…(.*?)</p>', re.DOTALL)
"""How our own files mark what stands after the number to answer with."""


@dataclass(frozen=True)
class Imported:
    """A question as plain values of a step; what has none cannot be asked here.

    Attributes
    ----------
    name : to tell a trainer which one it is
    id : that its file gives it; nothing where it gives none
    """

    name: str
    id: str
    step: dict[str, Any] | None


class _Text(HTMLParser):
    """What a reader sees of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.hidden += tag in UNSEEN
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN and self.hidden > 0
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def text_of(html: str) -> str:
    """Return HTML as plain text on one line.

    Examples
    --------
    >>> text_of("<p>1 &lt; 2</p><p>so <b>what</b>?</p><script>x</script>")
    '1 < 2 so what?'
    """
    reader = _Text()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


def choice_step(
    ask: str, options: Sequence[dict[str, Any]], because: str
) -> dict[str, Any]:
    """Return a question with options: one right, several, or none."""
    right = sum(bool(each.get("right")) for each in options)
    kind = ("poll", "single")[right] if right < len(("poll", "single")) else "multiple"
    return {"kind": kind, "ask": ask, "options": list(options), "because": because}


def order_step(
    ask: str, pairs: Sequence[tuple[str, str]], because: str
) -> dict[str, Any] | None:
    """Return lines matched with numbered places as an order; None of other pairs."""
    places = [PLACE.findall(place) for _, place in pairs]
    numbers = [int(each[0]) for each in places if len(each) == 1]
    if sorted(numbers) != list(range(1, len(pairs) + 1)):
        return None
    lines = [say for _, (say, _) in sorted(zip(numbers, pairs, strict=True))]
    options = [{"say": each} for each in lines]
    return {"kind": "order", "ask": ask, "options": options, "because": because}


def number_step(
    ask: str, ends: tuple[float, float], reply: str, because: str
) -> dict[str, Any]:
    """Return a question for a number between two ends.

    Parameters
    ----------
    ask : HTML, which may mark a unit
    reply, because : what is told of the right number, and of any
    """
    low, high = ends
    told, found = dict.fromkeys(filter(None, (reply, because))), UNIT.search(ask)
    unit = text_of(found[1]) if found else ""
    if found and len(unit) <= LONGEST_UNIT:
        ask = ask.replace(found[0], "")
    else:
        unit = ""
    return {
        "kind": "number",
        "ask": text_of(ask),
        "right": (low + high) / 2,
        "within": (high - low) / 2,
        "unit": unit,
        "because": " ".join(told),
    }


def text_step(ask: str, known: Sequence[str]) -> dict[str, Any]:
    """Return a question for a short text; what is right goes to the notes."""
    notes = {"notes": {"point": " · ".join(known)}} if known else {}
    return {"kind": "text", "ask": ask, **notes}


def named(text: str) -> str:
    """Return a short name."""
    return text if len(text) <= NAME_LENGTH else f"{text[: NAME_LENGTH - 1]}…"
