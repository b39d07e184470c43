"""Moodle XML read: the questions of a bank, as plain values of steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from after_overdue.errors import ClassError
from after_overdue.teaching.imported import (
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

MANY = ("false", "0", "")
"""What ``single`` says where several answers may be chosen."""
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
        root = None if DECLARED in text else fromstring(text)
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
            yield Imported(named(name), known, step, _loses_part(each))


def _has_file(question: Element) -> bool:
    """Return whether a text shows a picture, which a lesson has not."""
    parts = (each for each in question.iter() if each.tag != "name")
    texts = (each.findtext("text") for each in parts if each.get("format") != PLAIN)
    return any(SHOWN.search(each or "") for each in texts)


def _loses_part(question: Element) -> bool:
    kind = question.get("type")
    one = kind == "numerical" or (kind == "multichoice" and _is_single(question))
    return loses_part(_answers(question), one=one)


def _is_single(question: Element) -> bool:
    """Return whether one answer is chosen; where nothing says it, by the marks."""
    said = question.findtext("single")
    if said is not None:
        return said.strip().lower() not in MANY
    return any(each.mark >= WHOLE for each in _answers(question))


def _step(question: Element, ask: str, yes: str, no: str) -> dict[str, Any] | None:
    because = _text(question, "generalfeedback")
    kind = question.get("type")
    if kind == "description":
        return {"kind": "pause", "heading": ask}
    if kind == "matching":
        return _order(question, ask, because)
    if kind == "numerical":
        return _number(question, because)
    answers = _answers(question)
    if kind in ("shortanswer", "essay"):
        return text_step(ask, [each.say for each in best(answers)])
    if kind == "truefalse":
        told = {"true": yes, "false": no}
        answers = [replace(e, say=told.get(e.say.lower(), e.say)) for e in answers]
        return choice_step(ask, answers, because, one=True)
    if kind == "multichoice":
        return choice_step(ask, answers, because, one=_is_single(question))
    return None


def _answers(question: Element) -> list[Answer]:
    return [
        Answer(_said(each), _mark(each), _text(each, "feedback"))
        for each in question.findall("answer")
    ]


def _order(question: Element, ask: str, because: str) -> dict[str, Any] | None:
    pairs = [
        (_said(each), " ".join((each.findtext("answer/text") or "").split()))
        for each in question.findall("subquestion")
    ]
    return order_step(ask, pairs, because)


def _number(question: Element, because: str) -> dict[str, Any] | None:
    most = max((each.mark for each in _answers(question)), default=0)
    found = [e for e in question.findall("answer") if _mark(e) == most > 0]
    if len(found) != 1:
        return None
    (answer,) = found
    try:
        value = float(_said(answer))
        within = float(answer.findtext("tolerance") or 0)
        unit = _unit(question)
    except ValueError:
        return None
    ask, marked = asked_number(*_written(question.find("questiontext")))
    told = (_text(answer, "feedback"), because)
    return number_step((ask, marked or unit), value, within, told)


def _unit(question: Element) -> str:
    """Return the unit that the answer is in; nothing where none is named."""
    for each in question.iter("unit"):
        if float(each.findtext("multiplier") or 1) == 1:
            return " ".join((each.findtext("unit_name") or "").split())
    return ""


def _mark(answer: Element) -> float:
    try:
        mark = float(answer.get("fraction", "0"))
    except ValueError:
        return 0
    return mark if isfinite(mark) else 0


def _said(element: Element) -> str:
    return text_of(*_written(element))


def _text(element: Element, name: str) -> str:
    return text_of(*_written(element.find(name)))


def _written(element: Element | None) -> tuple[str, str]:
    """Return a text and its form."""
    if element is None:
        return "", PLAIN
    return element.findtext("text") or "", element.get("format", "").strip()
