"""What a class learned: the same prediction before and after, wherever it is told."""

import io

import openpyxl
import pytest

from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.learned import asked_again, asked_before, paired_responses
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.lesson import Lesson, Prediction, QuizStep
from after_overdue.teaching.result_files import results_csv, results_xlsx
from after_overdue.teaching.summary import summary_page
from after_overdue.teaching.wall import WallView, wall_view
from tests.teaching.classes import NOW

CURVE = Prediction("loan_book", {"months": 12}, "curve")
SAME = Prediction("loan_book", {"months": "12"}, "curve")
OTHER = Prediction("loan_book", {"months": 24}, "curve")
LESSON = Lesson("Twice", "en", (CURVE, QuizStep("what-is-late"), OTHER, SAME))
FLAT, NEAR = {"curve": [0] * 5}, {"curve": [4, 10, 14, 16, 17]}
LAST = len(LESSON.steps) - 1


@pytest.fixture
def secret(store) -> str:
    """A class of two that answered before; one of them, and a third, answered after."""
    opened = open_class_session(store, LESSON, now=NOW)
    tokens = [join(store, code=opened.join_code, now=NOW).token for _ in range(3)]
    given = {0: ((0, FLAT), (1, FLAT)), LAST: ((0, NEAR), (2, NEAR))}
    while (view := host_view(store, opened.host_secret, now=NOW)).scene.step:
        place = view.scene.position
        names = ["open", "reveal" if place == LAST else "close", "next"]
        for name in names:
            rev = host_view(store, opened.host_secret, now=NOW).scene.rev
            command(store, opened.host_secret, rev=rev, command=name, now=NOW)
            for who, response in given.get(place, ()) if name == "open" else ():
                answer(store, tokens[who], step=place, response=response, now=NOW)
    return opened.host_secret


def the_wall(store, secret: str) -> WallView:
    view = host_view(store, secret, now=NOW)
    return wall_view(store, view.scene.class_id, view.wall_key, now=NOW)


def test_the_same_settings_however_written_are_asked_again() -> None:
    assert asked_before(LESSON) == {LAST: 0}
    assert asked_again(LESSON, 0) == LAST
    assert {asked_again(LESSON, place) for place in (1, 2, LAST, LAST + 1)} == {None}


def test_who_answered_twice_is_compared_at_the_end(store, secret: str) -> None:
    assert paired_responses(store, secret, LAST, now=NOW) == ((FLAT, NEAR),)
    assert paired_responses(store, secret, 0, now=NOW) == ()
    assert the_wall(store, secret).learned == {LAST: ((FLAT, NEAR),)}


def test_the_wall_has_curves_once_they_are_closed(store, secret: str) -> None:
    """And what was drawn before, only where it is asked again."""
    rooms = {}
    for _ in LESSON.steps:
        rev = host_view(store, secret, now=NOW).scene.rev
        command(store, secret, rev=rev, command="back", now=NOW)
        wall = the_wall(store, secret)
        rooms[wall.scene.position] = (len(wall.room), len(wall.learned))
    assert rooms == {0: (2, 0), 1: (0, 0), 2: (0, 0), LAST: (2, 1)}


def test_the_results_carry_what_was_learned(store, secret: str) -> None:
    made = openpyxl.load_workbook(io.BytesIO(results_xlsx(store, secret, now=NOW)))
    heads, row = made.worksheets[-1].iter_rows(values_only=True)
    found = dict(zip(heads, row, strict=True))
    assert (found["First asked as step"], found["Step"]) == (1, LAST + 1)
    assert (found["Answered twice"], found["Share that came closer"]) == (1, 1)
    before, after = (found[f"Usual distance {each}"] for each in ("before", "after"))
    assert before > 10 > 2 > after
    assert f",{before:g}," in results_csv(store, secret, now=NOW)
    page = summary_page(store, secret, now=NOW, language="en")
    assert "Closer to the model than before: 1 of 1 (100%)." in page
