"""The quiz we ship: how much there is, and that the command line bears it out."""

import contextlib
import io
import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.questions import Topic, questions
from after_overdue.catalog.quizzes import Kind, Option, QuizItem, quizzes
from after_overdue.cli import main
from after_overdue.sharing.figure_settings import result_at
from after_overdue.teaching.quiz_text import quiz_text

ITEMS = quizzes("en")
DISPROOFS = yaml.safe_load(
    (Path(__file__).parent / "disproofs.yaml").read_text("utf-8")
)
MAY_BE_WRONG = [
    (item, option)
    for item in ITEMS.values()
    for option in item.options
    if not option.right
]
AS_LONG = 1.5
"""How many times as long as the wrong options a right one may be, or as short."""
TODAY = date(2026, 11, 25)


@cache
def asked_on_the_command_line(page: str, address: tuple[tuple[str, str], ...]) -> str:
    options = [f"--{name.replace('_', '-')}={value}" for name, value in address]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = main([page.replace("_", "-"), *options, "--format", "json"])
    assert status == 0
    return printed.getvalue()


def summary(option: Option) -> dict[str, object]:
    assert option.see is not None
    address = tuple(sorted(option.see.address.items()))
    return json.loads(asked_on_the_command_line(option.see.page, address))["summary"]


def test_there_are_at_least_thirty_questions_over_every_topic_and_kind() -> None:
    assert len(ITEMS) >= 30
    topics = Counter(item.topic for item in ITEMS.values())
    assert all(topics[topic] >= 4 for topic in get_args(Topic))
    kinds = Counter(item.kind for item in ITEMS.values())
    assert all(kinds[kind] >= 5 for kind in get_args(Kind))


def test_each_wrong_option_is_in_the_list_of_disproofs_and_no_other() -> None:
    listed = {(name, each) for name, options in DISPROOFS.items() for each in options}
    assert listed == {(item.id, option.id) for item, option in MAY_BE_WRONG}


@pytest.mark.parametrize(
    ("item", "option"), MAY_BE_WRONG, ids=lambda each: str(each.id)
)
def test_the_linked_settings_show_the_opposite_of_a_wrong_option(
    item: QuizItem, option: Option
) -> None:
    found = summary(option)
    for path, expected in DISPROOFS[item.id][option.id].items():
        shown = result_at(found, path)
        if isinstance(expected, float):
            expected = pytest.approx(expected, rel=1e-4)
        assert shown == expected, path


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_every_question_has_something_to_read_next_on_its_topic(item) -> None:
    assert item.read in questions("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [n for n, i in ITEMS.items() if i.kind == "single"])
def test_the_right_option_is_not_known_by_its_length(name, language) -> None:
    item = quizzes(language)[name]
    text = quiz_text(item, TODAY)
    lengths = {option.id: len(text.say(option.id)) for option in item.options}
    right = lengths.pop(item.right[0])
    assert min(lengths.values()) / AS_LONG <= right <= max(lengths.values()) * AS_LONG


def test_the_right_option_is_not_always_in_the_same_place() -> None:
    places = Counter(
        next(place for place, option in enumerate(item.options) if option.right)
        for item in ITEMS.values()
        if item.kind == "single"
    )
    assert max(places.values()) <= sum(places.values()) / 2


def test_an_order_is_told_by_the_model_from_first_to_last() -> None:
    for name, path in (
        ("least-to-most-credit", "credit_value_days"),
        ("from-cheap-to-dear", "apr"),
    ):
        shown = [result_at(summary(option), path) for option in ITEMS[name].options]
        assert shown == sorted(shown)
