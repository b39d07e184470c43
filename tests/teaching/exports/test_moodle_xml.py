"""Moodle XML: every rule that Moodle's import holds a file to, and nothing lost."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

import pytest

from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.moodle_xml import moodle_xml
from tests.teaching.exports.samples import BANK, MULTIPLE, NUMBER, ORDER, SINGLE

GRADES = {
    *(100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20),
    *(16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0),
}
"""The only marks, in per cent, that Moodle takes for an answer; minus ones too."""
TYPES = {"category", "multichoice", "numerical", "matching"}
HTML = "questiontext", "generalfeedback", "feedback", "subquestion"


def texts(made: Element, path: str) -> list[str]:
    return [each.findtext("text") or "" for each in made.findall(path)]


def read(*questions: BankQuestion) -> list[Element]:
    quiz = fromstring(moodle_xml(questions))
    assert quiz.tag == "quiz"
    return [each for each in quiz if each.get("type") != "category"]


def broken_rules(quiz: Element) -> Iterator[str]:
    """Yield each thing at which Moodle's import stops, or that it changes."""
    for made in quiz:
        kind = made.get("type")
        if made.tag != "question" or kind not in TYPES:
            yield f"{made.tag} {kind} is no type of question"
        elif kind == "category":
            if not made.findtext("category/text", "").startswith("$course$/"):
                yield "a category lies in no course"
        else:
            yield from broken_in_question(made)


def broken_in_question(made: Element) -> Iterator[str]:
    name = made.findtext("name/text", "")
    if not name.strip() or len(name) > 255:
        yield "a question has no name, or one too long"
    if not made.findtext("questiontext/text", "").strip():
        yield "nothing is asked"
    if float(made.findtext("defaultgrade", "x")) <= 0:
        yield "it gives no mark"
    if not re.fullmatch(r"[\w-]{1,100}", made.findtext("idnumber", "")):
        yield "it has no id number"
    for each in made.iter():
        if each.tag in HTML and (each.get("format") != "html" or each.text.strip()):
            yield f"{each.tag} is not HTML in a text element"
    fractions = [float(each.get("fraction", "x")) for each in made.findall("answer")]
    for fraction in fractions:
        if abs(fraction) not in GRADES:
            yield f"{fraction} is no mark of Moodle"
    yield from broken_answers(made, fractions)


def broken_answers(made: Element, fractions: list[float]) -> Iterator[str]:
    kind, single = made.get("type"), made.findtext("single")
    if kind == "multichoice":
        gained = [each for each in fractions if each > 0]
        if len(fractions) < 2:
            yield "fewer than two answers"
        if single == "true" and max(fractions) != 100:
            yield "no answer gives the whole mark"
        if single == "false" and abs(sum(gained) - 100) > 0.01:
            yield "the right answers together do not give the whole mark"
    elif kind == "numerical":
        for value in texts(made, "answer"):
            if value != "*" and not re.fullmatch(r"-?\d+(\.\d+)?", value):
                yield f"{value} is no number"
        if not {"tolerance"} <= {each[-1].tag for each in made.findall("answer")}:
            yield "an answer has no tolerance"
    elif (
        len(texts(made, "subquestion")) < 2
        or len(set(texts(made, "subquestion/answer"))) < 3
    ):
        yield "fewer than two lines, or than three places"


def test_moodle_finds_nothing_to_refuse() -> None:
    assert list(broken_rules(fromstring(moodle_xml(BANK)))) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'fraction="33.33333"', b'fraction="33.3"'),
        (b"$course$/", b"here/"),
        (b"<single>false</single>", b"<single>true</single>"),
        (b"<defaultgrade>1</defaultgrade>", b"<defaultgrade>0</defaultgrade>"),
        (b"<idnumber>", b"<idnumber>a b"),
        (b"37.5", b"37,5"),
        (b'type="matching"', b'type="match"'),
        (b"Place 2", b"Place 1"),
    ],
)
def test_each_rule_of_moodle_is_looked_at(good: bytes, bad: bytes) -> None:
    written = moodle_xml(BANK)
    assert good in written
    assert list(broken_rules(fromstring(written.replace(good, bad)))) != []


@pytest.mark.parametrize("question", [SINGLE, MULTIPLE], ids=lambda each: each.id)
def test_every_choice_is_read_back_with_its_reply(question: BankQuestion) -> None:
    (made,) = read(question)
    assert made.findtext("questiontext/text") == question.ask
    assert made.findtext("name/text") == question.title
    assert made.findtext("generalfeedback/text") == question.sources
    assert texts(made, "answer") == [each.say for each in question.choices]
    assert texts(made, "answer/feedback") == [each.reply for each in question.choices]
    gains = [float(each.get("fraction", "x")) > 0 for each in made.findall("answer")]
    assert gains == [each.right for each in question.choices]


def test_ticking_everything_earns_nothing() -> None:
    (made,) = read(MULTIPLE)
    marks = [float(each.get("fraction", "x")) for each in made.findall("answer")]
    assert sum(marks) == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize(
    ("given", "reply"),
    [
        (37.5, "Just so."),
        (38, "Just so."),
        (36.9, "It takes longer."),
        (0, "It takes longer."),
        (38.1, "Sooner than that."),
    ],
)
def test_a_number_gets_the_reply_of_the_first_answer_that_fits(
    given: float, reply: str
) -> None:
    (made,) = read(NUMBER)
    for answer in made.findall("answer"):
        value = answer.findtext("text", "")
        off = float(answer.findtext("tolerance", "x"))
        if value == "*" or abs(given - float(value)) <= off:
            break
    assert answer.findtext("feedback/text") == reply
    assert (answer.get("fraction") == "100") == (reply == "Just so.")


def test_an_order_is_asked_as_places_in_the_right_order() -> None:
    (made,) = read(ORDER)
    assert texts(made, "subquestion") == [each.say for each in ORDER.choices]
    assert texts(made, "subquestion/answer") == ["Place 1", "Place 2", "Place 3"]
    assert made.findtext("shuffleanswers") == "true"
