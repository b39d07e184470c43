"""Moodle XML read: the questions of a bank, as plain values of steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from after_overdue.errors import ClassError
from after_overdue.teaching.imported import (
    Imported,
    choice_step,
    named,
    number_step,
    order_step,
    text_of,
    text_step,
)

FILE = "@@PLUGINFILE@@"
"""Stands in a text for a picture that the file brings; a lesson has none."""
DECLARED = "<!DOCTYPE"
"""What could name further files or grow without end; Moodle writes none."""


def moodle_questions(text: str, yes: str, no: str) -> Iterator[Imported]:
    """Yield the questions of a bank.

    Parameters
    ----------
    yes, no : what is true and what is not, in the language of the lesson

    Raises
    ------
    ClassError
        Where the file is no XML of this kind.
    """
    try:
        root = None if DECLARED in text else fromstring(text.encode())
    except ParseError:
        root = None
    if root is None or root.tag != "quiz":
        raise ClassError("lesson_unreadable")
    for each in root.iter("question"):
        if each.get("type") != "category":
            ask = _text(each, "questiontext")
            name = " ".join((each.findtext("name/text") or ask).split())
            known = (each.findtext("idnumber") or "").strip()
            step = None if _has_file(each) else _step(each, ask, yes, no)
            yield Imported(named(name), known, step)


def _has_file(question: Element) -> bool:
    return any(FILE in (each.text or "") for each in question.iter("text"))


def _step(question: Element, ask: str, yes: str, no: str) -> dict[str, Any] | None:
    because = _text(question, "generalfeedback")
    kind = question.get("type")
    if kind == "description":
        return {"kind": "pause", "heading": ask}
    if kind == "matching":
        return _order(question, ask, because)
    if kind == "numerical":
        return _number(question, because)
    if kind in ("shortanswer", "essay"):
        whole = [each for each in question.iter("answer") if _mark(each) > 0]
        return text_step(ask, [_said(each) for each in whole])
    if kind == "truefalse":
        told = {"true": yes, "false": no}
        return choice_step(ask, [_option(e, told) for e in _answers(question)], because)
    if kind == "multichoice":
        return choice_step(ask, [_option(e, {}) for e in _answers(question)], because)
    return None


def _answers(question: Element) -> list[Element]:
    return question.findall("answer")


def _option(answer: Element, told: dict[str, str]) -> dict[str, Any]:
    say, because = _said(answer), _text(answer, "feedback")
    option = {"say": told.get(say.lower(), say), "right": _mark(answer) > 0}
    return {**option, "because": because} if because else option


def _order(question: Element, ask: str, because: str) -> dict[str, Any] | None:
    pairs = [
        (_said(each), " ".join((each.findtext("answer/text") or "").split()))
        for each in question.findall("subquestion")
    ]
    return order_step(ask, pairs, because)


def _number(question: Element, because: str) -> dict[str, Any] | None:
    for answer in _answers(question):
        try:
            right = float(_said(answer))
            within = float(answer.findtext("tolerance") or 0)
        except ValueError:
            continue
        if _mark(answer) > 0:
            ends, reply = (right - within, right + within), _text(answer, "feedback")
            ask = question.findtext("questiontext/text") or ""
            return number_step(ask, ends, reply, because)
    return None


def _mark(answer: Element) -> float:
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0


def _said(element: Element) -> str:
    return text_of(element.findtext("text") or "")


def _text(element: Element, name: str) -> str:
    return text_of(element.findtext(f"{name}/text") or "")
