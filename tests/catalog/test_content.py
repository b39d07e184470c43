"""The content we ship: every rule kept, both languages in step."""

from functools import partial
from pathlib import Path

from after_overdue.catalog.claims import Claim, claims
from after_overdue.catalog.contradictions import Contradiction, contradictions
from after_overdue.catalog.facts import Fact, facts
from after_overdue.catalog.files import CONTENT, LANGUAGES, mapping_in, record
from after_overdue.catalog.glossary import Term, glossary
from after_overdue.catalog.parameters import Parameter
from after_overdue.catalog.question_text import question_text
from after_overdue.catalog.questions import questions, read_question
from after_overdue.catalog.quizzes import read_quiz
from after_overdue.catalog.rules import checked
from after_overdue.catalog.sources import Source
from after_overdue.models.registry import NEEDS
from after_overdue.sharing.figure_settings import figure_problems
from after_overdue.teaching.quiz_text import quiz_text

REVIEWED = max(question.reviewed for question in questions("en").values())


def test_the_content_we_ship_breaks_no_rule() -> None:
    opens = partial(figure_problems, today=REVIEWED)
    report = checked(CONTENT, on=REVIEWED, figure_problems=opens, models=NEEDS)
    assert [str(problem) for problem in report.problems] == []


def test_the_ledger_is_complete() -> None:
    assert list(claims()) == [f"S{number}" for number in range(1, 67)]
    assert len(facts()) == 179
    assert len(contradictions()) == 22


def test_there_are_at_least_twenty_four_questions_in_each_language() -> None:
    for language in LANGUAGES:
        assert len(questions(language)) >= 24


def test_every_question_reads_whole_in_every_language() -> None:
    for language in LANGUAGES:
        for question in questions(language).values():
            text = question_text(question, REVIEWED)
            assert text.notes
            assert "{" not in text.title + text.short_answer + text.text


def test_terms_that_are_often_mixed_up_are_told_apart() -> None:
    terms = glossary()
    for one, other in (
        ("sesame-score", "sesame-grain"),
        ("credit-repair", "credit-reporting"),
        ("platform-repair", "official-repair"),
        ("penalty-interest", "late-fee"),
        ("flat-fee", "apr"),
        ("apr", "ear"),
        ("roll-rate", "cure-rate"),
    ):
        assert other in terms[one].look_alike


def example(start: str) -> str:
    """Return the block of the writer's guide that starts so."""
    blocks = (CONTENT / "README.md").read_text("utf-8").split("```")[1::2]
    return next(
        text for each in blocks if (text := each.partition("\n")[2]).startswith(start)
    )


def test_the_examples_of_the_writers_guide_are_of_the_form_they_teach() -> None:
    for start, kind in (
        ("label:", Parameter),
        ("credit-reporting-regulation:", Source),
        ("F24:", Fact),
        ("S2:", Claim),
        ("X1:", Contradiction),
        ("penalty-interest:", Term),
    ):
        found = mapping_in(example(start), where="content/README.md", rule="AO-001")
        entry = found if kind is Parameter else next(iter(found.values()))
        record(kind, entry, where="content/README.md", key=start, rule="AO-001")


def test_the_question_of_the_writers_guide_is_a_question(tmp_path: Path) -> None:
    path = tmp_path / "questions" / "late-mark.en.md"
    path.parent.mkdir()
    path.write_text(example("---\ntitle:"), "utf-8")
    assert question_text(read_question(path, tmp_path), REVIEWED).notes


def test_the_quiz_question_of_the_writers_guide_is_one(tmp_path: Path) -> None:
    path = tmp_path / "quizzes" / "late-mark.en.yaml"
    path.parent.mkdir()
    path.write_text(example("- id: mark-for-ever"), "utf-8")
    (item,) = read_quiz(path, tmp_path)
    text = quiz_text(item, REVIEWED)
    assert text.because("stays").endswith("it goes on 15 March 2031.")
    assert text.notes
