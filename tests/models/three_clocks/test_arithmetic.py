"""Three clocks: the same numbers as the debt's and the record's own models."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from after_overdue.models.credit_record.arithmetic import last_day_kept
from after_overdue.models.penalty_interest.arithmetic import (
    PenaltyTerms,
    penalty_interest,
)
from after_overdue.models.three_clocks.arithmetic import ThreeClocks, three_clocks

DUE = date(2026, 8, 31)


def clocks(paid_after: int | None, amount: float = 10_000, **more) -> ThreeClocks:
    values = {
        "due_on": DUE,
        "as_of": date(2026, 11, 29),
        "rate_per_year": 0.12,
        "uplift": 0.5,
        "days_per_year": 360,
        "retention_years": 5,
    }
    return three_clocks(amount, paid_after=paid_after, **{**values, **more})


def test_paid_on_the_ninetieth_day_it_costs_450_and_is_gone_in_five_years() -> None:
    found = clocks(90)
    assert found.charged == 450
    assert found.paid_on == date(2026, 11, 29)
    assert found.kept_until == date(2031, 11, 29)
    assert found.gone_from == date(2031, 11, 30)


def test_unpaid_the_debt_runs_on_and_the_years_have_not_begun() -> None:
    found = clocks(None)
    assert found.charged == 450, "so far"
    assert found.paid_on is found.kept_until is found.gone_from is None


def test_before_the_due_date_nothing_has_been_charged() -> None:
    assert clocks(None, as_of=date(2026, 8, 1)).charged == 0


def test_paid_on_a_leap_day_the_record_is_kept_until_the_28th_of_february() -> None:
    found = clocks(1, due_on=date(2024, 2, 28))
    assert found.kept_until == date(2029, 2, 28)
    assert found.gone_from == date(2029, 3, 1)


@settings(max_examples=40)
@given(
    days=st.integers(1, 720),
    amount=st.floats(0, 1e8),
    due_on=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_each_clock_says_what_its_own_model_says(days, amount, due_on) -> None:
    found = clocks(days, amount, due_on=due_on)
    path = penalty_interest(amount, terms=PenaltyTerms(0.12, 0.5), days_past_due=days)
    assert found.penalty == path.penalty
    assert found.kept_until == last_day_kept(found.paid_on, 5)


@pytest.mark.parametrize("days", [1, 90, 719])
def test_a_day_later_costs_more_and_keeps_the_record_longer(days) -> None:
    sooner, later = clocks(days), clocks(days + 1)
    assert sooner.charged < later.charged
    assert sooner.kept_until < later.kept_until


@pytest.mark.parametrize("days", [1, 720, None])
def test_the_score_has_no_date_whenever_it_is_paid(days) -> None:
    assert clocks(days).back_on is None
