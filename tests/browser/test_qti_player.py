"""The question bank in a QTI 3 player: a right answer scores, a wrong one does not."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from after_overdue.teaching.exports.qti import QTI_3, identifier, item
from tests.teaching.exports.readers import NODE, package
from tests.teaching.exports.samples import BANK, MULTIPLE, NUMBER, ORDER, SINGLE

Score = Callable[[str, Any], dict[str, Any]]


@pytest.fixture
def score(page: Page) -> Score:
    """Answer an item in the player, and return its outcomes."""
    page.set_content("<!doctype html><html><body></body></html>")
    page.add_script_tag(path=package("vue") / "dist/vue.min.js")
    player = package("qti3-item-player") / "dist"
    page.add_style_tag(path=player / "qti3Player.css")
    page.add_script_tag(path=player / "qti3Player.umd.min.js")
    page.add_script_tag(path=NODE / "qti_player.js")
    items = {each.id: item(each, QTI_3).decode() for each in BANK}
    orders = {each.id: ids(*each.shown) for each in BANK}

    def scored(name: str, response: Any) -> dict[str, Any]:
        outcomes: dict[str, Any] = page.evaluate(
            "(held) => score(...held)", [items[name], response, orders[name]]
        )
        return outcomes

    return scored


def told(outcomes: dict[str, Any]) -> set[str]:
    return set(outcomes["FEEDBACK"] or [])


def ids(*names: str) -> list[str]:
    return [identifier(name) for name in names]


def test_right_answers_score_and_wrong_ones_do_not(score: Score, page: Page) -> None:
    right, wrong = SINGLE.right[0], "whole-loan"
    assert score(SINGLE.id, identifier(right))["SCORE"] == 1
    outcomes = score(SINGLE.id, identifier(wrong))
    assert (outcomes["SCORE"], told(outcomes)) == (0, {identifier(wrong), "told"})
    assert page.get_by_text("About whole-loan.").is_visible()
    assert not page.get_by_text("About arrears.").is_visible()


def test_all_right_options_and_no_other_score(score: Score) -> None:
    right = ids(*MULTIPLE.right)
    assert score(MULTIPLE.id, right)["SCORE"] == 1
    assert score(MULTIPLE.id, right[:2])["SCORE"] == 0
    outcomes = score(MULTIPLE.id, [*right, identifier("weather")])
    assert (outcomes["SCORE"], len(told(outcomes))) == (0, 5)


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
    outcomes = score(NUMBER.id, given)
    assert outcomes["SCORE"] == wins
    assert told(outcomes) == {"told", reply or "told"}


def test_only_the_right_order_scores(score: Score) -> None:
    assert score(ORDER.id, ids(*ORDER.right))["SCORE"] == 1
    assert score(ORDER.id, ids(*ORDER.shown))["SCORE"] == 0
