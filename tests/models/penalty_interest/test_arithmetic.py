"""Penalty interest: the worked examples, the edges, and what must always hold."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.arithmetic import (
    PenaltyPath,
    PenaltyTerms,
    penalty_interest,
)
from after_overdue.models.penalty_interest.compound import compound_interest
from after_overdue.models.penalty_interest.instalment import loan_instalment

DAYS = [1, 7, 30, 60, 90, 180, 360]
MONTHLY, QUARTERLY = 30, 90
half_up = partial(PenaltyTerms, 0.12, 0.5)

rates = st.floats(0, 0.36)
uplifts = st.floats(0, 1)
sums = st.floats(0, 1e8)
days = st.integers(0, 720)
periods = st.none() | st.sampled_from([MONTHLY, QUARTERLY])
years = st.sampled_from([360, 365])


def arrears(
    terms: PenaltyTerms, day: object, *, principal: float = 10_000, interest: float = 0
) -> PenaltyPath:
    return penalty_interest(
        principal, terms=terms, days_past_due=day, unpaid_interest=interest
    )


@pytest.mark.parametrize(
    ("rate", "uplift", "penalties"),
    [
        (0.06, 0.3, [2.17, 15.17, 65.00, 130.00, 195.00, 390.00, 780.00]),
        (0.06, 0.5, [2.50, 17.50, 75.00, 150.00, 225.00, 450.00, 900.00]),
        (0.12, 0.3, [4.33, 30.33, 130.00, 260.00, 390.00, 780.00, 1_560.00]),
        (0.12, 0.5, [5.00, 35.00, 150.00, 300.00, 450.00, 900.00, 1_800.00]),
        (0.18, 0.5, [7.50, 52.50, 225.00, 450.00, 675.00, 1_350.00, 2_700.00]),
        (0.24, 0.5, [10.00, 70.00, 300.00, 600.00, 900.00, 1_800.00, 3_600.00]),
    ],
)
def test_each_contract_costs_what_the_worked_table_says(
    rate: float, uplift: float, penalties: list[float]
) -> None:
    found = arrears(PenaltyTerms(rate, uplift), DAYS).penalty
    assert found.round(2).tolist() == penalties


def test_on_365_days_ninety_days_late_cost_less() -> None:
    assert arrears(half_up(365), 90).penalty.round(2) == 443.84


def test_a_penalty_that_compounds_monthly_costs_more_after_a_year() -> None:
    terms = half_up(360, MONTHLY, penalty_compounds=True)
    assert arrears(terms, 360).penalty.round(2) == 1_956.18


@pytest.mark.parametrize(
    ("day", "penalty", "compound", "both"),
    [(30, 14.77, 1.22, 15.99), (90, 44.31, 3.67, 47.98)],
)
def test_one_missed_instalment_costs_little(
    day: int, penalty: float, compound: float, both: float
) -> None:
    missed = loan_instalment(12_000, rate_per_year=0.12, months=12, number=5)
    found = arrears(
        half_up(360, QUARTERLY),
        day,
        principal=missed.principal,
        interest=missed.interest,
    )
    assert found.penalty.round(2) == penalty
    assert found.compound_interest.round(2) == compound
    assert (found.penalty + found.compound_interest).round(2) == both


def test_the_uplift_multiplies_the_rate_and_adds_no_percentage_points() -> None:
    assert PenaltyTerms(0.12, 0.3).penalty_rate_per_year == pytest.approx(0.156)
    assert PenaltyTerms(0.12, 0.5).penalty_rate_per_year == pytest.approx(0.18)


def test_nothing_accrues_on_the_due_date() -> None:
    found = arrears(half_up(360, MONTHLY), 0, interest=500)
    assert (found.penalty, found.compound_interest, found.owed) == (0, 0, 10_500)


def test_without_a_period_unpaid_interest_bears_nothing() -> None:
    assert not arrears(half_up(), DAYS, interest=500).compound_interest.any()


def test_without_uplift_the_contract_rate_still_runs() -> None:
    assert arrears(PenaltyTerms(0.12, 0), 360).penalty == pytest.approx(1_200)


def test_interest_is_added_on_the_last_day_of_a_period_and_earns_from_the_next() -> (
    None
):
    found = compound_interest(
        1_000,
        rate_per_year=0.36,
        days=[29, 30, 31],
        days_per_year=360,
        compound_days=30,
    )
    assert found == pytest.approx([29, 30, 31.03])


def test_costs_are_owed_but_bear_no_interest() -> None:
    with_costs = penalty_interest(1_000, terms=half_up(), days_past_due=30, costs=200)
    assert with_costs.penalty == arrears(half_up(), 30, principal=1_000).penalty
    assert with_costs.owed == pytest.approx(1_215)


@given(sums, sums, rates, uplifts, years, periods)
def test_every_day_in_one_call_equals_each_day_alone(
    principal, interest, rate, uplift, year, period
) -> None:
    terms = PenaltyTerms(rate, uplift, year, period)
    together = arrears(terms, np.arange(91), principal=principal, interest=interest)
    for day in (0, 1, 29, 30, 31, 89, 90):
        alone = arrears(terms, day, principal=principal, interest=interest)
        for name in ("penalty", "compound_interest", "owed"):
            in_path = getattr(together, name)[day]
            assert in_path == pytest.approx(float(getattr(alone, name)))


@given(sums, sums, rates, uplifts, years, periods)
def test_what_is_owed_never_falls_from_one_day_to_the_next(
    principal, interest, rate, uplift, year, period
) -> None:
    found = arrears(
        PenaltyTerms(rate, uplift, year, period),
        np.arange(721),
        principal=principal,
        interest=interest,
    )
    assert np.all(np.diff(found.owed) >= -1e-6)


@given(rates, uplifts, days, years)
def test_twice_the_principal_costs_twice_as_much(rate, uplift, day, year) -> None:
    terms = PenaltyTerms(rate, uplift, year)
    once = arrears(terms, day, principal=5_000).penalty
    assert arrears(terms, day).penalty == pytest.approx(2 * once)


@given(rates, uplifts, days, sums)
def test_compounding_never_costs_less_than_simple_interest(
    rate, uplift, day, principal
) -> None:
    simple = arrears(PenaltyTerms(rate, uplift), day, principal=principal).penalty
    for period in (MONTHLY, QUARTERLY):
        terms = PenaltyTerms(rate, uplift, 360, period, penalty_compounds=True)
        compounded = arrears(terms, day, principal=principal).penalty
        assert compounded >= simple - 1e-6 * max(principal, 1)


def day_by_day(principal: float, rate: float, last: int, period: int) -> float:
    """The law said again, one day at a time."""
    balance, pending = principal, 0.0
    for day in range(1, last + 1):
        pending += balance * rate / 360
        if day % period == 0:
            balance, pending = balance + pending, 0.0
    return balance + pending - principal


@given(st.floats(0, 0.54), days, st.sampled_from([MONTHLY, QUARTERLY]))
def test_compound_interest_is_the_one_walked_day_by_day(rate, day, period) -> None:
    found = compound_interest(
        10_000,
        rate_per_year=rate,
        days=day,
        days_per_year=360,
        compound_days=period,
    )
    assert found == pytest.approx(day_by_day(10_000, rate, day, period), abs=1e-6)


def test_a_payment_that_is_not_late_yet_is_refused_in_plain_words() -> None:
    with pytest.raises(ModelError, match="is -1; a payment that is not late yet"):
        arrears(half_up(), [-1, 0])


def test_a_negative_sum_is_refused() -> None:
    with pytest.raises(ModelError, match="A sum owed is -1"):
        arrears(half_up(), 30, interest=-1)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (partial(PenaltyTerms, -0.12, 0.5), "neither a rate nor what is added"),
        (partial(PenaltyTerms, 0.12, -0.5), "neither a rate nor what is added"),
        (partial(PenaltyTerms, 0.12, 0.5, 0), "a year has days"),
        (
            partial(PenaltyTerms, 0.12, 0.5, 360, None, True),
            "after how many days interest is added",
        ),
    ],
)
def test_terms_that_no_contract_has_are_refused(terms, why: str) -> None:
    with pytest.raises(ModelError, match=why):
        terms()


def test_a_period_without_a_day_is_refused() -> None:
    with pytest.raises(ModelError, match="at least one day"):
        arrears(half_up(360, 0), 30, interest=100)
