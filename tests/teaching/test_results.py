"""Results: one row for each learner and step, safe to open in a spreadsheet."""

import csv
import io

import pytest

from after_overdue.errors import ClassError
from after_overdue.teaching.learner import answer, join
from after_overdue.teaching.results import results, results_csv, safe_cell
from tests.teaching.classes import NOW, later


@pytest.fixture
def played(store, opened, press) -> None:
    """Three learners; two answered the first step, one the second."""
    names = ("小王", "-1", "")
    tokens = [
        join(store, code=opened.join_code, nickname=each, now=NOW).token
        for each in names
    ]
    press("open")
    answer(store, tokens[1], step=0, response={"month": 20}, now=NOW)
    answer(store, tokens[1], step=0, response={"month": 25}, now=later(seconds=3))
    answer(store, tokens[0], step=0, response={"month": 13}, now=later(seconds=4))
    press("reveal", "next", "open")
    chosen = {"options": ["missed-part"]}
    answer(store, tokens[2], step=1, response=chosen, now=later(minutes=1))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_has_a_row_for_each_learner_and_step(store, opened, played) -> None:
    rows = table(results_csv(store, opened.host_secret, now=NOW))
    value = [(r["learner"], r["step"], r["asked"], r["response"]) for r in rows]
    assert value == [
        ("1", "1", "score_recovery.month", "13"),
        ("1", "2", "what-is-late", ""),
        ("2", "1", "score_recovery.month", "25"),
        ("2", "2", "what-is-late", ""),
        ("3", "1", "score_recovery.month", ""),
        ("3", "2", "what-is-late", "missed-part"),
    ]
    assert [r["right"] for r in rows] == ["no", "", "no", "", "", "yes"]
    assert [r["nickname"] for r in rows[::2]] == ["小王", "-1", ""]
    assert rows[2]["answered_at"] == later(seconds=3).isoformat()
    assert rows[0]["joined_at"] == NOW.isoformat()


def test_the_rows_are_there_as_values_too(store, opened, played) -> None:
    first = results(store, opened.host_secret, now=NOW)[0]
    assert first.response == {"month": 13}
    assert (first.learner, first.nickname, first.step) == (1, "小王", 1)


def test_results_are_for_the_holder_of_the_host_link_only(
    store, opened, played
) -> None:
    for secret in ("", opened.join_secret, opened.join_code):
        with pytest.raises(ClassError) as refused:
            results_csv(store, secret, now=NOW)
        assert refused.value.reason == "host"


@pytest.mark.parametrize("first", "=+-@\t\r\n\0|%＝＋－＠")
def test_a_cell_that_begins_like_a_formula_is_text(first) -> None:
    assert safe_cell(f"{first}cmd()") == f"'{first}cmd()"


@pytest.mark.parametrize("cell", ["-5+cmd()", "-1+1", "-5%", "-5\n=cmd()"])
def test_a_formula_that_begins_like_a_number_is_text(cell) -> None:
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "12.5", "1e-05", "小王", "", "O'Neil"])
def test_a_cell_that_is_no_formula_stays_as_it_is(cell) -> None:
    assert safe_cell(cell) == cell


def test_no_row_holds_what_only_a_program_says(store, opened, press) -> None:
    learner = join(store, code=opened.join_code, now=NOW).token
    press("open")
    answer(store, learner, step=0, response={"month": None}, now=NOW)
    text = results_csv(store, opened.host_secret, now=NOW)
    assert "None" not in text
    assert table(text)[0]["response"] == "none"
