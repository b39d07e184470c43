"""Points: results, grade, last page and certificate tell one number."""

import random
import re

import pytest

from after_overdue.teaching.class_session import (
    command,
    host_view,
    open_class_session,
    session_row,
)
from after_overdue.teaching.learner import answer, join, learner_view, walk
from after_overdue.teaching.lesson import Lesson, PageStep
from after_overdue.teaching.lti.grades import marked
from after_overdue.teaching.own_step import ChoiceStep, Option, TextStep
from after_overdue.teaching.result_tables import PEOPLE, ResultTables
from after_overdue.teaching.tables import learners
from after_overdue.web.last_page import certificate, own_results
from tests.teaching.classes import LESSON, NOW, PREDICTION

STEPS = 10
CHOICES = tuple(
    ChoiceStep("single", f"Question {each}?", (Option("yes", True), Option("no")))
    for each in range(STEPS)
)
POLL = ChoiceStep("poll", "Which one?", (Option("this"), Option("that")))
MIXED = (*CHOICES[:4], POLL, *LESSON.steps, TextStep("Why?"), *CHOICES[4:6])
RIGHT, WRONG = ({"options": [each]} for each in ("1", "2"))
LATER = "What you answered and was not revealed is not counted."


def told(html: str) -> tuple[int, int] | None:
    """How many are right of how many, as a page says it; None where it says none."""
    found = re.search(r"Right: (\d+) of (\d+)\.", html)
    return (int(found[1]), int(found[2])) if found else None


def counted(store, opened) -> tuple[int, int]:
    """The points of the only learner in the grade; the workbook must agree."""
    tables = ResultTables.of(store, opened.host_secret, now=NOW)
    [row] = tables.people().rows
    person = dict(zip(PEOPLE, row, strict=True))
    with store.read() as connection:
        mine = session_row(connection, opened.host_secret, now=NOW)
        query = learners.select().where(learners.c.session_id == mine.id)
        grade = marked(connection, mine, connection.execute(query).one())
    assert person["right_of"] == grade.given
    assert person["score"] == pytest.approx(grade.given / grade.most)
    return grade.given, grade.most


def press(store, opened, *names: str) -> None:
    for name in names:
        rev = host_view(store, opened.host_secret, now=NOW).scene.rev
        command(store, opened.host_secret, rev=rev, command=name, now=NOW)


def test_one_right_answer_to_ten_questions_is_one_of_ten(store) -> None:
    opened = open_class_session(
        store, Lesson("Alone", "en", CHOICES), now=NOW, own_pace=True
    )
    token = join(store, code=opened.join_code, now=NOW).token
    answer(store, token, step=0, response=RIGHT, now=NOW)
    view = walk(store, token, to=STEPS, now=NOW)
    page = own_results(view)
    assert told(page) == told(certificate(view, "Ann")) == (1, STEPS)
    assert counted(store, opened) == (1, STEPS)
    assert page.count("You did not answer this step.") == STEPS - 1
    assert "What is right" not in page and "is-wrong" not in page


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("own_pace", [True, False])
def test_every_place_tells_the_same_points(store, own_pace, seed) -> None:
    chance = random.Random(seed)
    opened = open_class_session(
        store, Lesson("Mixed", "en", MIXED), now=NOW, own_pace=own_pace
    )
    token = join(store, code=opened.join_code, now=NOW).token
    for at, step in enumerate(MIXED):
        asks = isinstance(step, ChoiceStep)
        given = asks and chance.random() < 0.6
        if own_pace:
            walk(store, token, to=at, now=NOW)
        elif not isinstance(step, PageStep) and (given or chance.random() < 0.7):
            press(store, opened, "open")
        if given:
            response = chance.choice((RIGHT, WRONG))
            answer(store, token, step=at, response=response, now=NOW)
        if not own_pace:
            press(store, opened, *["reveal"] * given, "next")
    if own_pace:
        walk(store, token, to=len(MIXED), now=NOW)
    view = learner_view(store, token, now=NOW)
    assert told(own_results(view)) == told(certificate(view, "Ann"))
    assert told(own_results(view)) == counted(store, opened)


@pytest.mark.parametrize("response", [RIGHT, WRONG])
def test_the_score_does_not_tell_what_the_trainer_keeps_back(store, response) -> None:
    opened = open_class_session(store, Lesson("Live", "en", CHOICES[:3]), now=NOW)
    token = join(store, code=opened.join_code, now=NOW).token
    press(store, opened, "open")
    answer(store, token, step=0, response=response, now=NOW)
    press(store, opened, "next", "open", "close", "next", "next")
    view = learner_view(store, token, now=NOW)
    page = own_results(view)
    assert told(page) == told(certificate(view, "Ann")) == (0, 1)
    assert LATER in page and "What is right" not in page and "is-" not in page
    press(store, opened, "back", "back", "back", "reveal", "next", "next", "next")
    view = learner_view(store, token, now=NOW)
    assert told(own_results(view)) == counted(store, opened)
    assert told(own_results(view)) == (int(response == RIGHT), 2)


def test_a_prediction_asked_twice_is_revealed_by_the_second(store) -> None:
    lesson = Lesson("Twice", "en", (PREDICTION, PREDICTION))
    opened = open_class_session(store, lesson, now=NOW)
    token = join(store, code=opened.join_code, now=NOW).token
    for step, names in enumerate((("next",), ("reveal", "next"))):
        press(store, opened, "open")
        answer(store, token, step=step, response={"month": 40}, now=NOW)
        press(store, opened, *names)
    view = learner_view(store, token, now=NOW)
    assert told(own_results(view)) == counted(store, opened) == (2, 2)
