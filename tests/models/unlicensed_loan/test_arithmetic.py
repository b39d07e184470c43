"""An unlicensed loan: the worked cases, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.unlicensed_loan.arithmetic import (
    borrowing_to_repay,
    interest,
    rate_per_year,
    taken,
)

sums, extras = st.floats(1, 1e6), st.floats(0, 1e6)
spans = st.integers(1, 365)


def test_two_thousand_in_a_week_for_fourteen_hundred_received() -> None:
    rate = rate_per_year(1_400, asked=2_000, days=7, days_per_year=365)
    assert round(100 * float(rate), 1) == 2234.7


def test_at_the_ceiling_a_week_on_fourteen_hundred_is_three_yuan() -> None:
    earned = interest(1_400, rate=0.12, days=7, days_per_year=365)
    assert round(float(earned), 2) == 3.22


@pytest.mark.parametrize(
    ("months", "owed"), [(3, 11_596.11), (6, 13_446.97), (12, 18_082.10)]
)
def test_ten_thousand_rolled_on_at_two_and_three_per_cent(months, owed) -> None:
    debt = borrowing_to_repay(10_000, rate_per_month=0.02, fee=0.03, months=12)
    assert round(float(debt[months]), 2) == owed


@given(sums, extras, spans)
def test_the_rate_earns_what_was_taken_in_its_days(received, extra, days) -> None:
    asked = received + extra
    rate = float(rate_per_year(received, asked=asked, days=days, days_per_year=365))
    earned = float(interest(received, rate=rate, days=days, days_per_year=365))
    assert earned == pytest.approx(taken(received, asked=asked), abs=1e-6)


@given(sums, extras)
def test_the_longer_the_loan_the_lower_its_rate(received, extra) -> None:
    days = np.arange(1, 366)
    rates = rate_per_year(
        received, asked=received + extra, days=days, days_per_year=365
    )
    assert (np.diff(rates) <= 0).all()
    assert (rates >= 0).all()


@given(st.floats(0, 0.1), st.floats(0, 0.3))
def test_borrowing_to_repay_never_makes_a_debt_smaller(rate, fee) -> None:
    debt = borrowing_to_repay(2_000, rate_per_month=rate, fee=fee, months=12)
    assert debt[0] == 2_000
    assert (np.diff(debt) >= 0).all()
    more = borrowing_to_repay(2_000, rate_per_month=rate, fee=fee + 0.01, months=12)
    assert more[-1] > debt[-1]


@pytest.mark.parametrize(
    ("received", "asked", "words"),
    [(0, 100, "pays out more than 0"), (100, 99, "less than the 100 received")],
)
def test_a_loan_that_is_none_is_refused(received, asked, words) -> None:
    with pytest.raises(ModelError, match=words):
        taken(received, asked=asked)


def test_a_loan_of_no_day_and_a_negative_fee_are_refused() -> None:
    with pytest.raises(ModelError, match="at least 1 day"):
        rate_per_year(100, asked=200, days=0, days_per_year=365)
    with pytest.raises(ModelError, match="shares from 0"):
        borrowing_to_repay(100, rate_per_month=0.02, fee=-0.1, months=12)
