"""The summary of a class: every step that was played, on paper, without names."""

import pytest

from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep
from after_overdue.teaching.summary import summary_page
from tests.teaching.classes import NOW

LESSON = Lesson(
    "Late <b>payments</b>",
    "en",
    (
        Prediction("score_recovery", {"points_lost": "60"}, "month"),
        QuizStep("what-is-late"),
        PageStep("apr", {}),
    ),
)


@pytest.fixture
def opened(store):
    """A class whose title has markup in it."""
    return open_class_session(store, LESSON, now=NOW)


def page(store, opened, language: str = "en") -> str:
    return summary_page(store, opened.host_secret, now=NOW, language=language)


def test_a_class_that_has_not_begun_says_so(store, opened) -> None:
    assert "No step of this lesson has been played yet." in page(store, opened)


def test_each_played_step_has_its_numbers_its_drawing_and_its_reason(
    store, opened, press
) -> None:
    joined = join(store, code=opened.join_code, nickname="小王", now=NOW)
    press("open")
    answer(store, joined.token, step=0, response={"month": 40}, now=NOW)
    press("reveal", "next", "open", "next", "open")
    message = page(store, opened)
    assert "Right: 1 of 1 (100%)." in message
    assert message.count('role="img"') == 2
    assert "<strong>Timetable</strong>" in message
    assert "3. Explore together · True cost" in message


def test_no_name_of_a_learner_and_no_markup_of_a_title_gets_in(
    store, opened, press
) -> None:
    join(store, code=opened.join_code, nickname="小王", now=NOW)
    press("open", "reveal")
    message = page(store, opened)
    assert "小王" not in message
    assert "Late &lt;b&gt;payments&lt;/b&gt;" in message


def test_it_asks_nothing_of_another_place(store, opened, press) -> None:
    press("open", "reveal")
    message = page(store, opened).replace("http://www.w3.org/2000/svg", "")
    assert "http" not in message and "<script" not in message


def test_it_is_written_in_the_language_of_the_board(store, opened, press) -> None:
    press("open", "reveal")
    assert "没有人回答。" in page(store, opened, "zh")


def test_a_question_that_is_gone_is_told_in_its_place(
    store, opened, press, monkeypatch
) -> None:
    press("open", "reveal", "next", "open", "reveal")
    monkeypatch.setattr("after_overdue.teaching.quiz.quizzes", lambda _language: {})
    message = page(store, opened)
    assert "The quiz has no question “what-is-late”." in message
    assert "<strong>Timetable</strong>" in message
