"""The bank of our own quiz questions: whole, and readable in every format."""

import io
import re
from datetime import date
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from lxml import html
from qti_convert import upgrade_package

from after_overdue.catalog.quizzes import quizzes
from after_overdue.teaching.exports.bank import BankQuestion, bank
from after_overdue.teaching.exports.gift import gift
from after_overdue.teaching.exports.moodle_xml import moodle_xml
from after_overdue.teaching.exports.printed_bank import TOPICS, printed_bank
from after_overdue.teaching.exports.qti import QTI_3, QTI_21
from after_overdue.teaching.exports.qti_12 import qti_12_package
from after_overdue.teaching.exports.qti_package import MANIFEST, qti_package
from after_overdue.teaching.quiz import marked
from tests.teaching.exports.readers import read_gift
from tests.teaching.exports.test_moodle_xml import broken_rules
from tests.teaching.exports.test_qti import OURS, same
from tests.teaching.exports.test_qti_12 import OURS as OURS_12
from tests.teaching.exports.test_qti_12 import items, right_answer
from tests.teaching.exports.test_qti_12 import marked as marked_12

TODAY, BASE = date(2026, 11, 25), "https://guide.example"


@pytest.fixture(scope="module", params=["en", "zh"])
def ours(request: pytest.FixtureRequest) -> tuple[BankQuestion, ...]:
    return bank(quizzes(request.param).values(), base=BASE, today=TODAY)


def test_every_question_is_in_the_bank(ours: tuple[BankQuestion, ...]) -> None:
    assert [each.id for each in ours] == list(quizzes(ours[0].language))


def test_every_wrong_option_leads_to_the_settings_that_disprove_it(
    ours: tuple[BankQuestion, ...],
) -> None:
    for question in ours:
        for choice in question.choices:
            links = re.findall(r'href="([^"]+)"', choice.reply)
            assert choice.right or links
            for link in links:
                assert link.startswith(f"{BASE}/")
                assert f"lang={question.language}" in link


def test_what_the_bank_calls_right_is_marked_right(
    ours: tuple[BankQuestion, ...],
) -> None:
    for question in ours:
        item = quizzes(question.language)[question.id]
        if question.target is not None:
            response: dict[str, object] = {"number": question.target.value}
        else:
            key = "order" if question.kind == "order" else "options"
            response = {key: list(question.right)}
        assert marked(item, response, TODAY).right


def test_every_format_reads_every_question(ours: tuple[BankQuestion, ...]) -> None:
    made = fromstring(moodle_xml(ours))
    assert list(broken_rules(made)) == []
    names = [
        each.findtext("name/text") for each in made if each.find("name") is not None
    ]
    assert names == [each.title for each in ours]
    read = [each for each in read_gift(gift(ours)) if each["type"] != "Category"]
    assert [each["title"] for each in read] == [each.title for each in ours]
    with ZipFile(io.BytesIO(qti_package(ours, QTI_21))) as archive:
        for name in archive.namelist():
            if name != MANIFEST:
                OURS.validate(archive.read(name).decode())


def test_what_the_bank_calls_right_scores_100_in_qti_12(
    ours: tuple[BankQuestion, ...],
) -> None:
    language = ours[0].language
    name = f"after-overdue-{language}"
    with ZipFile(io.BytesIO(qti_12_package(ours))) as archive:
        text = archive.read(f"{name}/{name}.xml").decode()
    OURS_12.validate(text)
    found = items(text)
    for question in ours:
        item = found[f"{question.id}-{language}"]
        score, _ = marked_12(item, right_answer(question))
        assert score == pytest.approx(100, abs=0.05)


def test_on_paper_a_letter_of_the_key_stands_before_what_is_right(ours) -> None:
    page = html.fromstring(printed_bank(ours, TODAY).decode())
    by_topic = sorted(ours, key=lambda each: TOPICS.index(each.topic))
    sections = page.xpath("//section")
    asked, keys = sections[: len(ours)], sections[len(ours) :]
    for question, paper, key in zip(by_topic, asked, keys, strict=True):
        lines = [" ".join(each.itertext()) for each in paper.xpath("ol[@class]/li")]
        right = key.findtext("p/strong").partition(". ")[2]
        said = {
            each.id: html.fromstring(f"<p>{each.say}</p>") for each in question.choices
        }
        named = [" ".join(said[each].itertext()) for each in question.right]
        if question.target is None:
            assert [lines["ABCDEFGH".index(each)] for each in right.split()] == named
        else:
            assert not lines
            assert any(each.isdecimal() for each in right)


def test_a_converter_makes_our_qti_3_of_our_qti_21(
    ours: tuple[BankQuestion, ...],
) -> None:
    upgraded = upgrade_package(qti_package(ours, QTI_21)).files
    with ZipFile(io.BytesIO(qti_package(ours, QTI_3))) as archive:
        for name in archive.namelist():
            made = upgraded[name]
            text = made if isinstance(made, str) else made.decode()
            assert same(text) == same(archive.read(name).decode())
