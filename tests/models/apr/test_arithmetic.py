"""APR: the published tables, the variants, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from after_overdue.errors import ModelError
from after_overdue.models.apr.arithmetic import (
    annual_rate,
    flat_fee,
    reducing_balance_interest,
    shop_formula,
)
from after_overdue.models.apr.plan import FEES, Plan, cash_flows

FEES_PER_MONTH = (0.005, 0.0055, 0.006, 0.0065, 0.007, 0.0075, 0.008, 0.009, 0.01)
APR_TABLE = {
    3: (8.98, 9.87, 10.77, 11.66, 12.56, 13.45, 14.34, 16.13, 17.91),
    6: (10.21, 11.23, 12.24, 13.25, 14.26, 15.27, 16.27, 18.28, 20.29),
    9: (10.67, 11.73, 12.78, 13.83, 14.88, 15.92, 16.96, 19.04, 21.11),
    12: (10.90, 11.97, 13.03, 14.10, 15.16, 16.22, 17.27, 19.37, 21.46),
    18: (11.08, 12.16, 13.23, 14.30, 15.36, 16.42, 17.47, 19.57, 21.64),
    24: (11.13, 12.20, 13.27, 14.33, 15.38, 16.43, 17.47, 19.53, 21.57),
}
EAR_TABLE = {
    3: (9.36, 10.33, 11.32, 12.31, 13.30, 14.31, 15.32, 17.38, 19.46),
    6: (10.71, 11.82, 12.95, 14.09, 15.23, 16.38, 17.54, 19.90, 22.29),
    9: (11.21, 12.38, 13.56, 14.74, 15.93, 17.13, 18.35, 20.79, 23.28),
    12: (11.46, 12.65, 13.84, 15.05, 16.26, 17.48, 18.71, 21.19, 23.70),
    18: (11.66, 12.86, 14.06, 15.27, 16.49, 17.71, 18.94, 21.42, 23.92),
    24: (11.71, 12.91, 14.10, 15.30, 16.51, 17.72, 18.93, 21.38, 23.84),
}

plans = st.builds(
    lambda amount, months, monthly_fee, fees, settled, waived: Plan(
        amount,
        months,
        monthly_fee,
        fees,
        None if settled is None else min(settled, months),
        waived,
    ),
    amount=st.floats(100, 1_000_000),
    months=st.integers(1, 48),
    monthly_fee=st.floats(0.0001, 0.02),
    fees=st.sampled_from(FEES),
    settled=st.none() | st.integers(1, 48),
    waived=st.booleans(),
)


def apr(months: int, monthly_fee: float, **how: object) -> float:
    return float(annual_rate(cash_flows(Plan(12_000, months, monthly_fee, **how))).apr)


@pytest.mark.parametrize("months", APR_TABLE)
def test_the_table_of_annual_rates_is_reproduced(months: int) -> None:
    rate = annual_rate(cash_flows(Plan(12_000, months, np.asarray(FEES_PER_MONTH))))
    assert (100 * rate.apr).tolist() == pytest.approx(APR_TABLE[months], abs=0.005001)
    assert (100 * rate.ear).tolist() == pytest.approx(EAR_TABLE[months], abs=0.005001)


@pytest.mark.parametrize(
    ("months", "percent_a_month", "percent_a_year"),
    [
        (3, 0.5, 8.9777),
        (6, 0.6, 12.2394),
        (9, 0.7, 14.8757),
        (12, 0.6, 13.0342),
        (12, 1.0, 21.4572),
        (18, 0.75, 16.4209),
        (24, 0.6, 13.2656),
        (24, 1.0, 21.5712),
    ],
)
def test_the_rate_agrees_to_four_decimals(
    months: int, percent_a_month: float, percent_a_year: float
) -> None:
    found = 100 * apr(months, percent_a_month / 100)
    assert found == pytest.approx(percent_a_year, abs=0.5001e-4)


def test_six_tenths_a_month_costs_864_and_not_473() -> None:
    flows = cash_flows(Plan(12_000, 12, 0.006))
    assert flows.payment[1:].tolist() == pytest.approx([1_072] * 12)
    assert float(flows.fees_total) == pytest.approx(864)
    true_cost = reducing_balance_interest(12_000, rate_per_month=0.006, months=12)
    assert true_cost == pytest.approx(473.13, abs=0.005)
    rate = annual_rate(flows)
    assert float(rate.monthly_rate) == pytest.approx(0.010862, abs=5e-7)
    assert float(rate.ear) == pytest.approx(0.138418, abs=5e-7)


@pytest.mark.parametrize(
    ("how", "percent_a_year"),
    [
        ({"fees": "first"}, 13.86),
        ({"fees": "upfront"}, 14.02),
        ({"settle_after": 6, "fees_waived": True}, 9.07),
        ({"settle_after": 6, "fees_waived": False}, 17.78),
    ],
)
def test_fees_at_first_and_early_settlement_cost_what_the_facts_say(
    how: dict[str, object], percent_a_year: float
) -> None:
    assert 100 * apr(12, 0.006, **how) == pytest.approx(percent_a_year, abs=0.005)


def test_the_rate_on_what_is_still_owed_climbs_to_the_last_month() -> None:
    flows = cash_flows(Plan(12_000, 12, 0.006))
    expected = [0.006 / (1 - (month - 1) / 12) for month in range(1, 13)]
    assert flows.effective_rate[1:].tolist() == pytest.approx(expected)
    assert flows.effective_rate[12] == pytest.approx(0.072)
    assert np.isnan(flows.effective_rate[0])
    assert float(flows.average_balance) / 12_000 == pytest.approx(0.542, abs=0.0005)


def test_the_average_owed_counts_no_month_after_an_early_settlement() -> None:
    flows = cash_flows(Plan(12_000, 12, 0.006, settle_after=3))
    assert float(flows.average_balance) == pytest.approx(11_000)


def test_at_six_tenths_the_rate_peaks_at_23_or_24_months() -> None:
    months = np.arange(1, 61)
    rate = annual_rate(cash_flows(Plan(12_000, months, 0.006))).apr
    assert months[np.argmax(rate)] in (23, 24)
    assert rate.max() == pytest.approx(0.1327, abs=0.00005)


@pytest.mark.parametrize(
    ("rate_per_year", "monthly_fee"),
    [(0.12, 0.005515), (0.20, 0.009301), (0.24, 0.011226)],
)
def test_the_flat_fee_of_an_annual_rate_is_the_published_one(
    rate_per_year: float, monthly_fee: float
) -> None:
    fee = float(flat_fee(rate_per_year, months=12))
    assert fee == pytest.approx(monthly_fee, abs=5e-7)
    assert apr(12, fee) == pytest.approx(rate_per_year, abs=1e-9)


def test_the_shop_formula_is_slightly_high() -> None:
    shop = float(shop_formula(0.006, months=12))
    assert shop == pytest.approx(0.1329, abs=0.00005)
    assert shop > apr(12, 0.006)


@pytest.mark.parametrize(
    ("months", "total_fee", "percent_a_year", "effective"),
    [
        (3, 0.025, 14.94, 16.00),
        (6, 0.045, 15.27, 16.38),
        (9, 0.065, 15.34, 16.47),
        (12, 0.088, 15.86, 17.07),
    ],
)
def test_the_old_huabei_price_list_costs_fifteen_percent(
    months: int, total_fee: float, percent_a_year: float, effective: float
) -> None:
    rate = annual_rate(cash_flows(Plan(1_000, months, total_fee / months)))
    assert 100 * float(rate.apr) == pytest.approx(percent_a_year, abs=0.005)
    assert 100 * float(rate.ear) == pytest.approx(effective, abs=0.005)


def test_without_a_fee_there_is_no_rate_to_pay() -> None:
    for how in FEES:
        assert apr(12, 0, fees=how) == 0


def test_a_plan_settled_with_its_last_instalment_is_the_plan_itself() -> None:
    assert apr(12, 0.006, settle_after=12) == apr(12, 0.006)


def test_fees_already_taken_are_not_given_back_on_early_settlement() -> None:
    for how in ("first", "upfront"):
        waived = apr(12, 0.006, fees=how, settle_after=6)
        kept = apr(12, 0.006, fees=how, settle_after=6, fees_waived=False)
        assert waived == kept > apr(12, 0.006, fees=how)


def test_every_position_of_two_sliders_in_one_call_equals_each_alone() -> None:
    months, fee = np.arange(1, 61)[:, None], np.linspace(0, 0.02, 9)
    flows = cash_flows(Plan(12_000, months, fee, settle_after=np.minimum(months, 6)))
    rate = annual_rate(flows).apr
    assert rate.shape == (60, 9)
    for row in (0, 4, 11, 59):
        for column in (0, 3, 8):
            alone = apr(row + 1, fee[column], settle_after=min(row + 1, 6))
            assert rate[row, column] == alone


@given(plans)
def test_the_payments_are_worth_the_payout_at_the_rate_found(plan: Plan) -> None:
    flows = cash_flows(plan)
    rate = float(annual_rate(flows).monthly_rate)
    discount = (1 + rate) ** -np.arange(flows.cash_flow.size, dtype=float)
    assert abs(flows.cash_flow @ discount) < 1e-7 * plan.amount


@given(plans)
def test_a_second_library_finds_the_same_rate(plan: Plan) -> None:
    flow = cash_flows(plan).cash_flow
    value = np.polynomial.Polynomial(flow)
    assert 1 / brentq(value, 0, 1) - 1 == pytest.approx(
        float(annual_rate(cash_flows(plan)).monthly_rate), rel=1e-6, abs=1e-9
    )


@given(plans)
def test_all_that_was_borrowed_is_repaid_and_no_balance_is_left(plan: Plan) -> None:
    flows = cash_flows(plan)
    assert float(flows.principal.sum()) == pytest.approx(plan.amount)
    assert flows.balance[-1] == 0
    assert flows.balance.min() >= 0
    left = plan.amount - np.cumsum(flows.principal)
    assert flows.balance.tolist() == pytest.approx(left.tolist(), abs=1e-6)


@given(plans)
def test_waiving_fees_never_makes_a_plan_dearer(plan: Plan) -> None:
    waived, kept = (
        Plan(plan.amount, plan.months, plan.monthly_fee, plan.fees, plan.last, waives)
        for waives in (True, False)
    )
    rates = [float(annual_rate(cash_flows(each)).apr) for each in (waived, kept)]
    assert rates[0] <= rates[1] + 1e-9
    saved = float(cash_flows(waived).fees_saved)
    paid = [float(cash_flows(each).fees_total) for each in (waived, kept)]
    assert paid[0] + saved == pytest.approx(paid[1])
    assert float(cash_flows(kept).fees_saved) == 0


@given(st.integers(1, 48), st.floats(0.0001, 0.02))
def test_the_earlier_fees_are_taken_the_higher_the_rate(
    months: int, fee: float
) -> None:
    spread, first, upfront = (apr(months, fee, fees=how) for how in FEES)
    assert spread <= first + 1e-9
    assert first < upfront


def test_fees_that_take_everything_leave_no_rate() -> None:
    with pytest.raises(ModelError, match="nothing is paid out"):
        apr(60, 0.02, fees="upfront")
    fees = np.asarray([0.01, 0.02])
    rate = annual_rate(cash_flows(Plan(12_000, 60, fees, "upfront"))).apr
    assert np.isnan(rate).tolist() == [False, True]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"amount": 0}, "amount is 0"),
        ({"months": 0}, "months is 0"),
        ({"monthly_fee": -0.01}, "monthly_fee is -0.01"),
        ({"fees": "later"}, "fees is 'later'"),
        ({"settle_after": 13}, "settle_after is 13"),
        ({"settle_after": 0}, "settle_after is 0"),
    ],
)
def test_numbers_that_describe_no_plan_are_refused(
    wrong: dict[str, object], words: str
) -> None:
    numbers = {"amount": 12_000, "months": 12, "monthly_fee": 0.006} | wrong
    with pytest.raises(ModelError, match=words):
        Plan(**numbers)
