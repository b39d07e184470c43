"""Lessons as files: what is written is read again, and what is wrong is told."""

import json

import jsonschema
import pytest
import yaml

from after_overdue.catalog.lessons import lessons
from after_overdue.errors import ClassError
from after_overdue.teaching.lesson import KINDS, Lesson, PageStep
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


HEAD_JSON = {"after_overdue_lesson": 1, "title": "T", "language": "en"}
POLL = {"kind": "poll", "ask": "Mood 😀?", "options": [{"say": "好"}, {"say": "𠮷"}]}


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_of_any_writer_is_read(ascii_only: bool, indent: object) -> None:
    plain = {**HEAD_JSON, "title": "T 😀", "steps": [POLL]}
    text = json.dumps(plain, ensure_ascii=ascii_only, indent=indent)
    lesson = read_lesson(f"\n {text}".encode())
    assert (lesson.title, lesson.steps[0].ask) == ("T 😀", "Mood 😀?")
    assert [each.say for each in lesson.steps[0].options] == ["好", "𠮷"]


@pytest.mark.parametrize(
    ("written", "right"),
    [("1e2", 100), ("1.5E3", 1500), ("-0.50", -0.5), ("24.00", 24), ("7", 7)],
)
def test_a_number_is_read_as_json_and_as_yaml(written: str, right: float) -> None:
    head = json.dumps(HEAD_JSON)[:-1]
    steps = f'[{{"kind": "number", "ask": {written}, "right": {written}}}]'
    for text in (f'{head}, "steps": {steps}}}', f"{HEAD}steps: {steps}"):
        (step,) = read_lesson(text.encode()).steps
        assert (step.right, step.ask) == (right, written)
        assert type(step.right) is float


WRITTEN = ["12:30", "24.00", "010", "1_000", "1__0", "0x1F", "0o17", "3.60", "3.6"]
WRITTEN += [".inf", "1e3", "+5", "1.", ".5", "190:20:30.15", "=", "<<", "2026-01-02"]


@pytest.mark.parametrize("place", range(0, len(WRITTEN), 6))
def test_an_option_stays_as_it_was_written(place: int) -> None:
    says = WRITTEN[place : place + 6]
    options = "".join(f"\n  - say: {each}" for each in says)
    text = f"{HEAD}steps:\n- kind: poll\n  ask: When?\n  options:{options}"
    lesson = read_lesson(text.encode())
    assert [each.say for each in lesson.steps[0].options] == says
    assert read_lesson(lesson_yaml(lesson).encode()) == lesson


@pytest.mark.parametrize("written", [*WRITTEN, "true", "null", "~", "", "010.5", "y"])
def test_a_setting_that_looks_like_a_number_comes_back_as_text(written: str) -> None:
    lesson = Lesson("T", "en", (PageStep("apr", {"amount": written}),))
    assert read_lesson(lesson_yaml(lesson).encode()) == lesson


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"title": "\ud83d"}, "title"),
        ({"language": "\ude00"}, "language"),
        ({"steps": [POLL | {"ask": "a\ud83d b"}]}, "steps 1, ask"),
        (
            {"steps": [{"kind": "pause", "heading": "a", "text": "\udfff"}]},
            "steps 1, text",
        ),
        ({"steps": [POLL | {"a\ud800": 1}]}, "steps 1"),
        ({"\ud800": 1}, "·"),
    ],
)
def test_half_of_a_character_is_refused_with_its_place(
    change: dict[str, object], where: str, language: str
) -> None:
    as_json = json.dumps({**HEAD_JSON, "steps": [POLL], **change})
    for text in (as_json, f"--- {as_json}"):
        with pytest.raises(ClassError) as refused:
            read_lesson(text.encode())
        assert refused.value.reason == "lesson_half"
        assert refused.value.values["where"] == where
        assert f"“{where}”" in sentence(refused.value, language).encode().decode()


@pytest.mark.parametrize(
    "value",
    [
        *("!!timestamp x", "!!bool x", "!!int x", "!!float x", "!!int ''", "!!set {a}"),
        *("!!binary x", "!!python/name:os.system x", "{[a]: b}", "9" * 5000),
    ],
)
def test_a_value_of_a_kind_of_its_own_is_refused(value: str) -> None:
    with pytest.raises(ClassError) as refused:
        read_lesson(f"{HEAD}steps: {value}".encode())
    assert refused.value.reason == "lesson_unreadable"


def test_json_too_deep_is_refused() -> None:
    text = json.dumps(HEAD_JSON)[:-1] + ', "steps": ' + "[" * 50_000
    with pytest.raises(ClassError) as refused:
        read_lesson(text.encode())
    assert refused.value.reason == "lesson_unreadable"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}steps: []\ntitle: U",
        f"{HEAD}steps: [{{kind: text, ask: a, ask: b}}]",
        '{"after_overdue_lesson": 1, "steps": [{"ask": "a", "\\u0061sk": "b"}]}',
        '{"\\ud800": 1, "\\ud800": 2}',
    ],
)
def test_what_stands_twice_is_refused_not_lost(text: str, language: str) -> None:
    with pytest.raises(ClassError) as refused:
        read_lesson(text.encode())
    assert refused.value.reason == "lesson_key_twice"
    assert sentence(refused.value, language).encode()
