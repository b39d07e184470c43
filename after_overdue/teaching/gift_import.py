"""GIFT read: the questions of a text file as Moodle and others write it.

Strict and small: what is not understood is handed on by its name, without a step. No
parser of it on PyPI is kept up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from after_overdue.teaching.imported import (
    FORMATS,
    PLAIN,
    SHOWN,
    WHOLE,
    Answer,
    Imported,
    asked_number,
    best,
    choice_step,
    loses_part,
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
AUTO = "moodle"
"""The format of a text that names none."""
ITEM = re.compile(r"([~=])(?:%(-?\d+(?:\.\d*)?)%)?")
TRUE, FALSE = ("T", "TRUE"), ("F", "FALSE")
GAP = "_____"
Item = tuple[str, str | None, str, str]
"""Sign, weight, text and reply of an answer."""
NUMERAL = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d{1,3})?", re.IGNORECASE)


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
    form = FORMATS.get(written[1], written[1]) if written else AUTO
    text = text[written.end() :] if written else text
    head, opened, rest = text.partition("{")
    inside, closed, tail = rest.rpartition("}")
    whole = f"{head}{GAP}{tail}" if tail.strip() else head
    step: dict[str, Any] | None = {"kind": "pause", "heading": _plain(whole, form)}
    if opened or "}" in head:
        step = _step(whole, inside, form, yes, no) if closed else None
    if SHOWN.search(text) or any(each in inside + tail for each in "{}"):
        step = None
    called = _plain(title[1], PLAIN) if title else _plain(head, form)
    return Imported(named(called), name, step, _loses_part(inside, form))


def _shielded(found: re.Match[str]) -> str:
    return " " if found[1] == "n" else chr(SHIELD + ord(found[1]))


def _step(
    asked: str, inside: str, form: str, yes: str, no: str
) -> dict[str, Any] | None:
    ask = _plain(asked, form)
    inside, _, general = inside.partition("####")
    because, body = _plain(general, form), inside.strip()
    if body.startswith("#"):
        return _number(asked, body[1:], form, because)
    first, *replies = body.split("#")
    if first.strip().upper() in TRUE + FALSE:
        right = first.strip().upper() in TRUE
        told = [_plain(each, form) for each in replies]
        return choice_step(ask, _two(right, yes, no, told), because, one=True)
    items = list(_items(body))
    if not items:
        return text_step(ask, []) if not body else None
    if all("->" in say for _, _, say, _ in items):
        pairs = [say.partition("->")[::2] for _, _, say, _ in items]
        lines = [(_plain(a, form), _plain(b, PLAIN)) for a, b in pairs]
        return order_step(ask, lines, because)
    answers = [_answer(each, form) for each in items]
    if all(sign == "=" for sign, *_ in items):
        return text_step(ask, [each.say for each in best(answers)])
    return choice_step(ask, answers, because, one=_is_single(items))


def _two(right: bool, yes: str, no: str, replies: list[str]) -> list[Answer]:
    """Return what is true and what is not; the reply to the wrong one comes first."""
    wrong_reply, right_reply = [*replies, "", ""][:2]
    return [
        Answer(say, WHOLE, right_reply) if each else Answer(say, 0, wrong_reply)
        for say, each in ((yes, right), (no, not right))
    ]


def _items(body: str) -> Iterator[Item]:
    """Yield sign, weight, text and reply of each answer."""
    found = list(ITEM.finditer(body))
    for place, each in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(body)
        say, _, reply = body[each.end() : end].partition("#")
        yield each[1], each[2], say, reply


def _is_single(items: list[Item]) -> bool:
    """Return whether one answer is chosen: one of them has the sign of the right."""
    return any(sign == "=" for sign, *_ in items)


def _answer(item: Item, form: str) -> Answer:
    sign, weight, say, reply = item
    mark = float(weight) if weight else WHOLE if sign == "=" else 0
    return Answer(_plain(say, form), mark, _plain(reply, form))


def _loses_part(inside: str, form: str) -> bool:
    body = inside.partition("####")[0].strip()
    items = list(_items(body))
    is_text = not body.startswith("#") and all(sign == "=" for sign, *_ in items)
    answers = [_answer(each, form) for each in items]
    return not is_text and loses_part(answers, one=_is_single(items))


def _number(asked: str, body: str, form: str, because: str) -> dict[str, Any] | None:
    """Return a question for a number: the one answer with the highest mark."""
    items = list(_items(body)) or [("=", None, *body.partition("#")[::2])]
    right = best([_answer(each, form) for each in items])
    if len(right) != 1:
        return None
    (answer,) = right
    low, _, high = answer.say.partition("..")
    value, _, off = answer.say.partition(":")
    ask, told = asked_number(*_read(asked, form)), (answer.because, because)
    if high and NUMERAL.fullmatch(low) and NUMERAL.fullmatch(high):
        middle = (Decimal(low) + Decimal(high)) / 2
        return number_step(ask, float(middle), float(Decimal(high) - middle), told)
    if NUMERAL.fullmatch(value) and NUMERAL.fullmatch(off or "0"):
        return number_step(ask, float(value), float(off or 0), told)
    return None


def _plain(text: str, form: str) -> str:
    return text_of(*_read(text, form))


def _read(text: str, form: str) -> tuple[str, str]:
    """Return a text of a form, and the form; the text may name another one first."""
    written = FORMAT.match(text)
    if written:
        text = text[written.end() :]
        form = FORMATS.get(written[1], written[1])
    seen = SHIELDED.sub(lambda found: chr(ord(found[0]) - SHIELD), text)
    return seen, form
