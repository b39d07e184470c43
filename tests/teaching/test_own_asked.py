"""Questions of a trainer's own: what is an answer, what is right, what is said."""

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_room import OwnRoom
from tests.teaching.own_lesson import MARKUP, OWN, RIGHT


@pytest.mark.parametrize("kind", RIGHT)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_right_is_taken_and_told(kind: str, language: str) -> None:
    asked = OwnAsked(OWN[kind], language)
    assert asked.refusal(RIGHT[kind]) == ""
    assert asked.kept(RIGHT[kind]) == RIGHT[kind]
    assert asked.said(RIGHT[kind])
    knows = None if kind in ("poll", "text") else True
    assert asked.is_right(RIGHT[kind]) is knows
    assert bool(asked.right_answer()) is bool(knows)


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("single", {"options": ["1"]}),
        ("multiple", {"options": ["1", "2", "3"]}),
        ("multiple", {"options": ["1"]}),
        ("order", {"order": ["3", "2", "1"]}),
        ("number", {"number": 13.1}),
    ],
)
def test_what_is_wrong_is_taken_as_wrong(kind: str, response: dict) -> None:
    asked = OwnAsked(OWN[kind], "en")
    assert asked.refusal(response) == ""
    assert asked.is_right(response) is False


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("single", {}),
        ("single", {"options": ["1", "2"]}),
        ("poll", {"options": ["9"]}),
        ("multiple", {"options": []}),
        ("order", {"order": ["1", "1", "2"]}),
        ("number", {"number": "x"}),
        ("number", {"number": 1e13}),
        ("number", {"number": True}),
        ("number", {"number": None}),
        ("text", {"text": " \n\u200b"}),
        ("text", {"text": "x" * 141}),
        ("text", {"text": 5}),
        ("text", ["text"]),
    ],
)
def test_what_is_no_answer_gets_a_sentence(kind, response, language: str) -> None:
    assert OwnAsked(OWN[kind], language).refusal(response)


def test_an_order_is_never_shown_as_it_should_stand() -> None:
    asked = OwnAsked(OWN["order"], "en")
    assert [name for name, _ in asked.options] != asked.right_ids


@pytest.mark.parametrize("kind", RIGHT)
@pytest.mark.parametrize("answers", [0, 1, 3])
def test_a_room_is_counted_and_its_markup_is_read_by_nothing(kind, answers) -> None:
    room = OwnRoom.of(OWN[kind], [RIGHT[kind]] * answers + [{}], Locale("en"))
    assert room.summary()[0].startswith(("No", "One", "3"))
    figure = room.figure()
    assert (figure is None) == (kind == "text")
    drawn = [
        each["text"]
        for each in (figure or {"layout": {"annotations": []}})["layout"]["annotations"]
    ]
    assert not [each for each in drawn if "<img" in each or "<b>" in each]
    assert room.lines() == ([f"text {MARKUP}"] * answers if kind == "text" else [])
    for each in room.explanation():
        assert "\\<img" in each or "<" not in each
