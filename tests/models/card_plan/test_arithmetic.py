"""A card debt: the worked vectors, the edges, what must always hold, refusals."""

from functools import partial
from itertools import pairwise

import pytest

from after_overdue.errors import ModelError
from after_overdue.models.card_plan.arithmetic import (
    CardTerms,
    agreed_plan,
    fixed_payments,
    minimum_payments,
)

TEN = CardTerms(0.0005, 0.10, 100)
FIVE = CardTerms(0.0005, 0.05, 100)
plan = partial(agreed_plan, 50_000)


@pytest.mark.parametrize(
    ("debt", "terms", "first", "cycles", "interest"),
    [
        (10_000, TEN, 1_150.00, 32, 1_432.47),
        (10_000, FIVE, 650.00, 52, 2_715.06),
        (50_000, TEN, 5_750.00, 48, 7_432.53),
        (50_000, FIVE, 3_250.00, 83, 14_714.91),
    ],
)
def test_the_minimum_payment_shrinks_and_takes_years(
    debt, terms, first, cycles, interest
) -> None:
    found = minimum_payments(debt, terms=terms)
    assert found.first_payment == first
    assert (found.months, found.interest_paid) == (cycles, interest)


@pytest.mark.parametrize(("terms", "left"), [(TEN, 2_824.30), (FIVE, 5_403.60)])
def test_after_twelve_minimum_payments_much_is_left(terms, left) -> None:
    found = minimum_payments(10_000, terms=terms).owed[12]
    assert found == pytest.approx(left, abs=0.02)


@pytest.mark.parametrize(
    ("debt", "payment", "cycles", "interest"),
    [
        (10_000, 1_150, 10, 797.30),
        (10_000, 650, 18, 1_455.32),
        (10_000, 1_000, 11, 916.22),
        (50_000, 833.33, 155, 78_881.32),
    ],
)
def test_a_payment_kept_up_ends_the_debt(debt, payment, cycles, interest) -> None:
    found = fixed_payments(debt, payment, terms=TEN)
    assert (found.months, found.interest_paid) == (cycles, interest)


@pytest.mark.parametrize(
    ("rate", "months", "first", "interest"),
    [
        (0, 60, 833.33, 0),
        (0.0365, 60, 912.95, 4_776.99),
        (0.1825, 60, 1_276.48, 26_588.87),
        (0, 36, 1_388.89, 0),
        (0.073, 12, 4_333.26, 1_999.06),
    ],
)
def test_an_agreed_plan_is_level(rate, months, first, interest) -> None:
    found = plan(rate_per_year=rate, months=months)
    assert found.first_payment == first
    assert (found.months, found.interest_paid) == (months, interest)


def test_the_last_instalment_takes_the_rest_of_the_rounding() -> None:
    assert plan(rate_per_year=0, months=60).payment[-1] == 833.53


def test_a_payment_of_the_interest_alone_never_ends_the_debt() -> None:
    found = fixed_payments(50_000, 750, terms=TEN, shown=120)
    assert found.months is None
    assert found.interest_paid is None
    assert set(found.owed.tolist()) == {50_000.0}
    assert len(found.owed) == 121


def test_a_payment_of_nothing_lets_the_debt_grow() -> None:
    found = fixed_payments(50_000, 0, terms=TEN, shown=12)
    assert found.owed[12] == pytest.approx(50_000 * 1.015**12, abs=0.05)


def test_more_than_is_owed_is_not_paid() -> None:
    found = fixed_payments(100, 5_000, terms=TEN)
    assert (found.months, found.first_payment) == (1, 101.5)


@pytest.mark.parametrize("debt", [100, 7_777.77, 1_000_000])
@pytest.mark.parametrize("terms", [TEN, FIVE, CardTerms(0, 0.01, 1)])
def test_nothing_is_lost_between_debt_interest_and_payments(debt, terms) -> None:
    ways = (
        minimum_payments(debt, terms=terms),
        fixed_payments(debt, debt / 20, terms=terms),
        agreed_plan(debt, rate_per_year=0.09, months=48),
    )
    for way in ways:
        assert way.months
        assert way.payment.sum() - way.interest.sum() == pytest.approx(debt)


def test_paying_more_never_takes_longer_nor_costs_more() -> None:
    ways = [fixed_payments(50_000, each, terms=TEN) for each in range(760, 9_000, 10)]
    for less, more in pairwise(ways):
        assert more.months <= less.months
        assert more.interest_paid <= less.interest_paid


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: minimum_payments(0, terms=TEN), "debt is 0"),
        (lambda: fixed_payments(100, -1, terms=TEN), "payment is -1"),
        (lambda: plan(rate_per_year=0, months=0), "months is 0"),
        (lambda: CardTerms(-0.1, 0.1, 100), "rate_per_day is -0.1"),
        (lambda: CardTerms(0.0005, 0.1, 0), "minimum_floor is 0"),
    ],
)
def test_what_no_card_can_be_is_refused_in_plain_words(ask, said) -> None:
    with pytest.raises(ModelError, match=said):
        ask()
