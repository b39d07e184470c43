"""Lessons as files: what is written is read again, and what is wrong is told."""

import json

import jsonschema
import pytest
import yaml

from after_overdue.catalog.lessons import lessons
from after_overdue.errors import ClassError
from after_overdue.teaching.lesson import KINDS
from after_overdue.teaching.lesson_file import (
    LONGEST_FILE,
    lesson_schema,
    lesson_yaml,
    read_lesson,
)
from after_overdue.teaching.lesson_text import ready_lesson, step_of, step_text
from after_overdue.teaching.refusals import sentence
from tests.teaching.own_lesson import LESSON

HEAD = "after_overdue_lesson: 1\ntitle: T\nlanguage: en\n"
EVERY = [LESSON, *(ready_lesson(slug, "zh") for slug in lessons())]


@pytest.mark.parametrize("lesson", EVERY, ids=lambda each: each.title[:12])
def test_a_lesson_comes_back_from_its_file_and_from_its_link(lesson) -> None:
    text = lesson_yaml(lesson)
    assert read_lesson(text.encode()) == lesson
    as_json = json.dumps(yaml.safe_load(text), ensure_ascii=False)
    assert read_lesson(as_json.encode("utf-8-sig")) == lesson
    assert tuple(step_of(step_text(each)) for each in lesson.steps) == lesson.steps


@pytest.mark.parametrize("lesson", EVERY, ids=lambda each: each.title[:12])
def test_the_published_schema_allows_what_is_written(lesson) -> None:
    jsonschema.validate(yaml.safe_load(lesson_yaml(lesson)), lesson_schema())


def test_the_schema_refuses_what_is_no_lesson_and_knows_every_kind() -> None:
    schema = lesson_schema()
    for wrong in ({}, {"after_overdue_lesson": 1, "title": "T", "language": "en"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)
    text = json.dumps(schema)
    assert [each for each in KINDS if f'"{each}"' not in text] == []


def test_yes_and_no_and_a_day_are_words() -> None:
    text = """steps:
      - {kind: poll, ask: "Ready?", options: [{say: Yes}, {say: no}, {say: 7}]}
      - {kind: page, page: credit_record, settings: {due_on: 2026-05-20}}"""
    poll, page = read_lesson((HEAD + text).encode()).steps
    assert [each.say for each in poll.options] == ["Yes", "no", "7"]
    assert page.settings == {"due_on": "2026-05-20"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("steps", "reason", "told"),
    [
        (
            "[{kind: single, ask: a, options: [{say: a}, {say: b}]}]",
            "one_right",
            "steps 1",
        ),
        ("[{kind: multiple, ask: a, options: [{say: a}, {say: b}]}]", "some_right", ""),
        (
            "[{kind: poll, ask: a, options: [{say: a, right: true}, {say: b}]}]",
            "none_right",
            "",
        ),
        ("[{kind: poll, ask: a, options: [{say: a}, {say: a}]}]", "twice", ""),
        ("[{kind: poll, ask: a, options: [{say: a}]}]", "few", "2"),
        (
            f"[{{kind: poll, ask: a, options: [{'{say: a}, ' * 9}]}}]",
            "many",
            "steps 1, options",
        ),
        ("[{kind: poll, ask: a, options: [{sya: a}]}]", "missing", "options 1, say"),
        ("[{kind: text, ask: a, page: b}]", "unknown", "steps 1, page"),
        ("[{kind: text, ask: ''}]", "empty", ""),
        (f"[{{kind: text, ask: {'a' * 241}}}]", "long", "241"),
        ("[{kind: quizz}]", "kind", "quizz"),
        ("[{ask: a}]", "no_kind", ""),
        ("[{kind: number, ask: a, right: .inf}]", "other", "steps 1, right"),
        ("[{kind: number, ask: a, right: true}]", "other", ""),
        ("5", "other", "steps"),
        ("&a [*a]", "unreadable", ""),
        ("[", "unreadable", ""),
        ("[" * 5000, "unreadable", ""),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_place(
    steps: str, reason: str, told: str, language: str
) -> None:
    with pytest.raises(ClassError) as refused:
        read_lesson(f"{HEAD}steps: {steps}".encode())
    assert refused.value.reason == f"lesson_{reason}"
    assert told in sentence(refused.value, language)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "format"),
        (b"- a", "format"),
        (b"title: T", "format"),
        (b"after_overdue_lesson: 2", "format"),
        (b"\xff\xfe", "unreadable"),
        (b"a" * (LONGEST_FILE + 1), "size"),
    ],
)
def test_a_file_that_is_no_lesson_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ClassError) as refused:
        read_lesson(content)
    assert refused.value.reason == f"lesson_{reason}"
