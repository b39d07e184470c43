"""Quizzes as content: how files are read, and what is told of those that cannot be."""

from pathlib import Path

import pytest

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.quizzes import quizzes, read_quiz
from after_overdue.errors import ContentError

GOOD = Path(__file__).parents[1] / "broken" / "good"
SINGLE = """
- id: late
  kind: single
  ask: Is it late?
  options:
    - {id: 'yes', say: It is, right: true, because: It is.}
    - {id: 'no', say: It is not, because: It is.}
  claims: {}
  topic: overdue-basics
  read: what-is-overdue
"""
NUMBER = """
- id: late
  kind: number
  ask: How late is it?
  number:
    page: credit_record
    settings: {due_on: 2026-02-15}
    result: days_past_due
    tolerance: 0
    unit: days
    right: Yes.
    low: More.
    high: Less.
  claims: {}
  topic: overdue-basics
  read: what-is-overdue
"""


def refusal(tmp_path: Path, text: str, name: str = "late.en.yaml") -> str:
    path = tmp_path / "quizzes" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_quiz(path, tmp_path)
    return str(caught.value)


@pytest.mark.parametrize("text", [SINGLE, NUMBER])
def test_a_sane_item_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "quizzes" / "late.en.yaml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    (item,) = read_quiz(path, tmp_path)
    assert (item.id, item.slug, item.language) == ("late", "late", "en")


def test_items_come_in_the_order_of_their_file() -> None:
    assert list(quizzes("en", GOOD)) == ["mark-for-ever", "points-back"]
    assert list(quizzes("zh", GOOD)) == ["mark-for-ever", "points-back"]


def test_what_is_right_is_known_by_its_id() -> None:
    assert quizzes("en", GOOD)["mark-for-ever"].right == ("goes",)


def test_a_setting_is_written_as_the_address_holds_it() -> None:
    see = quizzes("en", GOOD)["mark-for-ever"].options[0].see
    assert see is not None
    assert see.address["cured_on"] == "2025-03-15"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kind: single", "kind: guess", "'late.kind' (it is 'guess'): input should be"),
        ("kind: single", "kind: number", "'number' belongs to the kind number"),
        ("id: 'no'", "id: 'yes'", "the option 'yes' stands twice"),
        ("id: late", "id: Late Mark", "'Late Mark.id'"),
        ("because: It is.}", "}", "'late.options.0.because': field required"),
        ("  topic: overdue-basics", "  topic: weather", "'late.topic'"),
        ("- id", "id", "is not readable YAML"),
    ],
)
def test_a_malformed_item_is_told_by_its_key(tmp_path, old, new, words) -> None:
    assert words in refusal(tmp_path, SINGLE.replace(old, new, 1))


def test_one_option_is_no_choice(tmp_path: Path) -> None:
    lines = [line for line in SINGLE.splitlines() if "'no'" not in line]
    assert "single has two 'options' or more" in refusal(tmp_path, "\n".join(lines))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kind: number", "kind: order", "'number' belongs to the kind number"),
        ("tolerance: 0", "tolerance: -1", "greater than or equal to 0"),
        ("unit: days", "unit: day", "'late.number.unit'"),
    ],
)
def test_a_malformed_number_is_told_by_its_key(tmp_path, old, new, words) -> None:
    assert words in refusal(tmp_path, NUMBER.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "[]", "late: 1", "3"])
def test_a_file_that_holds_no_list_is_told(tmp_path: Path, text: str) -> None:
    assert "not a list. Begin each entry with '- '." in refusal(tmp_path, text)


def test_a_file_that_is_not_named_as_a_quiz_is_told(tmp_path: Path) -> None:
    said = refusal(tmp_path, SINGLE, "late.yaml")
    assert said.startswith("content/quizzes/late.yaml: is not named as a quiz.")


def test_every_item_of_the_guide_stands_in_every_language() -> None:
    assert len({tuple(quizzes(language)) for language in LANGUAGES}) == 1
