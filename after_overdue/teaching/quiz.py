"""Marking a quiz: what is right, and the reply to what was answered.

An answer is a JSON value: ``{"options": ["a", "b"]}`` for the kinds single and
multiple, ``{"number": 12.5}``, or ``{"order": ["b", "a"]}``. A share is answered in
per cent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from after_overdue.catalog.check_stories import check_items
from after_overdue.catalog.interface import words
from after_overdue.catalog.questions import Figure
from after_overdue.catalog.quizzes import Number, Option, QuizItem, quizzes
from after_overdue.errors import ClassError, TrainingError
from after_overdue.sharing.figure_settings import figure_summary, result_at
from after_overdue.teaching.quiz_text import QuizText, quiz_text

GREATEST = 1e12
LONGEST_SHOWN = 60
ROUNDING = 1e-9
PER_CENT = 100


@dataclass(frozen=True)
class QuizReply:
    """The reply to one part of an answer.

    Attributes
    ----------
    part : the id of an option; ``right``, ``low`` or ``high`` for a number
    say : what the option says; empty for a number
    right : whether this part was answered rightly
    see : the page at the settings that show it
    """

    part: str
    say: str
    because: str
    right: bool
    see: Figure | None


@dataclass(frozen=True)
class Marked:
    """An answer that was marked."""

    right: bool
    replies: tuple[QuizReply, ...]
    text: QuizText

    @property
    def see(self) -> tuple[Figure, ...]:
        """Where what was answered wrongly is disproved."""
        return tuple(
            each.see for each in self.replies if each.see is not None and not each.right
        )


def marked(item: QuizItem, response: object, today: date) -> Marked:
    """Return `response` marked, with the reply to everything that was answered.

    Raises
    ------
    TrainingError
        Where the response is no answer to this item; it says what would be one.
    """
    answer, text = _answer(item, response), quiz_text(item, today)
    if isinstance(answer, float):
        reply = _number_reply(item, answer, text, today)
        return Marked(reply.right, (reply,), text)
    replies = tuple(_replies(item, answer, text))
    return Marked(all(each.right for each in replies), replies, text)


def is_right(item: QuizItem, response: object, today: date) -> bool:
    """Return whether `response` is right, without its replies; raise as `marked`."""
    answer = _answer(item, response)
    if isinstance(answer, float):
        return _off(item, answer, today) == "right"
    return (
        answer == item.right if item.kind == "order" else set(answer) == {*item.right}
    )


def question_of(name: str, language: str) -> QuizItem:
    """Return a question of the quiz, or a story of a check.

    Raises
    ------
    ClassError
        ``no_question`` where the quiz has no such question (any more).
    """
    found = quizzes(language).get(name) or check_items(language).get(name)
    if found is None:
        raise ClassError("no_question", given=name)
    return found


def kept(item: QuizItem, response: Mapping[str, Any]) -> dict[str, Any]:
    """Return of an answer what the item asks for, each option once.

    What else was sent is nobody's answer, and an option given twice is one voice.
    """
    key = _key(item)
    value = response[key]
    return {key: list(dict.fromkeys(value)) if key == "options" else value}


def shown(item: QuizItem) -> tuple[Option, ...]:
    """Return the options as they are shown: an order is shuffled, always alike."""
    options = tuple(item.options)
    if item.kind != "order":
        return options
    mixed = sorted(options, key=lambda each: _digest(f"{item.id}/{each.id}"))
    return tuple(mixed) if tuple(mixed) != options else (*options[1:], options[0])


def truth(item: QuizItem, today: date) -> float:
    """Return the right answer of a number item, which the model gives.

    Returns
    -------
    float
        In the item's unit; a share in per cent.
    """
    number = _number(item)
    found: Any = result_at(
        figure_summary(number.page, number.address, today), number.result
    )
    return float(found) * (PER_CENT if number.unit.startswith("share") else 1)


def unit_label(item: QuizItem) -> str:
    """Return what stands around the number to answer with, such as ``… months``."""
    unit, texts = _number(item).unit, words("units", item.language)
    blank = "…%" if unit.startswith("share") else "…"
    return texts[f"{unit}.other"].format(number=blank)


def _number(item: QuizItem) -> Number:
    if item.number is None:
        raise TypeError(f"The item '{item.id}' asks for no number.")
    return item.number


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _replies(
    item: QuizItem, answer: tuple[str, ...], text: QuizText
) -> Iterator[QuizReply]:
    """Yield the reply to each option chosen, and to each one that was missed."""
    by_id = {option.id: option for option in item.options}
    missed = [name for name in item.right if name not in answer]
    asked = [*answer, *(missed if item.kind == "multiple" else ())]
    for place, name in enumerate(asked):
        if item.kind == "order":
            right = item.right[place] == name
        else:
            right = by_id[name].right and name in answer
        see = by_id[name].see or item.case
        yield QuizReply(name, text.say(name), text.because(name), right, see)


def _off(item: QuizItem, answer: float, today: date) -> str:
    """Return whether a number is right, too low or too high."""
    right = truth(item, today)
    if abs(answer - right) <= _number(item).tolerance + ROUNDING:
        return "right"
    return "low" if answer < right else "high"


def _number_reply(
    item: QuizItem, answer: float, text: QuizText, today: date
) -> QuizReply:
    part, number = _off(item, answer, today), _number(item)
    because = text.texts[f"number.{part}"]
    return QuizReply(part, "", because, part == "right", number)


def _answer(item: QuizItem, response: object) -> float | tuple[str, ...]:
    """Return what was answered; raise TrainingError where it is no answer."""
    value = response.get(_key(item)) if isinstance(response, Mapping) else None
    if item.kind == "number":
        return _read_number(item, value)
    names = [option.id for option in item.options]
    if not isinstance(value, list | tuple) or not value:
        raise _refused(item, f"no_{item.kind}")
    for name in value:
        if name not in names:
            options = ", ".join(names)
            raise _refused(item, "no_option", given=_short(name), options=options)
    answer = tuple(dict.fromkeys(value))
    if item.kind == "single" and len(answer) != 1:
        raise _refused(item, "no_single")
    if item.kind == "order" and (len(value), len(answer)) != (len(names), len(names)):
        raise _refused(item, "no_order")
    return answer


def _key(item: QuizItem) -> str:
    return {"number": "number", "order": "order"}.get(item.kind, "options")


def _read_number(item: QuizItem, value: object) -> float:
    if value is None:
        raise _refused(item, "no_number")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _refused(item, "not_a_number", given=_short(value))
    if not abs(value) <= GREATEST:
        raise _refused(item, "too_great", given=f"{Decimal(value):.3g}")
    return float(value)


def _refused(item: QuizItem, key: str, **values: str) -> TrainingError:
    said = words("quiz_refused", item.language)[key]
    return TrainingError(said.format(**values))


def _short(value: object) -> str:
    text = str(value)
    return f"{text[:LONGEST_SHOWN]}…" if len(text) > LONGEST_SHOWN else text
