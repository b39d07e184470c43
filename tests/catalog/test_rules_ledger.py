"""Rules of the ledger: ids lead somewhere, both ways, and none is left out."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.rules import checked

GOOD = Path(__file__).parents[1] / "broken" / "good"
ON = date(2026, 2, 1)


def no_figure_problems(
    page: str, settings: Mapping[str, str], *, results: Mapping[str, str]
) -> list[str]:
    return []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


def problems_of(content: Path, name: str, old: str, new: str) -> list[str]:
    path = content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    report = checked(content, on=ON, figure_problems=no_figure_problems)
    return [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("claims.yaml", "against: [F1]", "against: [F2]", "'S2.against' names 'F2'"),
        ("claims.yaml", "[late-mark]", "[late]", "'S1.questions' names 'late'"),
        ("contradictions.yaml", "[S1, S2]", "[S1, S2, S9]", "'X1.claims' names 'S9'"),
        ("contradictions.yaml", "facts: [F1]", "facts: []", "'X1.sides' names 'F1'"),
        ("contradictions.yaml", "{claims: [S2]", "{claims: []", "'X1.sides' lacks S2"),
        ("timeline.yaml", "facts: [F1]", "facts: [F9]", "'first-shop.facts' names"),
        ("timeline.yaml", "supports: [S1]", "supports: [S9]", "'first-shop.supports'"),
    ],
)
def test_an_id_that_leads_nowhere_is_refused(
    content: Path, name: str, old: str, new: str, words: str
) -> None:
    assert any(
        words in each and "[AO-122]" in each
        for each in problems_of(content, name, old, new)
    )


def test_a_contradiction_that_a_claim_lists_has_to_list_the_claim(
    content: Path,
) -> None:
    path = content / "contradictions.yaml"
    text = path.read_text("utf-8").replace("{claims: [S2]", "{claims: []")
    path.write_text(text, "utf-8")
    (only,) = problems_of(
        content, "contradictions.yaml", "claims: [S1, S2]", "claims: [S1]"
    )
    assert "'X1.claims' lacks S2, which lists X1." in only


def test_an_id_is_listed_once(content: Path) -> None:
    (only,) = problems_of(content, "claims.yaml", "against: [F1]", "against: [F1, F1]")
    assert "'S2.against' (it is ['F1', 'F1']): 'F1' stands twice." in only


def test_a_gap_in_the_facts_is_told(content: Path) -> None:
    more = "F1:\n  status: computed\n  text: {en: a, zh: b}\n  sources: []\n\nF3:\n"
    (only,) = problems_of(content, "facts.yaml", "F1:\n", more)
    assert "content/facts.yaml: 'F2' is missing. Number F1 to F3 without" in only


def test_a_wide_gap_is_told_in_one_line(content: Path) -> None:
    more = "F1:\n  status: computed\n  text: {en: a, zh: b}\n  sources: []\n\nF99999:\n"
    (only,) = problems_of(content, "facts.yaml", "F1:\n", more)
    assert "'F2' and on are missing. Number F1 to F99999 without a gap." in only


@pytest.mark.parametrize("value", ["many", "true", "-3", "0", "[2]", "null"])
def test_the_count_of_the_claims_is_a_count(content: Path, value: str) -> None:
    name = "parameters/article/claims.yaml"
    (only,) = problems_of(content, name, "value: 2", f"value: {value}")
    assert f"content/{name}: is no count." in only


def test_an_event_or_example_that_is_verified_cites_a_source(content: Path) -> None:
    (only,) = problems_of(content, "timeline.yaml", "[record-rules]", "[]")
    assert "timeline.yaml: 'first-shop' is 'verified-a' but cites no source." in only


def test_a_claim_cites_its_own_line_of_the_article_first(content: Path) -> None:
    (only,) = problems_of(content, "claims.yaml", "line: 1", "line: 2")
    assert "'S1.sources' does not begin with 'article#L2', its own line." in only


@pytest.mark.parametrize(
    ("status", "problems"), [("general-knowledge", 0), ("verified-b", 1)]
)
def test_only_general_knowledge_goes_without_a_source(
    content: Path, status: str, problems: int
) -> None:
    path = content / "facts.yaml"
    text = path.read_text("utf-8").replace('["record-rules#art-3"]', "[]")
    path.write_text(text, "utf-8")
    assert len(problems_of(content, "facts.yaml", "verified-a", status)) == problems


def test_a_question_that_cannot_be_read_is_no_unknown_question(content: Path) -> None:
    (content / "questions" / "late-score.en.md").write_text("nothing")
    (content / "questions" / "late-score.zh.md").write_text("nothing")
    report = checked(content, on=ON, figure_problems=no_figure_problems)
    assert [problem.rule for problem in report.problems] == ["AO-101", "AO-101"]


def test_sources_that_cannot_be_read_are_told_once(content: Path) -> None:
    (content / "sources.yaml").write_text("nothing")
    report = checked(content, on=ON, figure_problems=no_figure_problems)
    assert [problem.rule for problem in report.problems] == ["AO-501"]
