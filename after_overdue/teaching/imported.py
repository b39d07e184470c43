"""A question from another tool's file, before it is a step."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

from after_overdue.teaching.own_step import LONGEST_UNIT

BLOCKS = ("p", "br", "div", "li", "ul", "ol", "td", "tr", "h1", "h2", "h3")
UNSEEN = ("script", "style")
PLACE = re.compile(r"\d+")
NAME_LENGTH = 60
UNIT = re.compile(r'<p class="unit">…(.*?)</p>', re.DOTALL)
"""How our own files mark what stands after the number to answer with."""
WHOLE = 100
"""Per cent of the mark."""
HTML, PLAIN = "html", "plain_text"
FORMATS: Mapping[str, str] = MappingProxyType({"html": HTML, "plain": PLAIN})
"""Formats that are one thing; in any other, text and HTML stand side by side."""
TAGS = (
    *("a", "abbr", "audio", "b", "big", "blockquote", "br", "center", "code", "del"),
    *("div", "em", "embed", "figure", "font", "h[1-6]", "hr", "i", "iframe", "img"),
    *("ins", "kbd", "li", "mark", "object", "ol", "p", "pre", "q", "s", "samp"),
    *("script", "section", "small", "span", "strike", "strong", "style", "sub", "sup"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var"),
    *("video", r"\w+:\w+"),
)
_VALUE = r"""\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)"""
NO_TAG = re.compile(
    rf"<(?!!--|/?(?:{'|'.join(TAGS)})(?:{_VALUE})*\s*/?>)", re.IGNORECASE
)
NO_ENTITY = re.compile(r"&(?!#?\w+;)")
SHOWN = re.compile(
    r"@@PLUGINFILE@@|<(?:img|video|audio|iframe|object|embed|svg)\b", re.IGNORECASE
)
"""A picture or the like, which a lesson has not."""


@dataclass(frozen=True)
class Imported:
    """A question as plain values of a step; what has none cannot be asked here.

    Attributes
    ----------
    name : to tell a trainer which one it is
    id : that its file gives it; nothing where it gives none
    loses_part : whether an answer earned a part of the mark, and is wrong here
    """

    name: str
    id: str
    step: dict[str, Any] | None
    loses_part: bool = False


@dataclass(frozen=True)
class Answer:
    """An answer as another tool marks it.

    Attributes
    ----------
    mark : per cent of the whole
    """

    say: str
    mark: float
    because: str = ""


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


def text_of(text: str, form: str = HTML) -> str:
    """Return a text of a form as plain text on one line.

    Examples
    --------
    >>> text_of("<p>1 &lt; 2</p><p>so <b>what</b>?</p><script>x</script>")
    '1 < 2 so what?'
    >>> text_of("a<b and <i>b>c</i>", "moodle")
    'a<b and b>c'
    >>> text_of("<b> &amp;", PLAIN)
    '<b> &amp;'
    """
    if form == PLAIN:
        return " ".join(text.split())
    if form != HTML:
        text = NO_TAG.sub("&lt;", NO_ENTITY.sub("&amp;", text))
    reader = _Text()
    reader.feed(text)
    reader.close()
    return " ".join("".join(reader.parts).split())


def best(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers with the highest mark, where one earns any."""
    most = max((each.mark for each in answers), default=0)
    return [each for each in answers if each.mark == most > 0]


def loses_part(answers: Sequence[Answer], *, one: bool) -> bool:
    """Return whether an answer earns a part where only the best is right."""
    earning = sum(each.mark > 0 for each in answers)
    return one and earning > len(best(answers))


def choice_step(
    ask: str, answers: Sequence[Answer], because: str, *, one: bool
) -> dict[str, Any] | None:
    """Return a question with options; None where each of several is the right one.

    Parameters
    ----------
    one : whether a single answer is chosen, so that only the best is right
    """
    right = best(answers) if one else [each for each in answers if each.mark > 0]
    if one and len(right) > 1:
        return None
    kinds = ("poll", "single")
    kind = kinds[len(right)] if len(right) < len(kinds) else "multiple"
    options = [_option(each, each in right) for each in answers]
    return {"kind": kind, "ask": ask, "options": options, "because": because}


def _option(answer: Answer, right: bool) -> dict[str, Any]:
    option = {"say": answer.say, "right": right}
    return {**option, "because": answer.because} if answer.because else option


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


def asked_number(text: str, form: str = HTML) -> tuple[str, str]:
    """Return what a question for a number asks, and its unit where a file marks one.

    Examples
    --------
    >>> asked_number('<p>How much?</p><p class="unit">…元</p>')
    ('How much?', '元')
    """
    found = UNIT.search(text) if form != PLAIN else None
    unit = text_of(found[1]) if found else ""
    if not found or len(unit) > LONGEST_UNIT:
        return text_of(text, form), ""
    return text_of(text.replace(found[0], ""), form), unit


def number_step(
    asked: tuple[str, str], right: float, within: float, told: Sequence[str]
) -> dict[str, Any]:
    """Return a question for a number near another.

    Parameters
    ----------
    asked : what is asked, and the unit
    told : of the right number, and of any; what is the same is told once
    """
    ask, unit = asked
    because = " ".join(dict.fromkeys(filter(None, told)))
    step = {"kind": "number", "ask": ask, "unit": unit, "because": because}
    return {**step, "right": right, "within": within}


def text_step(ask: str, known: Sequence[str]) -> dict[str, Any]:
    """Return a question for a short text; what is right goes to the notes."""
    notes = {"notes": {"point": " · ".join(known)}} if known else {}
    return {"kind": "text", "ask": ask, **notes}


def named(text: str) -> str:
    """Return a short name."""
    return text if len(text) <= NAME_LENGTH else f"{text[: NAME_LENGTH - 1]}…"
