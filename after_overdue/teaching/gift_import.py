"""GIFT read: the questions of a text file as Moodle and others write it.

Strict and small: what is not understood is handed on by its name, without a step. No
parser of it on PyPI is kept up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from after_overdue.teaching.imported import (
    Imported,
    choice_step,
    named,
    number_step,
    order_step,
    text_of,
    text_step,
)

SHIELD = 0xE000
"""From here on stand the letters that a backslash makes plain, while a file is read."""
ESCAPED = re.compile(r"\\([~=#{}:\\n])")
SHIELDED = re.compile(f"[{chr(SHIELD)}-{chr(SHIELD + 0x7F)}]")
ID = re.compile(r"\[id:([^\]]+)\]")
TITLE = re.compile(r"::(.*?)::", re.DOTALL)
FORMAT = re.compile(r"\s*\[(html|plain|markdown|moodle)\]")
ITEM = re.compile(r"([~=])(?:%(-?[\d.]+)%)?")
TRUE, FALSE = ("T", "TRUE"), ("F", "FALSE")
GAP = "_____"
WHOLE = 100
NUMERAL = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)


def gift_questions(text: str, yes: str, no: str) -> Iterator[Imported]:
    """Yield the questions of a file.

    Parameters
    ----------
    yes, no : what is true and what is not, in the language of the lesson
    """
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        lines = [each.strip() for each in block.splitlines()]
        known = ID.search("\n".join(each for each in lines if each.startswith("//")))
        asked = "\n".join(
            each for each in lines if not each.startswith(("//", "$CATEGORY"))
        ).strip()
        if asked:
            yield _question(asked, known[1] if known else "", yes, no)


def _question(block: str, name: str, yes: str, no: str) -> Imported:
    text = ESCAPED.sub(_shielded, block)
    title = TITLE.match(text)
    text = text[title.end() :] if title else text
    written = FORMAT.match(text)
    is_html = written is not None and written[1] == "html"
    text = text[written.end() :] if written else text
    head, opened, rest = text.partition("{")
    inside, closed, tail = rest.rpartition("}")
    whole = f"{head}{GAP}{tail}" if tail.strip() else head
    step: dict[str, Any] | None = {"kind": "pause", "heading": _plain(whole, is_html)}
    if opened or closed:
        step = _step(whole, inside, is_html, yes, no) if opened and closed else None
    called = _plain(title[1], False) if title else _plain(head, is_html)
    return Imported(named(called), name, step)


def _shielded(found: re.Match[str]) -> str:
    return " " if found[1] == "n" else chr(SHIELD + ord(found[1]))


def _step(
    asked: str, inside: str, is_html: bool, yes: str, no: str
) -> dict[str, Any] | None:
    ask = _plain(asked, is_html)
    inside, _, general = inside.partition("####")
    because, body = _plain(general, is_html), inside.strip()
    if body.startswith("#"):
        return _number(_html(asked, is_html), body[1:], because)
    first, *replies = body.split("#")
    if first.strip().upper() in TRUE + FALSE:
        right = first.strip().upper() in TRUE
        options = [{"say": yes, "right": right}, {"say": no, "right": not right}]
        reply = _plain(" ".join(replies), is_html)
        return choice_step(ask, options, " ".join(filter(None, (reply, because))))
    items = list(_items(body))
    if not items:
        return text_step(ask, []) if not body else None
    if all("->" in say for _, _, say, _ in items):
        pairs = [say.partition("->")[::2] for _, _, say, _ in items]
        told = [(_plain(a, is_html), _plain(b, is_html)) for a, b in pairs]
        return order_step(ask, told, because)
    if all(sign == "=" for sign, *_ in items):
        return text_step(ask, [_plain(say, is_html) for _, _, say, _ in items])
    return choice_step(ask, [_option(each, is_html) for each in items], because)


def _items(body: str) -> Iterator[tuple[str, str | None, str, str]]:
    """Yield sign, weight, text and reply of each answer."""
    found = list(ITEM.finditer(body))
    for place, each in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(body)
        say, _, reply = body[each.end() : end].partition("#")
        yield each[1], each[2], say, reply


def _option(item: tuple[str, str | None, str, str], is_html: bool) -> dict[str, Any]:
    sign, weight, say, reply = item
    right = float(weight) > 0 if weight else sign == "="
    told = {"because": _plain(reply, is_html)} if reply.strip() else {}
    return {"say": _plain(say, is_html), "right": right, **told}


def _number(ask: str, body: str, because: str) -> dict[str, Any] | None:
    """Return a question for a number: the first answer with the whole mark."""
    items = list(_items(body)) or [("=", None, *body.partition("#")[::2])]
    for sign, weight, say, reply in items:
        if sign != "=" or (weight and float(weight) < WHOLE):
            continue
        low, _, high = say.strip().partition("..")
        value, _, off = say.strip().partition(":")
        told = _plain(reply, True)
        if high and NUMERAL.fullmatch(low) and NUMERAL.fullmatch(high):
            return number_step(ask, (float(low), float(high)), told, because)
        if NUMERAL.fullmatch(value) and NUMERAL.fullmatch(off or "0"):
            near, within = float(value), float(off or 0)
            ends = near - within, near + within
            return number_step(ask, ends, told, because)
    return None


def _plain(text: str, is_html: bool) -> str:
    return text_of(_html(text, is_html))


def _html(text: str, is_html: bool) -> str:
    seen = SHIELDED.sub(lambda found: chr(ord(found[0]) - SHIELD), text)
    return seen if is_html else escape(seen)
