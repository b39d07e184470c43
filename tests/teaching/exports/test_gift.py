"""GIFT, read back by gift-pegjs: every question, word and reply."""

from typing import Any

import pytest

from after_overdue.teaching.exports.bank import BankQuestion
from after_overdue.teaching.exports.gift import gift
from tests.teaching.exports.readers import read_gift
from tests.teaching.exports.samples import BANK, MULTIPLE, NUMBER, ORDER, SINGLE


@pytest.fixture(scope="module")
def read() -> dict[str, dict[str, Any]]:
    """What gift-pegjs makes of the bank, by the ids in it."""
    category, *questions = read_gift(gift(BANK))
    assert category == {
        "type": "Category",
        "title": "$course$/top/After Overdue/Overdue basics",
    }
    return {each["id"].removesuffix("-en"): each for each in questions}


def one_line(text: str) -> str:
    return " ".join(text.split())


def worded(choices: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["text"]["text"], each["feedback"]["text"]) for each in choices]


@pytest.mark.parametrize("question", BANK, ids=lambda each: each.id)
def test_title_text_tag_and_sources_are_read_back(
    read: dict[str, dict[str, Any]], question: BankQuestion
) -> None:
    found = read[question.id]
    assert found["title"] == question.title
    assert found["stem"]["format"] == "html"
    assert found["stem"]["text"].startswith(one_line(question.ask))
    assert found["tags"] == [question.topic]
    assert found["globalFeedback"]["text"].endswith(question.sources)


def test_a_single_choice_has_one_right_option(read: dict[str, dict[str, Any]]) -> None:
    choices = read["what-grows"]["choices"]
    assert [each["isCorrect"] for each in choices] == [True, False, False]
    assert worded(choices) == [(each.say, each.reply) for each in SINGLE.choices]


def test_each_right_option_gives_its_part(read: dict[str, dict[str, Any]]) -> None:
    choices = read["which-clocks"]["choices"]
    assert [each["weight"] for each in choices] == [33.33333] * 3 + [-50, -50]
    assert worded(choices) == [(each.say, each.reply) for each in MULTIPLE.choices]


def test_a_number_has_a_reply_for_too_low_and_too_high(
    read: dict[str, dict[str, Any]],
) -> None:
    found = read["how-many-months"]
    right, low, high = found["choices"]
    assert found["type"] == "Numerical"
    assert right["text"] == {"type": "range", "number": 37.5, "range": 0.5}
    assert low["text"]["numberHigh"] == high["text"]["numberLow"] == 37.5
    assert [right["weight"], low["weight"], high["weight"]] == [None, 0, 0]
    replies = [each["feedback"]["text"] for each in (right, low, high)]
    assert NUMBER.target is not None
    assert replies == [NUMBER.target.right, NUMBER.target.low, NUMBER.target.high]


def test_an_order_matches_lines_with_places(read: dict[str, dict[str, Any]]) -> None:
    found = read["what-comes-first"]
    pairs = [(p["subquestion"]["text"], p["subanswer"]) for p in found["matchPairs"]]
    places = ["Place 1", "Place 2", "Place 3"]
    assert pairs == list(zip([each.say for each in ORDER.choices], places, strict=True))
    assert all(each.reply in found["globalFeedback"]["text"] for each in ORDER.choices)
