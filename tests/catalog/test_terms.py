"""Terms: words found whole in Latin letters, and anywhere in Chinese."""

import pytest

from after_overdue.catalog.terms import mentioned, without

WORDS = ["lien", "APR", "credit bureau", "复利", "征信"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A lien.", ["lien"]),
        ("Two liens!", ["lien"]),
        ("A client resilient to aliens.", []),
        ("按APR计算复利", ["APR", "复利"]),
        ("The apr", ["APR"]),
        ("Ask Credit Bureaus", ["credit bureau"]),
        ("征信和复利，征信", ["征信", "复利"]),
        ("", []),
    ],
)
def test_a_word_is_found_whole_or_in_the_plural(text: str, found: list[str]) -> None:
    assert mentioned(text, WORDS) == found


def test_no_words_are_found_where_none_are_sought() -> None:
    assert mentioned("A lien.", []) == []
    assert without("A lien.", []) == "A lien."


def test_the_longer_word_hides_the_shorter_in_it() -> None:
    left = without("credit bureau of credit", ["credit bureau"])
    assert mentioned(left, ["credit", "bureau"]) == ["credit"]
