"""Several debts: the worked vectors, the edges, what must always hold, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.pay_first.arithmetic import (
    ORDERS,
    Debts,
    debts,
    interest_saved,
    payoff,
    payoffs,
)

THREE = debts(
    [(20_000, 0.24, 600, False), (3_000, 0, 100, False), (8_000, 0.06, 300, False)]
)
FOUR = debts(
    [
        (20_000, 0.1825, 600, False),
        (6_000, 0.24, 400, False),
        (12_000, 0.06, 400, False),
        (3_000, 0.12, 200, False),
    ]
)


@pytest.mark.parametrize(
    ("owing", "budget", "order", "months", "interest", "gone"),
    [
        (THREE, 2_000, "dearest_first", 18, 3_731.04, (15, 18, 17)),
        (THREE, 2_000, "smallest_first", 19, 5_420.65, (19, 3, 9)),
        (FOUR, 3_000, "dearest_first", 15, 3_641.81, (12, 4, 15, 13)),
        (FOUR, 3_000, "smallest_first", 16, 4_417.61, (16, 5, 10, 2)),
    ],
)
def test_the_worked_examples(owing, budget, order, months, interest, gone) -> None:
    found = payoff(owing, budget=budget, order=order)
    assert (found.months, found.interest_paid) == (months, interest)
    assert found.gone_in == gone
    assert found.first_debt_gone_in == min(gone)


def test_without_arrears_arrears_first_is_dearest_first() -> None:
    first = payoff(THREE, budget=2_000, order="dearest_first")
    assert payoff(THREE, budget=2_000, order="arrears_first").gone_in == first.gone_in


def test_a_debt_in_arrears_is_gone_first() -> None:
    late = debts(
        [(20_000, 0.24, 600, False), (3_000, 0, 100, False), (8_000, 0.06, 300, True)]
    )
    found = payoff(late, budget=2_000, order="arrears_first")
    assert found.gone_in[2] == found.first_debt_gone_in == 7
    dearest = payoff(late, budget=2_000, order="dearest_first")
    assert found.interest_paid > dearest.interest_paid


def test_a_budget_that_the_interest_eats_up_never_pays_off() -> None:
    growing = debts([(20_000, 0.24, 100, False), (20_000, 0.24, 100, False)])
    found = payoff(growing, budget=400, order="dearest_first")
    assert (found.months, found.interest_paid) == (None, None)
    assert found.first_debt_gone_in is None


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("owing", [THREE, FOUR], ids=["three", "four"])
def test_nothing_is_lost_between_debts_interest_and_payments(owing, order) -> None:
    found = payoff(owing, budget=3_000, order=order)
    paid = -np.diff(found.owed) + np.diff(found.interest)
    assert paid[:-1] == pytest.approx(3_000)
    assert paid.sum() == pytest.approx(owing.balance.sum() + found.interest_paid)
    assert found.owed[-1] == 0


@pytest.mark.parametrize("order", ORDERS)
def test_a_larger_budget_never_takes_longer(order) -> None:
    months = [
        each.months
        for each in payoffs(THREE, budgets=range(1_000, 9_000, 50), order=order)
    ]
    assert months == sorted(months, reverse=True)


@pytest.mark.parametrize("order", ORDERS)
def test_many_budgets_at_once_are_as_one_by_one(order) -> None:
    budgets = [1_000, 1_750.5, 4_000]
    for budget, found in zip(
        budgets, payoffs(FOUR, budgets=[1_600, *budgets[1:]], order=order), strict=True
    ):
        alone = payoff(FOUR, budget=max(budget, 1_600), order=order)
        assert found.gone_in == alone.gone_in
        assert found.interest_paid == alone.interest_paid


rows = st.tuples(
    st.integers(1, 5_000_000).map(lambda fen: fen / 100),
    st.sampled_from([0, 0.06, 0.18, 0.1825, 0.24, 0.36, 1]),
    st.sampled_from([0, 50, 333.33]),
    st.booleans(),
)
some = st.lists(rows, min_size=2, max_size=6)
freely = st.floats(1.001, 4)
"""How many times the first month's interest the budget is."""


def orders(owing: Debts, times: float) -> dict:
    interest = float((owing.balance * owing.rate_per_year).sum()) / 12
    budget = round(max(owing.least_in_all, interest * times) + 1, 2)
    return {each: payoff(owing, budget=budget, order=each) for each in ORDERS}


@given(some, freely)
def test_debts_at_one_rate_cost_the_same_in_either_order(listed, times) -> None:
    one_rate = debts([(each[0], listed[0][1], *each[2:]) for each in listed])
    found = orders(one_rate, times)
    dear, small = found["dearest_first"], found["smallest_first"]
    assert dear.gone_in == small.gone_in
    assert interest_saved(dear, small) in (0, None)


@given(some, freely)
def test_what_is_saved_is_more_than_rounding_or_nothing(listed, times) -> None:
    found = orders(debts(listed), times)
    dear, small = found["dearest_first"], found["smallest_first"]
    saved = interest_saved(dear, small)
    if saved:
        assert saved == pytest.approx(small.interest_paid - dear.interest_paid)
        assert saved > 0.005 * sum(dear.gone_in + small.gone_in)


def test_what_an_order_saves_is_not_known_where_one_never_ends() -> None:
    growing = debts([(20_000, 0.24, 100, False), (20_000, 0.24, 100, False)])
    never = payoff(growing, budget=400, order="dearest_first")
    ends = payoff(growing, budget=4_000, order="dearest_first")
    assert interest_saved(ends, never) is None
    assert interest_saved(never, ends) is None


def test_a_budget_below_the_minimum_payments_is_refused() -> None:
    with pytest.raises(ModelError, match=r"budget is 999\.0; the minimum .* 1000\.0"):
        payoff(THREE, budget=999, order="dearest_first")


@pytest.mark.parametrize("row", [(0, 0.1, 5, False), (10, -0.1, 5, False)])
def test_what_no_debt_can_be_is_refused(row) -> None:
    with pytest.raises(ModelError, match=r"A balance is|below 0"):
        debts([row, (10, 0.1, 5, False)])


def test_the_least_payments_are_summed() -> None:
    assert isinstance(FOUR, Debts)
    assert FOUR.least_in_all == 1_600
