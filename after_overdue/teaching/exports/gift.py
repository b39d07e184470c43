"""GIFT: the question bank as text that Moodle and others import."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from after_overdue.catalog.interface import words
from after_overdue.teaching.exports.bank import BankQuestion, Choice, Target
from after_overdue.teaching.exports.moodle_xml import FAR, WHOLE, asked_html, category

SPECIAL = re.compile(r"([~=#{}:\\])")
MISTAKEN = ("%", "[")
"""What begins an answer is read as its mark or its format."""


def gift(questions: Sequence[BankQuestion], lesson: str = "") -> bytes:
    """Return the bank as one file, its questions in categories by topic.

    Parameters
    ----------
    lesson : title of the lesson that asks them; its category has those of no topic
    """
    return "\n\n".join(_parts(questions, lesson)).encode() + b"\n"


def _parts(questions: Sequence[BankQuestion], lesson: str) -> Iterator[str]:
    last = None
    for question in questions:
        here = category(question, lesson)
        if here != last:
            last = here
            yield f"$CATEGORY: {here}"
        yield _question(question)


def _question(question: BankQuestion) -> str:
    lines = [
        f"// [id:{question.id}-{question.language}] [tag:{question.topic}]",
        f"::{_plain(question.title)}::[html]{_plain(asked_html(question))}{{{_opening(question)}",
        *_answers(question),
    ]
    if _general(question):
        lines.append(f"####{_part(_general(question))}")
    return "\n".join([*lines, "}"])


def _plain(text: str) -> str:
    r"""Return text on one line, with what GIFT reads as a sign made plain.

    Examples
    --------
    >>> _plain("6 = 2 * 3")
    '6 \\= 2 * 3'
    """
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _part(text: str) -> str:
    r"""Return an answer or a reply, which no reader takes for a mark or a format.

    Examples
    --------
    >>> _part("50%"), _part("%50% off")
    ('50%', '[html]%50% off')
    """
    plain = _plain(text)
    return f"[html]{plain}" if plain.startswith(MISTAKEN) else plain


def _opening(question: BankQuestion) -> str:
    return "#" if question.kind == "number" else ""


def _general(question: BankQuestion) -> str:
    """Return what is told after any answer: of an order, the replies too."""
    if question.kind != "order":
        return question.sources
    replies = "".join(f"<li>{each.reply}</li>" for each in question.choices)
    return f"<ol>{replies}</ol>{question.sources}"


def _answers(question: BankQuestion) -> Iterator[str]:
    if question.target is not None:
        yield from _numbers(question.target)
    elif question.kind == "order":
        place = words("take_away", question.language)["place"]
        for number, choice in enumerate(question.choices, 1):
            message = _plain(place.format(number=number))
            yield f"={_part(choice.say)} -> {message}"
    else:
        for choice in question.choices:
            sign = _sign(choice, question)
            yield f"{sign}{_part(choice.say)}#{_part(choice.reply)}"


def _sign(choice: Choice, question: BankQuestion) -> str:
    if question.kind == "single":
        return "=" if choice.right else "~"
    alike = sum(each.right == choice.right for each in question.choices)
    part = f"{WHOLE / alike:.7g}"
    return f"~%{part}%" if choice.right else f"~%-{part}%"


def _numbers(target: Target) -> Iterator[str]:
    """Yield the right number, then all below it, then all above it."""
    value, off = target.value, target.tolerance
    yield f"={value:.10g}:{off:.10g}#{_part(target.right)}"
    yield f"=%0%{value - FAR:.10g}..{value:.10g}#{_part(target.low)}"
    yield f"=%0%{value:.10g}..{value + FAR:.10g}#{_part(target.high)}"
