"""Rules of one quiz item: what counts as right, sourced, typed and said of its case."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from after_overdue.catalog.rules import checked
from after_overdue.sharing.figure_settings import figure_problems

GOOD = Path(__file__).parents[1] / "broken" / "good"
ON = date(2026, 2, 1)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


def rules(content: Path, *changes: tuple[str, str]) -> set[str]:
    """Return the rules that both languages of the quiz break with these changes."""
    for language in ("en", "zh"):
        path = content / "quizzes" / f"late-mark.{language}.yaml"
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
    opens = partial(figure_problems, today=ON)
    report = checked(content, on=ON, figure_problems=opens)
    return {problem.rule for problem in report.problems}


@pytest.mark.parametrize(
    "change",
    [
        ("{result.score_after:points:bare}", "{result.score_after:points}"),
        ("{credit_record.retention_years}", "{credit_record.retention_years:bare}"),
        ("[^fixed-term]", " (S2, F1)[^fixed-term]"),
        ("{result.score_after:points:bare}", "{result.schedule.back_in_month:months}"),
        ("tolerance: 0", "tolerance: 0.5"),
    ],
)
def test_a_sane_change_breaks_no_rule(content: Path, change) -> None:
    assert rules(content, change) == set()


RESULT = "{result.score_after:points:bare}"
CASE = "{page: score_recovery, settings: {points_lost: 60}}"


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (("kind: single", "kind: order"), {"AO-304", "AO-303"}),
        (("      right: true\n", ""), {"AO-304", "AO-305"}),
        ((CASE, CASE.replace("60", "600")), {"AO-306"}),
        ((CASE, CASE.replace("points_lost", "points")), {"AO-306", "AO-313"}),
        ((RESULT, "{result.scores:points}"), {"AO-307"}),
        ((RESULT, "{result.score_after:day}"), {"AO-307"}),
        (("result: schedule.back_in_month", "result: schedule.back_on"), {"AO-307"}),
        (("result: schedule.back_in_month", "result: schedule"), {"AO-307"}),
        (("    for-ever:", "    none: ['article#L2']\n    for-ever:"), {"AO-309"}),
        (
            ("id: stays\n      say: ", "id: stays\n      say: '[^fixed-term]' #"),
            {"AO-309"},
        ),
        ((RESULT, "{result.score_after:parsecs}"), {"AO-312"}),
        ((RESULT, "{points}"), {"AO-312"}),
        ((RESULT, "{score_recovery.readings}"), {"AO-312", "AO-313"}),
    ],
    ids=lambda each: ", ".join(sorted(each)) if isinstance(each, set) else str(each),
)
def test_an_insane_change_breaks_its_rule(content: Path, change, broken) -> None:
    assert rules(content, change) == broken - {"AO-303"}
