"""Results to hand in: a workbook read by another maker's library, and a table."""

import csv
import io
from datetime import datetime

import openpyxl
import pytest

from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.lesson import Lesson, Prediction
from after_overdue.teaching.result_files import results_csv, results_xlsx, safe_cell
from tests.teaching.classes import LESSON, NOW

POINT = Prediction("score_recovery", {"points_lost": 60}, "point")
GIVEN = ({"month": None}, {"options": ["missed-part"]}, {"month": 24, "number": 640})


def sheets(store, secret: str) -> list[list[tuple]]:
    """The rows of each sheet."""
    made = results_xlsx(store, secret, now=NOW)
    book = openpyxl.load_workbook(io.BytesIO(made))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def table(store, secret: str) -> list[list[str]]:
    text = results_csv(store, secret, now=NOW)
    return list(csv.reader(io.StringIO(text, newline="")))


def played(store, language: str = "en") -> str:
    """A class with two learners, of whom one answered; its host secret."""
    lesson = Lesson(LESSON.title, language, (*LESSON.steps, POINT))
    opened = open_class_session(
        store, lesson, now=NOW, zone="Asia/Shanghai", asks_name=True
    )
    tokens = [
        join(store, code=opened.join_code, nickname=each, now=NOW).token
        for each in ("Ann", "1-1")
    ]
    given = iter(GIVEN)
    for name in ("open", "reveal", "next", "open", "next", "open", "next", "open"):
        view = host_view(store, opened.host_secret, now=NOW)
        command(store, opened.host_secret, rev=view.scene.rev, command=name, now=NOW)
        step = view.scene.position
        if name == "open" and lesson.steps[step].kind != "page":
            answer(store, tokens[0], step=step, response=next(given), now=NOW)
    return opened.host_secret


def test_each_person_has_a_row_with_attendance_and_score(store) -> None:
    people, _, _ = sheets(store, played(store))
    came = datetime(2026, 11, 25, 17)
    assert people[1] == (1, "Ann", came, 3, 3, 1, pytest.approx(1 / 3))
    assert people[2][3:] == (3, 0, 0, 0)
    assert people[0][1:3] == ("Name or staff number", "Joined (Asia/Shanghai)")


def test_each_question_has_a_row_with_what_is_right(store) -> None:
    _, questions, _ = sheets(store, played(store))
    assert questions[1][2:5] == ("month 40 or month 41", 1, 0)
    assert questions[2][2] == "The instalment that fell due and was not paid"
    assert questions[2][3:5] == (1, 1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_answer_is_in_words_and_ids_have_columns_of_their_own(
    store, language: str
) -> None:
    people, _, answers = sheets(store, played(store, language))
    assert [row[-2:] for row in answers[1:4]] == [
        ("score_recovery.month", "none"),
        ("what-is-late", "missed-part"),
        ("score_recovery.point", "month 24, number 640"),
    ]
    words = {cell for rows in (people, answers) for row in rows for cell in row[:-2]}
    assert not words & {"None", "none", "missed-part", "score_recovery.point"}


def test_a_point_is_compared_with_the_model_at_its_own_month(store) -> None:
    *_, answers = sheets(store, played(store))
    assert answers[3][4:6] == ("640 points in month 24", "602 points in month 24")


def test_the_table_says_what_the_last_sheet_says(store) -> None:
    secret = played(store)
    *_, answers = sheets(store, secret)
    assert table(store, secret) == [
        ["" if cell is None else str(cell) for cell in row] for row in answers
    ]


@pytest.mark.parametrize("first", "=+-@\t\r\n\0|%＝＋－＠")
def test_a_cell_that_begins_like_a_formula_is_text(first) -> None:
    assert safe_cell(f"{first}cmd()") == f"'{first}cmd()"


@pytest.mark.parametrize("cell", ["-5+cmd()", "-1+1", "-5%", "-5\n=cmd()"])
def test_a_formula_that_begins_like_a_number_is_text(cell) -> None:
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "12.5", "1e-05", "小王", "", "O'Neil"])
def test_a_cell_that_is_no_formula_stays_as_it_is(cell) -> None:
    assert safe_cell(cell) == cell
