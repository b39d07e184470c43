"""Inputs: how people type numbers, and what may mean something else."""

from datetime import date

import pytest

from after_overdue.cases.loan_book import wanted
from after_overdue.cases.models import MODELS

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "given", ["5,000", "5，000", "５０００", "5 000", "5\u00a0000"]
)
def test_thousands_may_be_separated_in_whole_numbers_and_money(given) -> None:
    assert wanted(TODAY)["loans"].read(given) == (5000, None)
    assert MODELS["apr"].wanted(TODAY)["amount"].read(given) == (5000.0, None)


@pytest.mark.parametrize("given", ["5,00", "12,5", "0,125", "5_000", "1,0000", "5²"])
def test_a_comma_that_may_mean_a_point_is_refused(given) -> None:
    _, refusal = MODELS["apr"].wanted(TODAY)["amount"].read(given)
    assert refusal is not None
    assert (refusal.kind, refusal.given) == ("not_a_number", given)


def test_a_grouped_number_with_decimals_is_no_whole_number() -> None:
    _, refusal = wanted(TODAY)["loans"].read("5,000.5")
    assert refusal is not None
    assert refusal.kind == "not_whole"
