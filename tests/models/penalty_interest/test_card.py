"""An overdue card: the worked illustration, the edges, and what must always hold."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.card import CardTerms, card_debt
from after_overdue.models.penalty_interest.compound import fen

TYPICAL = CardTerms(0.0005, 0.1, 0.05, 15, 35, 30)


@pytest.mark.parametrize(
    ("day", "interest", "fees", "owed"),
    [
        (1, 180, 50, 10_230.00),
        (30, 327.25, 50, 10_377.25),
        (60, 482.16, 150, 10_632.16),
        (90, 639.39, 300, 10_939.39),
        (180, 1_125.38, 1_050, 12_175.38),
    ],
)
def test_ten_thousand_becomes_what_the_illustration_says(
    day: int, interest: float, fees: float, owed: float
) -> None:
    found = card_debt(10_000, terms=TYPICAL, days_past_due=day)
    assert found.interest.round(2) == interest
    assert found.late_fees.round(2) == fees
    assert found.owed.round(2) == owed


def test_paid_in_full_on_the_due_date_a_purchase_bears_nothing() -> None:
    found = card_debt(10_000, terms=TYPICAL, days_past_due=[0, 1])
    assert found.interest == pytest.approx([0, 180])
    assert found.late_fees == pytest.approx([0, 50])
    assert found.owed.tolist() == [10_000, 10_230]


def test_a_fee_is_charged_on_the_day_after_each_due_date() -> None:
    fees = card_debt(10_000, terms=TYPICAL, days_past_due=np.arange(63)).late_fees
    assert np.flatnonzero(np.diff(fees)).tolist() == [0, 30, 60]


def test_the_minimum_never_exceeds_the_purchase() -> None:
    found = card_debt(10_000, terms=TYPICAL, days_past_due=[301, 331, 361]).late_fees
    assert np.diff(found) == pytest.approx([500, 500])


def day_by_day(terms: CardTerms, last: int) -> tuple[float, float]:
    """The law said again, one day at a time, for one yuan."""
    balance, pending, fees, missed = 1.0, 0.0, 0.0, 0
    second = terms.statement_day + terms.cycle_days
    for day in range(1, terms.due_day + last + 1):
        pending += balance * terms.rate_per_day
        if day >= second and (day - second) % terms.cycle_days == 0:
            balance, pending = balance + pending, 0.0
        since_due = day - terms.due_day
        if since_due >= 1 and (since_due - 1) % terms.cycle_days == 0:
            missed += 1
            fees += terms.late_fee_share * min(missed * terms.minimum_share, 1)
    return (balance + pending - 1 if last else 0.0), fees


@given(
    st.floats(0, 0.001),
    st.floats(0, 0.2),
    st.floats(0, 0.05),
    st.integers(0, 30),
    st.integers(1, 60),
    st.integers(1, 40),
    st.integers(0, 400),
)
def test_the_debt_is_the_one_walked_day_by_day(
    rate, minimum, fee, statement, until_due, cycle, day
) -> None:
    terms = CardTerms(rate, minimum, fee, statement, statement + until_due, cycle)
    found = card_debt(1, terms=terms, days_past_due=[0, day])
    interest, fees = day_by_day(terms, day)
    assert found.interest[1] == pytest.approx(interest)
    assert found.late_fees[1] == pytest.approx(fees)


@given(st.integers(0, 720))
def test_fees_bear_no_interest(day) -> None:
    free = card_debt(
        10_000, terms=replace(TYPICAL, late_fee_share=0), days_past_due=day
    )
    charged = card_debt(10_000, terms=TYPICAL, days_past_due=day)
    assert charged.interest == free.interest


def test_a_debt_before_its_due_date_is_refused() -> None:
    with pytest.raises(ModelError, match="begins at -1"):
        card_debt(10_000, terms=TYPICAL, days_past_due=[-1, 0])


def test_a_negative_purchase_is_refused() -> None:
    with pytest.raises(ModelError, match="purchase is -1"):
        card_debt(-1, terms=TYPICAL, days_past_due=0)


def test_a_statement_after_its_due_date_is_refused() -> None:
    with pytest.raises(ModelError, match="comes before its due date"):
        replace(TYPICAL, statement_day=35)


def test_a_share_above_one_is_refused() -> None:
    with pytest.raises(ModelError, match="each lies from 0 to 1"):
        replace(TYPICAL, minimum_share=10)


@given(st.floats(0, 1e8), st.integers(0, 720))
def test_what_is_owed_is_the_sum_of_its_parts_to_the_fen(purchase, day) -> None:
    found = card_debt(purchase, terms=TYPICAL, days_past_due=day)
    parts = (purchase, found.interest, found.late_fees)
    assert in_fen(found.owed) == sum(map(in_fen, parts))
    assert in_fen(found.added) == sum(map(in_fen, parts[1:]))


def in_fen(yuan) -> int:
    return round(100 * float(fen(yuan)))
