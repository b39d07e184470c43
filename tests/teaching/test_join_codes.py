"""Join codes: letters that nobody mistakes, and enough of them."""

from datetime import date

import pytest

from after_overdue.catalog.parameters import value
from after_overdue.teaching.join_codes import (
    LENGTH,
    LETTERS,
    hash_of,
    new_join_code,
    new_secret,
    shown_join_code,
    typed_join_code,
)
from after_overdue.web.limits import limits_of


def test_a_code_has_eight_of_31_letters_that_nobody_mistakes() -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 31
    assert set(LETTERS).isdisjoint("01OIL")
    assert LENGTH == 8
    for _ in range(200):
        code = new_join_code()
        assert len(code) == LENGTH
        assert set(code) <= set(LETTERS)


def test_no_code_and_no_secret_comes_twice() -> None:
    assert len({new_join_code() for _ in range(2_000)}) == 2_000
    assert len({new_secret() for _ in range(2_000)}) == 2_000


def test_guessing_a_code_is_hopeless_for_as_long_as_a_class_is_kept() -> None:
    (tries,) = limits_of("wrong_code_all")
    days = value("class_session.days_kept", date(2026, 11, 25)).number
    minutes, classes = days * 24 * 60, 50
    hits = tries.amount * minutes * classes / len(LETTERS) ** LENGTH
    assert hits < 0.001


@pytest.mark.parametrize(
    "typed",
    ["k7drwxqm", "K7DR WXQM", " k7dr-wxqm ", "Ｋ７ＤＲ－ＷＸＱＭ", "K7DR–WXQM."],
)
def test_a_code_is_read_however_it_is_typed(typed) -> None:
    assert typed_join_code(typed) == "K7DRWXQM"


def test_a_shown_code_is_read_back() -> None:
    code = new_join_code()
    assert typed_join_code(shown_join_code(code)) == code


def test_a_secret_is_kept_as_a_hash_only() -> None:
    secret = new_secret()
    assert len(secret) == 22
    assert secret not in hash_of(secret)
    assert len(hash_of(secret)) == 64
