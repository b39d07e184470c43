"""Reading content files: what is taken, and what an author is told otherwise."""

from pathlib import Path

import pytest

from after_overdue.catalog.files import (
    CONTENT,
    LANGUAGES,
    Bilingual,
    languages,
    mapping_in,
    read_records,
    record,
)
from after_overdue.errors import ContentError


def refusal(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        mapping_in(text, where="content/some.yaml", rule="AO-121")
    return str(caught.value)


def test_the_guide_is_written_in_english_and_chinese_first() -> None:
    assert languages(CONTENT) == LANGUAGES
    assert LANGUAGES[:2] == ("en", "zh")


def test_an_interface_file_makes_a_language(tmp_path: Path) -> None:
    (tmp_path / "interface.de.yaml").touch()
    assert languages(tmp_path) == ("en", "zh", "de")


def test_words_in_a_third_language_are_found_and_else_said_in_english() -> None:
    words = Bilingual.model_validate({"en": "late", "zh": "逾期", "de": "verspätet"})
    assert words["de"] == "verspätet"
    assert words["fr"] == "late"
    assert words.by_language() == {"en": "late", "zh": "逾期", "de": "verspätet"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "line 3, key 'a' stands twice."),
        ("a: {b: 1, b: 2}", "line 1, key 'b' stands twice."),
        ("a: [1", "is not readable YAML: line 2, did not find expected"),
        ("a: 2026-13-45", "month must be in 1..12."),
        ("a: !!python/name:os.system x", "could not determine a constructor"),
        ("? [1]\n: 2", "found unhashable key"),
        ("a: " + "[" * 5_000, "is not readable YAML"),
        ("", "holds nothing, not keys with values."),
        ("- 1", "holds list, not keys with values."),
        ("late", "holds str, not keys with values."),
    ],
)
def test_what_is_no_mapping_is_refused_with_its_line(text: str, message: str) -> None:
    assert refusal(text).startswith("content/some.yaml: ")
    assert message in refusal(text)


def test_every_malformed_entry_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("good: {en: a, zh: b}\nbad: {en: a}\nWorse One: {}\n3: {}\n")
    with pytest.raises(ContentError) as caught:
        read_records(Bilingual, path, content=tmp_path, rule="AO-411")
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) == 3
    assert "'bad.zh': field required." in problems[0]
    assert (
        "'Worse One' is not an id of this file. Write one like late-fee." in problems[1]
    )
    assert "'3' is not an id of this file." in problems[2]


@pytest.mark.parametrize("empty", ["", "   ", None, 3])
def test_words_that_say_nothing_are_refused(empty: object) -> None:
    with pytest.raises(ContentError, match=r"'late\.zh'"):
        record(Bilingual, {"en": "late", "zh": empty}, where="w", key="late", rule="R")


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(ContentError) as caught:
        record(Bilingual, {"en": "a", "zh": ["b"] * 500}, where="w", key="k", rule="R")
    assert len(str(caught.value)) < 200
