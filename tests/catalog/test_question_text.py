"""A question as it reads: its figures of the day, its footnotes numbered."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import questions
from after_overdue.errors import ContentError

GOOD = Path(__file__).parents[1] / "broken" / "good"
ON = date(2026, 2, 1)


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    content = Path(shutil.copytree(GOOD, tmp_path / "content"))
    path = content / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return content


def test_a_parameter_is_said_in_the_language_of_the_question() -> None:
    english = question_text(questions("en", GOOD)["late-mark"], ON, GOOD)
    chinese = question_text(questions("zh", GOOD)["late-mark"], ON, GOOD)
    assert english.short_answer == "Yes. It goes 5 years after you pay."
    assert english.text.startswith(
        "The credit record must drop the mark after 5 years."
    )
    assert chinese.short_answer == "会。还清之后满5年就消失。"


def test_a_parameter_named_thrice_is_listed_once_with_its_origin() -> None:
    figures = question_text(questions("en", GOOD)["late-mark"], ON, GOOD).figures
    assert [figure.name for figure in figures] == ["credit_record.retention_years"]
    assert figures[0].sources == ("record-rules#art-3",)


def test_the_value_is_that_of_the_day(tmp_path: Path) -> None:
    name = "parameters/credit_record/retention_years.yaml"
    later = "values:\n  2027-01-01: {value: 3, sources: [record-rules]}\n"
    content = changed(tmp_path, name, "values:\n", later)
    question = questions("en", content)["late-mark"]
    assert "5 years" in question_text(question, date(2026, 12, 31), content).text
    assert "3 years" in question_text(question, date(2027, 1, 1), content).text


def test_a_footnote_is_numbered_and_tells_its_source() -> None:
    text = question_text(questions("en", GOOD)["late-mark"], ON, GOOD)
    assert "5 years.[1]" in text.text
    (note,) = text.notes
    (citation,) = note.citations
    assert (note.number, note.claim) == (1, "fixed-term")
    assert citation.title == "Rules on records"
    assert citation.publisher == "Central Bank of Example"
    assert citation.pin == "Article 3"
    assert citation.grade == "A"
    assert citation.url == "https://law.gov.example/records"


def test_a_source_is_told_in_the_language_of_the_question() -> None:
    text = question_text(questions("zh", GOOD)["late-mark"], ON, GOOD)
    assert text.notes[0].citations[0].title == "记录规则"
    assert text.notes[0].citations[0].pin == "第三条"


def test_notes_are_numbered_in_order_and_repeat_their_number(tmp_path: Path) -> None:
    content = changed(
        tmp_path,
        "questions/late-mark.en.md",
        "Pay first.",
        "Pay first.[^then][^fixed-term]",
    )
    path = content / "questions" / "late-mark.en.md"
    text = path.read_text("utf-8").replace("claims:\n", "claims:\n  then: [article]\n")
    path.write_text(text, "utf-8")
    worded = question_text(questions("en", content)["late-mark"], ON, content)
    assert "Pay first.[2][1]" in worded.text
    assert [note.claim for note in worded.notes] == ["fixed-term", "then"]
    assert worded.notes[1].citations[0].pin is None


def test_a_page_may_mark_footnotes_its_own_way() -> None:
    text = question_text(
        questions("en", GOOD)["late-mark"], ON, GOOD, mark="<sup>{}</sup>".format
    )
    assert "5 years.<sup>1</sup>" in text.text


def test_an_unknown_parameter_is_told_by_its_file(tmp_path: Path) -> None:
    content = changed(
        tmp_path, "questions/late-mark.en.md", "retention_years", "retention"
    )
    question = questions("en", content)["late-mark"]
    with pytest.raises(
        ContentError, match=r"credit_record/retention\.yaml: is missing"
    ):
        question_text(question, ON, content)


def test_a_parameter_without_a_value_yet_is_told_by_its_file() -> None:
    question = questions("en", GOOD)["late-mark"]
    with pytest.raises(ContentError, match="has no value on 2013-03-14"):
        question_text(question, date(2013, 3, 14), GOOD)
