"""The question bank in a QTI 3 player: a right answer scores, a wrong one does not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page

from after_overdue.catalog.quizzes import quizzes
from after_overdue.teaching.exports.bank import BankQuestion, bank
from after_overdue.teaching.exports.qti import QTI_3, identifier, item
from tests.teaching.exports.readers import NODE, package
from tests.teaching.exports.samples import MULTIPLE, NUMBER, ORDER, SINGLE

Score = Callable[[BankQuestion, Any], dict[str, Any]]


@pytest.fixture
def score(page: Page) -> Score:
    """Answer a question in the player, and return the outcomes."""
    page.set_content("<!doctype html><html><body></body></html>")
    page.add_script_tag(path=package("vue") / "dist/vue.min.js")
    player = package("qti3-item-player") / "dist"
    page.add_style_tag(path=player / "qti3Player.css")
    page.add_script_tag(path=player / "qti3Player.umd.min.js")
    page.add_script_tag(path=NODE / "qti_player.js")

    def scored(question: BankQuestion, response: Any) -> dict[str, Any]:
        value = [item(question, QTI_3).decode(), response, ids(*question.shown)]
        outcomes: dict[str, Any] = page.evaluate("(held) => score(...held)", value)
        return outcomes

    return scored


def feedback(outcomes: dict[str, Any]) -> set[str]:
    return set(outcomes["FEEDBACK"] or [])


def ids(*names: str) -> list[str]:
    return [identifier(name) for name in names]


def test_right_answers_score_and_wrong_ones_do_not(score: Score, page: Page) -> None:
    right, wrong = SINGLE.right[0], "whole-loan"
    assert score(SINGLE, identifier(right))["SCORE"] == 1
    outcomes = score(SINGLE, identifier(wrong))
    assert (outcomes["SCORE"], feedback(outcomes)) == (0, {identifier(wrong), "told"})
    assert page.get_by_text("About whole-loan.").is_visible()
    assert not page.get_by_text("About arrears.").is_visible()


def test_all_right_options_and_no_other_score(score: Score) -> None:
    right = ids(*MULTIPLE.right)
    assert score(MULTIPLE, right)["SCORE"] == 1
    assert score(MULTIPLE, right[:2])["SCORE"] == 0
    outcomes = score(MULTIPLE, [*right, identifier("weather")])
    assert (outcomes["SCORE"], len(feedback(outcomes))) == (0, 5)


@pytest.mark.parametrize(
    ("given", "wins", "reply"),
    [
        (37.5, 1, "right"),
        (38, 1, "right"),
        (36.9, 0, "low"),
        (38.1, 0, "high"),
        (None, 0, None),
    ],
)
def test_a_number_scores_within_its_tolerance(
    score: Score, given: float | None, wins: int, reply: str | None
) -> None:
    outcomes = score(NUMBER, given)
    assert outcomes["SCORE"] == wins
    assert feedback(outcomes) == {"told", reply or "told"}


def test_only_the_right_order_scores(score: Score) -> None:
    assert score(ORDER, ids(*ORDER.right))["SCORE"] == 1
    assert score(ORDER, ids(*ORDER.shown))["SCORE"] == 0


def right(question: BankQuestion) -> Any:
    if question.target is not None:
        return question.target.value
    right = ids(*question.right)
    return right[0] if question.kind == "single" else right


def wrong(question: BankQuestion) -> Any:
    if question.target is not None:
        return question.target.value + 2 * question.target.tolerance + 1
    if question.kind == "order":
        return ids(*question.shown)
    off = [each.id for each in question.choices if not each.right]
    return ids(*off)[0] if question.kind == "single" else ids(*question.right, off[0])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_question_of_ours_scores_when_it_is_right(
    score: Score, language: str
) -> None:
    items = quizzes(language).values()
    ours = bank(items, base="https://guide.example", today=date(2026, 11, 25))
    scores = {
        question.id: (
            score(question, right(question))["SCORE"],
            score(question, wrong(question))["SCORE"],
        )
        for question in ours
    }
    assert set(scores.values()) == {(1, 0)}
    assert len(scores) == len(items)
