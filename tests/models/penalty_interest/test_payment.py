"""A part payment: costs, then interest, then principal."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.payment import applied_payment

sums = st.floats(0, 1e8)


@pytest.mark.parametrize(
    ("paid", "parts"),
    [
        (0, (0, 0, 0, 0)),
        (60, (60, 0, 0, 0)),
        (300, (100, 200, 0, 0)),
        (500, (100, 300, 100, 0)),
        (2_000, (100, 300, 1_000, 600)),
    ],
)
def test_a_payment_goes_to_costs_then_interest_then_principal(
    paid: float, parts: tuple[float, ...]
) -> None:
    found = applied_payment(paid, costs=100, interest=300, principal=1_000)
    assert astuple(found) == parts


@given(sums, sums, sums, sums)
def test_nothing_of_a_payment_is_lost(paid, costs, interest, principal) -> None:
    found = applied_payment(paid, costs=costs, interest=interest, principal=principal)
    assert sum(astuple(found)) == pytest.approx(paid)
    assert found.applied <= costs + interest + principal + 1e-6
    assert min(astuple(found)) >= 0


def test_a_negative_payment_is_refused() -> None:
    with pytest.raises(ModelError, match="paid is -1"):
        applied_payment(-1, costs=0, interest=0, principal=0)


@pytest.mark.parametrize(
    ("days", "principal", "charges"),
    [(60, 500, 1_500), (90, 500, 1_500), (91, 2_000, 0)],
)
def test_from_day_91_a_card_payment_covers_the_principal_first(
    days, principal, charges
) -> None:
    found = applied_payment(
        2_000, costs=0, interest=1_500, principal=10_000, principal_first=days >= 91
    )
    assert (found.to_principal, found.to_interest) == (principal, charges)


@given(sums, sums, sums, sums)
def test_nothing_is_lost_where_the_principal_comes_first(
    paid, costs, interest, principal
) -> None:
    found = applied_payment(
        paid, costs=costs, interest=interest, principal=principal, principal_first=True
    )
    assert sum(astuple(found)) == pytest.approx(paid)
    assert found.to_principal == min(paid, principal)
