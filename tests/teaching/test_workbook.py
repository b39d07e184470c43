"""The workbook: read by a library of another maker, in the words of the class."""

import io

import openpyxl
import pytest

from after_overdue.teaching.class_session import command, host_view, open_class_session
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.workbook import results_xlsx
from tests.teaching.classes import LESSON, NOW


def sheets(store, secret: str, zone: str = "Asia/Shanghai") -> list[list[tuple]]:
    """The rows of each sheet."""
    made = results_xlsx(store, secret, now=NOW, zone=zone)
    book = openpyxl.load_workbook(io.BytesIO(made))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def played(store, language: str) -> str:
    """A class with two learners, of whom one answered; its host secret."""
    lesson = Lesson(LESSON.title, language, LESSON.steps)
    opened = open_class_session(store, lesson, now=NOW)
    names = ("小王", "=1+1") if language == "zh" else ("Ann", "-2")
    tokens = [
        join(store, code=opened.join_code, nickname=name.strip("=+"), now=NOW).token
        for name in (names[0], "1-1")
    ]
    for name in ("open", "reveal", "next", "open"):
        rev = host_view(store, opened.host_secret, now=NOW).scene.rev
        command(store, opened.host_secret, rev=rev, command=name, now=NOW)
        if name == "open":
            step = host_view(store, opened.host_secret, now=NOW).scene.position
            given = {"month": None} if step == 0 else {"options": ["missed-part"]}
            answer(store, tokens[0], step=step, response=given, now=NOW)
    return opened.host_secret


def test_each_person_has_a_row_with_attendance_and_score(store) -> None:
    people, _, _ = sheets(store, played(store, "en"))
    assert people[1] == (1, "Ann", "2026-11-25 17:00:00", 2, 2, 1)
    assert people[2][3:] == (0, 2, 0)
    assert "Asia/Shanghai" in people[0][2]


def test_each_question_has_a_row_with_what_is_right(store) -> None:
    _, questions, _ = sheets(store, played(store, "en"))
    assert questions[1][2:5] == ("month 40 or month 41", 1, 0)
    assert questions[2][2] == "The instalment that fell due and was not paid"
    assert questions[2][3:5] == (1, 1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_answer_is_in_words_and_ids_have_a_column_of_their_own(
    store, language: str
) -> None:
    every = sheets(store, played(store, language))
    answers = every[2]
    assert [row[-1] for row in answers[1:]] == ["score_recovery.month", "what-is-late"]
    words = [str(cell) for sheet in every for row in sheet for cell in row[:-1]]
    assert not [each for each in words if each in ("None", "missed-part", "schedule")]


def test_times_are_those_of_the_zone(store) -> None:
    people, _, _ = sheets(store, played(store, "en"), zone="UTC")
    assert people[1][2] == "2026-11-25 09:00:00"
