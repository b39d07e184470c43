"""One instalment of a running loan: the worked example and what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.instalment import loan_instalment


def test_instalment_five_is_split_as_the_worked_example_says() -> None:
    found = loan_instalment(12_000, rate_per_year=0.12, months=12, number=5)
    parts = (found.opening_balance, found.payment, found.principal, found.interest)
    assert [round(part, 2) for part in parts] == [8_158.11, 1_066.19, 984.60, 81.58]


def test_a_loan_without_interest_is_repaid_in_equal_parts() -> None:
    found = loan_instalment(1_200, rate_per_year=0, months=12, number=7)
    parts = (found.opening_balance, found.payment, found.interest)
    assert parts == pytest.approx((600, 100, 0))


@given(st.floats(1, 1e6), st.floats(0, 0.36), st.integers(1, 120))
def test_the_principal_of_all_instalments_is_the_loan(amount, rate, months) -> None:
    instalments = [
        loan_instalment(amount, rate_per_year=rate, months=months, number=number)
        for number in range(1, months + 1)
    ]
    assert sum(each.principal for each in instalments) == pytest.approx(amount)
    for each in instalments:
        assert each.payment == pytest.approx(instalments[0].payment, rel=1e-6)


@pytest.mark.parametrize("number", [0, 13])
def test_an_instalment_the_loan_does_not_have_is_refused(number: int) -> None:
    with pytest.raises(ModelError, match="has instalments 1 to 12"):
        loan_instalment(12_000, rate_per_year=0.12, months=12, number=number)


def test_a_negative_rate_is_refused() -> None:
    with pytest.raises(ModelError, match="neither lies below 0"):
        loan_instalment(12_000, rate_per_year=-0.12, months=12, number=1)
