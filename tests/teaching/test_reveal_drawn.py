"""A reveal on a phone: each kind of it is drawn without a browser."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.catalog.quizzes import quizzes
from after_overdue.figures.static_svg import svg
from after_overdue.predictions.case import PREDICTABLE
from after_overdue.teaching.asked import asked_step
from after_overdue.teaching.lesson import Prediction, QuizStep
from after_overdue.teaching.reveal import reveal

TODAY = date(2026, 11, 25)
SVG = "{http://www.w3.org/2000/svg}"
QUIZ = {item.kind: item.id for item in quizzes("en").values()}
OPTIONS = [QuizStep(name) for kind, name in QUIZ.items() if kind != "number"]
NUMBERS = [
    *(Prediction(page, {}, kind) for page in PREDICTABLE for kind in PREDICTABLE[page]),
    QuizStep(QUIZ["number"]),
]


def answers(step) -> list[dict]:
    """Two answers to a step."""
    asked = asked_step(step, "en", TODAY)
    if isinstance(step, Prediction):
        if asked.pad:
            rows = ([each] * 5 for each in (asked.pad.low, asked.pad.high))
            return [{"curve": each} for each in rows]
        ends = {"month": asked.months, "number": asked.numbers}
        low = {name: int(each.low) for name, each in ends.items() if each}
        return [low, {name: int(ends[name].high) for name in low}]
    ids = [id for id, _ in asked.options]
    given = {"order": {"order": [*asked.item.right]}, "numeric": {"number": 3}}
    return [given.get(asked.kind, {"options": ids[:1]})] * 2


def drawn(step, room) -> ET.Element:
    """The drawing of a reveal."""
    assert all(asked_step(step, "en", TODAY).refusal(each) == "" for each in room)
    shown = reveal(step, room, today=TODAY, locale=Locale("en"))
    return ET.fromstring(svg(shown.figure, width=440))


@pytest.mark.parametrize("step", NUMBERS, ids=str)
def test_guesses_stand_in_the_drawing(step) -> None:
    def marks(room) -> int:
        found = drawn(step, room)
        return sum(len(found.findall(f".//{SVG}{name}")) for name in ("rect", "circle"))

    assert marks(answers(step)) > marks([])


@pytest.mark.parametrize("step", OPTIONS, ids=str)
def test_a_bar_for_each_option_grows_with_its_answers(step) -> None:
    def longest(room) -> float:
        bars = drawn(step, room).findall(f".//{SVG}rect")
        return max(float(each.get("width")) for each in bars)

    assert longest([]) == 0
    assert longest(answers(step)) > 100
