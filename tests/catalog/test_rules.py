"""The content rules: each has a sentence and a broken example that says its words."""

import re
import shutil
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from after_overdue.catalog.rules import Report, checked
from after_overdue.catalog.rules_models import ModelNeeds
from after_overdue.sharing.figure_settings import figure_problems

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "tests" / "broken"
GOOD = GALLERY / "good"
BROKEN = sorted(folder.name for folder in GALLERY.glob("AO-*"))
NOT_CONTENT = ("expected.txt", "removed.txt")
ON = date(2026, 2, 1)
SCORE = ModelNeeds("score_recovery", ("points_lost",), ("month",))
RECORD = ModelNeeds("credit_record", ())
RULE = r"AO-\d{3}"


def check(content: Path, on: date = ON) -> Report:
    opens = partial(figure_problems, today=on)
    return checked(
        content,
        on=on,
        figure_problems=opens,
        models=(SCORE, RECORD),
        pages=content / "pages",
    )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(GOOD, tmp_path / "content"))
    for model in (SCORE, RECORD):
        page = made / "pages/explore" / f"{model.slug}.py"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.touch()
    return made


def lay_over(content: Path, rule: str) -> None:
    folder = GALLERY / rule
    shutil.copytree(
        folder,
        content,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns(*NOT_CONTENT),
    )
    removed = folder / "removed.txt"
    for name in removed.read_text("utf-8").split() if removed.exists() else ():
        path = content / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_the_good_folder_has_no_problems(content: Path) -> None:
    report = check(content)
    assert report.problems == ()
    assert report.warnings == ()


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_file_is_told_in_the_expected_words(rule: str, content: Path) -> None:
    lay_over(content, rule)
    problems = [str(each) for each in check(content).problems if each.rule == rule]
    expected = (GALLERY / rule / "expected.txt").read_text("utf-8").splitlines()
    assert any(all(words in each for words in expected) for each in problems), problems


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_file_breaks_no_other_rule(rule: str, content: Path) -> None:
    lay_over(content, rule)
    assert {each.rule for each in check(content).problems} == {rule}


def test_every_rule_has_a_sentence_and_a_broken_file() -> None:
    rules = (ROOT / "docs" / "content-rules.md").read_text("utf-8")
    sentences = re.findall(rf"^- \*\*({RULE})\*\* \S", rules, re.MULTILINE)
    assert sorted(sentences) == BROKEN


def test_every_rule_that_the_code_names_has_a_broken_file() -> None:
    named = {
        rule
        for path in (ROOT / "after_overdue" / "catalog").glob("*.py")
        for rule in re.findall(f'"({RULE})"', path.read_text("utf-8"))
    }
    assert sorted(named) == BROKEN


def test_a_review_is_due_after_half_a_year_and_refused_after_one(content: Path) -> None:
    reviewed = date(2026, 1, 15)
    for days, warned, refused in ((180, 0, 0), (181, 4, 0), (365, 4, 0), (366, 0, 4)):
        report = check(content, reviewed + timedelta(days))
        assert (len(report.warnings), len(report.problems)) == (warned, refused)


def test_a_review_in_the_future_is_refused(content: Path) -> None:
    problems = [str(each) for each in check(content, date(2026, 1, 14)).problems]
    assert len(problems) == 4
    assert "'reviewed' is 2026-01-15, after today, 2026-01-14." in problems[0]


def test_a_warning_is_counted_but_is_no_problem(content: Path) -> None:
    assert str(check(content, date(2026, 10, 1))).endswith(": no problems, 4 warnings.")


def test_one_of_a_kind_is_counted_in_the_singular(content: Path) -> None:
    assert str(check(content)).startswith("2 claims, 1 fact, 1 contradiction, ")


FILES = sorted(
    str(path.relative_to(GOOD)) for path in GOOD.rglob("*") if path.is_file()
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "written",
    [b"", b"- 1", b"a: [", b"a: 1\na: 2", b"\xff\xfe", b"---\n---\n"],
    ids=["empty", "a list", "unclosed", "twice", "not text", "fences"],
)
def test_any_file_may_be_malformed(name: str, written: bytes, content: Path) -> None:
    (content / name).write_bytes(written)
    report = check(content)
    assert any(f"content/{name}" in str(each) for each in report.problems)


@pytest.mark.parametrize(
    "name", [each for each in FILES if not each.startswith("lessons/")]
)
def test_any_file_that_others_need_may_be_missing(name: str, content: Path) -> None:
    (content / name).unlink()
    report = check(content)
    assert any(f"content/{name}" in str(each) for each in report.problems)


@pytest.mark.parametrize("name", ["questions", "parameters"])
def test_a_whole_folder_may_be_missing(name: str, content: Path) -> None:
    shutil.rmtree(content / name)
    assert check(content).problems


def test_a_file_where_a_folder_belongs_is_no_crash(content: Path) -> None:
    (content / "sources.yaml").unlink()
    (content / "sources.yaml").mkdir()
    problems = [str(each) for each in check(content).problems]
    assert len(problems) == 1
    assert problems[0].startswith("content/sources.yaml: cannot be read:")
