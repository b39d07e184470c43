"""Moodle XML: the question bank as Moodle's own import reads it.

Putting in order is asked as matching each line with its place, which every Moodle
knows; its own type for it is only in newer ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from after_overdue.catalog.interface import words
from after_overdue.teaching.exports.bank import BankQuestion, Choice, Target

WHOLE = 100
"""Per cent of the mark."""
FAR = 1_000_000
"""How far below the right number an answer still gets the reply to a low one."""
ANYTHING = "*"
TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "number": "numerical",
    "order": "matching",
}


def moodle_xml(questions: Sequence[BankQuestion]) -> bytes:
    """Return the bank as one file, its questions in categories by topic."""
    quiz, topic = Element("quiz"), None
    for question in questions:
        if question.topic != topic:
            topic = question.topic
            _category(quiz, question)
        quiz.append(_question(question))
    indent(quiz)
    return bytes(tostring(quiz, encoding="utf-8", xml_declaration=True))


def category(question: BankQuestion, lesson: str = "") -> str:
    """Return the path of the category that a question belongs to.

    Parameters
    ----------
    lesson : title of the lesson that asks it, for a question of no topic
    """
    site = words("site", question.language)["name"]
    topics = words("answers.topics", question.language)
    topic = topics.get(question.topic, lesson or question.topic)
    named = " ".join(topic.split()).replace("/", "//")
    return f"$course$/top/{site}/{named}"


def _category(quiz: Element, question: BankQuestion) -> None:
    made = SubElement(quiz, "question", type="category")
    _text(SubElement(made, "category"), category(question))


def _question(question: BankQuestion) -> Element:
    made = Element("question", type=TYPES[question.kind])
    _text(SubElement(made, "name"), question.title)
    _html(made, "questiontext", asked_html(question))
    _html(made, "generalfeedback", question.sources)
    SubElement(made, "defaultgrade").text = "1"
    SubElement(made, "penalty").text = "0.3333333"
    SubElement(made, "hidden").text = "0"
    SubElement(made, "idnumber").text = f"{question.id}-{question.language}"
    if question.kind == "number":
        assert question.target is not None
        _number(made, question.target)
    elif question.kind == "order":
        _places(made, question)
    else:
        _choices(made, question)
    tag = SubElement(SubElement(made, "tags"), "tag")
    _text(tag, question.topic)
    return made


def asked_html(question: BankQuestion) -> str:
    """Return what is asked, the unit of a number marked so that we can read it."""
    if question.target is None:
        return question.ask
    return f'{question.ask}<p class="unit">{question.target.unit}</p>'


def _choices(made: Element, question: BankQuestion) -> None:
    single = question.kind == "single"
    SubElement(made, "single").text = str(single).lower()
    SubElement(made, "shuffleanswers").text = "true"
    SubElement(made, "answernumbering").text = "abc"
    for choice in question.choices:
        fraction = _fraction(choice, question)
        answer = SubElement(made, "answer", fraction=fraction, format="html")
        _text(answer, choice.say)
        _html(answer, "feedback", choice.reply)


def _fraction(choice: Choice, question: BankQuestion) -> str:
    """Return the mark of a choice in per cent, as one of those that Moodle allows.

    Of several right ones each gives its part, and each wrong one takes its part
    away, so that ticking everything earns nothing.
    """
    if question.kind == "single":
        return str(WHOLE if choice.right else 0)
    alike = sum(each.right == choice.right for each in question.choices)
    part = f"{WHOLE / alike:.7g}"
    return part if choice.right else f"-{part}"


def _number(made: Element, target: Target) -> None:
    """Write the right number, then all below it, then anything else.

    Moodle gives the reply of the first that fits.
    """
    for fraction, value, tolerance, reply in (
        (WHOLE, f"{target.value:.10g}", target.tolerance, target.right),
        (0, f"{target.value - FAR:.10g}", FAR, target.low),
        (0, ANYTHING, 0, target.high),
    ):
        answer = SubElement(made, "answer", fraction=str(fraction), format="plain_text")
        _text(answer, value)
        _html(answer, "feedback", reply)
        SubElement(answer, "tolerance").text = f"{tolerance:.10g}"


def _places(made: Element, question: BankQuestion) -> None:
    place = words("take_away", question.language)["place"]
    SubElement(made, "shuffleanswers").text = "true"
    for number, choice in enumerate(question.choices, 1):
        asked = SubElement(made, "subquestion", format="html")
        _text(asked, choice.say)
        _text(SubElement(asked, "answer"), place.format(number=number))
    replies = "".join(f"<li>{each.reply}</li>" for each in question.choices)
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        _html(made, name, f"<ol>{replies}</ol>")


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text


def _html(parent: Element, name: str, text: str) -> None:
    _text(SubElement(parent, name, format="html"), text)
