"""The ceiling on charges: the worked examples and the edges."""

import pytest

from after_overdue.errors import ModelError
from after_overdue.models.penalty_interest.ceiling import (
    Ceiling,
    above_ceiling,
    lpr_ceiling,
)


@pytest.mark.parametrize(("lpr", "ceiling"), [(0.0385, 0.154), (0.03, 0.12)])
def test_four_times_the_prime_rate_is_the_private_ceiling(
    lpr: float, ceiling: float
) -> None:
    assert lpr_ceiling(lpr, times=4).rate_per_year == pytest.approx(ceiling)


def test_a_rate_at_the_ceiling_is_not_above_it() -> None:
    ceiling = lpr_ceiling(0.03, times=4)
    assert not ceiling.is_below(0.08 * 1.5)
    assert ceiling.is_below(0.1201)


def test_what_binary_fractions_add_to_a_rate_or_a_charge_is_not_above() -> None:
    assert 0.1 + 0.2 > 0.3
    assert not Ceiling("court_trim", 0.3).is_below(0.1 + 0.2)
    assert above_ceiling(0.1 + 0.2, allowed=0.3) == 0


def test_the_ceiling_leaves_room_day_by_day() -> None:
    allowed = Ceiling("court_trim", 0.24).charge(
        10_000, days_past_due=[0, 90], days_per_year=360
    )
    assert allowed.tolist() == [0, 600]
    assert above_ceiling([0, 900], allowed=allowed).tolist() == [0, 300]


def test_a_negative_ceiling_is_refused() -> None:
    with pytest.raises(ModelError, match="a ceiling is 0 or more"):
        Ceiling("court_trim", -0.24)
