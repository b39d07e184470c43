"""Credit lag: who gives credit, how much for how long, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.credit_lag.arithmetic import credit_lag

lags = st.integers(-365, 365)


def test_paid_thirty_days_later_the_seller_gives_credit() -> None:
    found = credit_lag(1_000, lag_days=30)
    assert found.giver == "seller"
    assert found.credit_value_days == 30_000
    assert found.given[found.days == 0] == 1_000
    assert found.returned[found.days == 29] == 0
    assert found.returned[found.days == 30] == 1_000


def test_paid_before_delivery_the_buyer_gives_credit() -> None:
    found = credit_lag(1_000, lag_days=-7)
    assert found.giver == "buyer"
    assert found.credit_value_days == 7_000
    assert found.outstanding[found.days == -7] == -1_000


def test_performed_on_the_same_day_there_is_no_credit() -> None:
    found = credit_lag(1_000, lag_days=0)
    assert found.giver == "nobody"
    assert found.credit_value_days == 0
    assert not found.outstanding.any()


@given(st.floats(1, 1e9), lags)
def test_the_area_is_the_value_out_times_its_days(amount: float, lag: int) -> None:
    found = credit_lag(amount, lag_days=lag)
    assert abs(found.outstanding).sum() == pytest.approx(found.credit_value_days)
    assert found.credit_value_days == pytest.approx(amount * abs(lag))


@given(lags)
def test_both_sides_begin_with_nothing_and_end_even(lag: int) -> None:
    found = credit_lag(500, lag_days=lag)
    for curve in (found.given, found.returned):
        assert (curve[0], curve[-1]) == (0, 500)
        assert np.count_nonzero(np.diff(curve)) == 1


@given(lags)
def test_turned_round_the_other_side_gives_the_same_credit(lag: int) -> None:
    there, back = (credit_lag(1_000, lag_days=each) for each in (lag, -lag))
    assert there.credit_value_days == back.credit_value_days
    other = {"seller": "buyer", "buyer": "seller", "nobody": "nobody"}
    assert back.giver == other[there.giver]


def test_many_lags_in_one_call_equal_each_lag_alone() -> None:
    together = credit_lag(1_000, lag_days=np.arange(-20, 21))
    for row, lag in enumerate(range(-20, 21)):
        alone = credit_lag(1_000, lag_days=lag)
        shown = np.isin(together.days, alone.days)
        assert together.returned[row, shown].tolist() == alone.returned.tolist()
        assert together.credit_value_days[row] == alone.credit_value_days


def test_a_transaction_of_nothing_is_refused() -> None:
    with pytest.raises(ModelError, match="amount is 0"):
        credit_lag(0, lag_days=30)
