"""Nicknames: a name in any script, and nothing that a page could run."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ClassError
from after_overdue.teaching.nicknames import LONGEST, MARKS, checked_nickname


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", None),
        ("   ", None),
        ("  Ann  Lee ", "Ann Lee"),
        ("小王", "小王"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("O'Neil-2", "O'Neil-2"),
        ("Zoë", "Zoë"),
        ("Ａｎｎ", "Ann"),
        ("\u3164\ufe0f", None),
        ("葛\U000e0100飾", "葛飾"),
    ],
)
def test_a_name_is_kept_as_it_is_written(typed, kept) -> None:
    assert checked_nickname(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "<b>Ann</b>",
        "![](http://a.example/px.png)",
        "[me](http://a.example)",
        "＜script＞",
        "=1+1",
        "@all",
        "a\0b",
        "a‮b",
        "a​b",
        "😀",
        "\ud800",
        "\u0301\u0301",
    ],
)
def test_markup_and_hidden_characters_are_refused(typed) -> None:
    with pytest.raises(ClassError) as refused:
        checked_nickname(typed)
    assert refused.value.reason in ("nickname", "long_nickname")


def test_a_name_that_is_too_long_is_refused() -> None:
    assert checked_nickname("x" * LONGEST) == "x" * LONGEST
    with pytest.raises(ClassError) as refused:
        checked_nickname("x" * (LONGEST + 1))
    assert refused.value.values == {"given": LONGEST + 1, "most": LONGEST}


@given(st.text(max_size=40))
def test_what_is_kept_is_always_harmless(typed) -> None:
    try:
        kept = checked_nickname(typed)
    except ClassError:
        return
    for each in kept or "":
        assert each in MARKS or unicodedata.category(each)[0] in "LMN"
    assert checked_nickname(kept or "") == kept
