"""Rules of the languages, and that a third one needs no Python."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.questions import questions
from after_overdue.catalog.rules import Report, checked

GOOD = Path(__file__).parents[1] / "broken" / "good"
ON = date(2026, 2, 1)
WORDS = re.compile(r"\{en: ([^,{}\[]+), zh: ([^,{}\[]+)\}")
LISTS = re.compile(r"\{en: (\[.*?\]), zh: (\[.*?\])\}")


def no_figure_problems(
    page: str, settings: Mapping[str, str], *, results: Mapping[str, str]
) -> list[str]:
    return []


def check(content: Path) -> Report:
    return checked(content, on=ON, figure_problems=no_figure_problems)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


@pytest.fixture
def in_german(content: Path) -> Path:
    """The good folder with a third language, in its own words where it matters."""
    words = (content / "interface.en.yaml").read_text("utf-8")
    words = words.replace("Hello", "Hallo").replace("en_GB", "de_DE")
    words = words.replace('one: "{number} year"', 'one: "{number} Jahr"')
    words = words.replace('other: "{number} years"', 'other: "{number} Jahren"')
    (content / "interface.de.yaml").write_text(words, "utf-8")
    for path in content.rglob("*.yaml"):
        text = WORDS.sub(r"{en: \1, zh: \2, de: Wort}", path.read_text("utf-8"))
        text = LISTS.sub(r"{en: \1, zh: \2, de: []}", text)
        path.write_text(text, "utf-8")
    terms = (content / "terms.yaml").read_text("utf-8")
    terms = terms.replace("  zh: [授信]", "  zh: [授信]\n  de: [Verzug]")
    terms = terms.replace("  zh: [必须]", "  zh: [必须]\n  de: [muss]")
    (content / "terms.yaml").write_text(terms, "utf-8")
    glossary = (content / "glossary.yaml").read_text("utf-8")
    glossary = glossary.replace("de: Wort", "de: Akte", 1)
    (content / "glossary.yaml").write_text(glossary, "utf-8")
    for slug in ("late-mark", "late-score"):
        path = content / "questions" / f"{slug}.en.md"
        shutil.copy(path, path.with_name(f"{slug}.de.md"))
    quiz = content / "quizzes" / "late-mark.en.yaml"
    shutil.copy(quiz, quiz.with_name("late-mark.de.yaml"))
    return content


def test_a_third_language_needs_no_python(in_german: Path) -> None:
    report = check(in_german)
    assert report.problems == ()
    assert report.counts["languages"] == 3
    assert questions("de", in_german).keys() == questions("en", in_german).keys()


def test_what_the_third_language_lacks_is_told(in_german: Path) -> None:
    (in_german / "questions" / "late-mark.de.md").unlink()
    path = in_german / "facts.yaml"
    path.write_text(path.read_text("utf-8").replace(", de: Wort", ""), "utf-8")
    problems = [str(problem) for problem in check(in_german).problems]
    assert len(problems) == 2
    assert "content/facts.yaml: 'F1.text.de' is missing. Write it." in problems[0]
    assert "late-mark.de.md: is missing; the question stands in en, zh." in problems[1]


def test_rules_read_the_words_of_the_third_language(in_german: Path) -> None:
    path = in_german / "questions" / "late-mark.de.md"
    text = path.read_text("utf-8").replace("Pay first.", "Das muss sein. Verzug.")
    path.write_text(text, "utf-8")
    assert [each.rule for each in check(in_german).problems] == ["AO-106", "AO-114"]


def test_a_question_in_a_language_without_interface_is_refused(content: Path) -> None:
    path = content / "questions" / "late-mark.en.md"
    shutil.copy(path, path.with_name("late-mark.fr.md"))
    (only,) = check(content).problems
    assert only.rule == "AO-104"
    assert "is in 'fr', which is no language of this guide." in only.what


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[S1, S2]", "[S1]", "'article' is S1, in en S1, S2."),
        ("#art-3", "", "'claims' is"),
        ("points_lost: 60", "points_lost: 50", "'figure' is"),
        ("[late-score]", "[]", "'related' is none, in en late-score."),
        ("2026-01-15", "2026-01-14", "'reviewed' is 2026-01-14, in en 2026-01-15."),
        (
            "它。[^fixed-term]",
            "它。[^fixed-term][^fixed-term]",
            "its footnotes are fixed-term, fixed-term, in en fixed-term.",
        ),
    ],
)
def test_the_languages_make_the_same_claims(
    content: Path, old: str, new: str, words: str
) -> None:
    path = content / "questions" / "late-mark.zh.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    problems = [str(each) for each in check(content).problems if each.rule == "AO-105"]
    assert len(problems) == 1
    assert problems[0].startswith(f"content/questions/late-mark.zh.md: {words}")


def test_a_number_that_only_one_language_names_is_told(content: Path) -> None:
    path = content / "questions" / "late-mark.zh.md"
    text = path.read_text("utf-8").replace("{credit_record.retention_years}", "几年")
    path.write_text(text, "utf-8")
    (only,) = check(content).problems
    assert only.what == "only one of zh and en names credit_record.retention_years."


def test_a_plural_that_one_language_does_not_have_is_no_gap() -> None:
    english = (GOOD / "interface.en.yaml").read_text("utf-8")
    chinese = (GOOD / "interface.zh.yaml").read_text("utf-8")
    assert "one:" in english
    assert "{one:" not in chinese
    assert check(GOOD).problems == ()
