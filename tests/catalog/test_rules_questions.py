"""Rules of one question: what counts as sourced, typed, plain, short and readable."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from after_overdue.catalog.rules import checked
from after_overdue.catalog.rules_wording import prose
from after_overdue.errors import SettingError

GOOD = Path(__file__).parents[1] / "broken" / "good"
ON = date(2026, 2, 1)
PAID = {"en": "Pay first. Then the clock starts.", "zh": "先还清，时间才开始走。"}


def no_figure_problems(
    page: str, settings: Mapping[str, str], *, results: Mapping[str, str]
) -> list[str]:
    return []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


def rules(content: Path, old: str, new: str, language: str = "en") -> list[str]:
    """Return the rules that the question breaks with `new` in the place of `old`."""
    path = content / "questions" / f"late-mark.{language}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    report = checked(content, on=ON, figure_problems=no_figure_problems)
    return [problem.rule for problem in report.problems]


@pytest.mark.parametrize(
    "said",
    [
        "Pay first.\n\nMustard is yellow.",
        "### You must\n\nPay first.",
        "You must pay.\n- It is due.[^fixed-term]",
        "Pay first. The article says so (S2, F1 and X1).",
        "Send an SMS.",
        "Ask `www.bureau.example` first.",
        "Is it paid? Then wait.",
    ],
)
def test_a_sane_answer_breaks_no_rule(content: Path, said: str) -> None:
    broken = rules(content, PAID["en"], said)
    assert set(broken) <= {"AO-105"}  # another footnote than in Chinese


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("You must pay.", "en"),
        ("Must you pay?", "en"),
        ("- Pay.\n- You must.", "en"),
        ("It takes {credit_record.retention_years}.", "en"),
        ("必须还清。", "zh"),
        ("等{credit_record.retention_years:bare}年。", "zh"),
    ],
)
def test_a_rule_or_a_number_needs_a_footnote(
    content: Path, said: str, language: str
) -> None:
    assert rules(content, PAID[language], said, language) == ["AO-106"]


@pytest.mark.parametrize(
    ("said", "language"),
    [("Wait 5 years.", "en"), ("等5年。", "zh"), ("等５年。", "zh"), ("S.4", "en")],
)
def test_a_typed_number_is_refused(content: Path, said: str, language: str) -> None:
    assert rules(content, PAID[language], said, language) == ["AO-107"]


def test_a_typed_number_is_refused_in_title_and_short_answer(content: Path) -> None:
    assert rules(content, "late mark go", "late mark of 2020 go") == ["AO-107"]
    assert rules(content, "Yes. It", "Yes, in 5 years. It") == ["AO-107", "AO-107"]


@pytest.mark.parametrize(
    "named",
    ["{credit_record}", "{credit_record.retention_years:long}", "{", "{Credit.Years}"],
)
def test_a_brace_has_to_name_a_parameter(content: Path, named: str) -> None:
    broken = rules(content, PAID["en"], f"Pay first {named}.")
    assert broken == ["AO-108"]


def test_a_figure_that_cannot_be_said_is_refused(content: Path) -> None:
    path = content / "parameters" / "credit_record" / "retention_years.yaml"
    text = path.read_text("utf-8").replace("value: 5", "value: null")
    path.write_text(text, "utf-8")
    report = checked(content, on=ON, figure_problems=no_figure_problems)
    rules_broken = [problem.rule for problem in report.problems]
    assert sorted(rules_broken) == ["AO-108"] * 4 + ["AO-312"] * 2
    assert "'value' is None, which has no words." in str(report.problems[0])


@pytest.mark.parametrize(
    "said",
    [
        "# Pay first",
        "## Pay first",
        "See ![a chart](chart.png) first.",
        "Pay <b>first</b>.",
        "<!-- hidden --> Pay first.",
        "Pay at https://pay.example first.",
        "Pay at www.pay.example first.",
        "Pay first!",
    ],
)
def test_what_is_not_plain_markdown_is_refused(content: Path, said: str) -> None:
    assert set(rules(content, PAID["en"], said)) == {"AO-115"}


def test_chinese_exclamation_marks_are_refused_too(content: Path) -> None:
    assert rules(content, PAID["zh"], "先还清！", "zh") == ["AO-115"]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Ask about delinquency.", "en"),
        ("Ask the CRC.", "en"),
        ("Two CRCs know.", "en"),
        ("看APR。", "zh"),
        ("看授信。", "zh"),
    ],
)
def test_an_unexplained_term_is_refused(
    content: Path, said: str, language: str
) -> None:
    assert rules(content, PAID[language], said, language) == ["AO-114"]


def test_a_term_that_the_glossary_explains_may_be_used(content: Path) -> None:
    path = content / "glossary.yaml"
    text = path.read_text("utf-8").replace("[credit history]", "[CRC, delinquency]")
    path.write_text(text, "utf-8")
    assert rules(content, PAID["en"], "Ask the CRC about delinquency.") == []


def test_an_abbreviation_explained_in_one_language_serves_every_one(
    content: Path,
) -> None:
    path = content / "glossary.yaml"
    text = path.read_text("utf-8").replace("[credit history]", "[CRC]")
    path.write_text(text, "utf-8")
    assert rules(content, PAID["zh"], "看CRC。", "zh") == []


def test_a_short_answer_is_counted_with_its_figures_filled_in(content: Path) -> None:
    start = "Yes. It goes {credit_record.retention_years} after you pay."
    assert rules(content, start, start + " And so it is" * 8) == []
    assert rules(content, start, start + " And so it is" * 9) == ["AO-113"]


def test_a_long_title_is_refused(content: Path) -> None:
    broken = rules(
        content, "Does a late mark", "Does an administrative registration entry"
    )
    assert broken == ["AO-112"]


def test_a_chinese_title_has_a_pause_before_a_phones_line_is_full(content) -> None:
    for length, broken in [(11, []), (12, ["AO-112"])]:
        title = "title: " + "还" * length + "？"
        path = content / "questions" / "late-mark.zh.md"
        before = re.search("^title: .*$", path.read_text("utf-8"), re.MULTILINE)[0]
        assert rules(content, before, title, "zh") == broken


@pytest.mark.parametrize(("language", "unit"), [("en", "years"), ("zh", "年")])
def test_a_unit_that_stands_twice_is_refused(content, language, unit) -> None:
    said = f"{{credit_record.retention_years}} {unit}"
    path = content / "questions" / f"late-mark.{language}.md"
    figure = "{credit_record.retention_years}"
    assert figure in path.read_text("utf-8")
    assert "AO-108" in rules(content, figure, said, language)


def test_long_chinese_sentences_are_refused_by_their_mean(content: Path) -> None:
    longer = "，".join(["先把逾期的钱全部还清再等着时间慢慢走"] * 3) + "。"
    assert rules(content, PAID["zh"], longer, "zh") == ["AO-112"]
    assert rules(content, longer, longer + "先还清。" * 6, "zh") == []


def test_a_list_item_is_a_sentence_and_a_wrapped_line_is_none() -> None:
    text = (
        "Ask\nthem:\n\n1. a **bank**,\n   in writing\n2. the `app`\n\n### So\n\nWait."
    )
    assert prose(text) == "Ask them:\na bank, in writing.\nthe app.\nWait."


def test_separators_of_a_number_end_no_sentence() -> None:
    assert prose("It costs 10,000.50 yuan.") == "It costs 1000050 yuan."


def test_every_answer_shows_a_figure_that_opens(content: Path) -> None:
    asked = []

    def opens(
        page: str, settings: Mapping[str, str], *, results: Mapping[str, str]
    ) -> list[str]:
        asked.append((page, dict(settings)))
        return ["it is shut."]

    report = checked(content, on=ON, figure_problems=opens)
    case = {"points_lost": "60", "score_before": "650"}
    assert ("score_recovery", case) in asked
    rules_broken = [problem.rule for problem in report.problems]
    assert rules_broken == ["AO-110"] * 4 + ["AO-306"] * 6 + ["AO-353"]
    assert "'figure' does not open: it is shut." in str(report.problems[0])


def test_without_what_measures_reading_a_check_says_what_to_install(
    content, monkeypatch
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    with pytest.raises(SettingError, match=r"install requirements-dev\.txt"):
        checked(content, on=ON, figure_problems=no_figure_problems)


def test_the_site_does_not_load_what_measures_reading() -> None:
    script = "import sys, after_overdue.catalog.rules; print('textstat' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "False"
