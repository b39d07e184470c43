"""Score distribution: against a walk over every state, and what must always hold."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.score_recovery.arithmetic import (
    LatePayment,
    Loss,
    score_recovery,
)
from after_overdue.models.score_recovery.distribution import (
    LateMonths,
    ScoreDistribution,
    score_distribution,
)
from after_overdue.models.score_recovery.schedule import Schedule

FLOOR = 350
CLAIMED = Schedule(12, 1, 3, 25)

cases = {
    "before": st.integers(FLOOR, 950),
    "lost": st.integers(0, 200),
    "on_time": st.floats(0.5, 1),
    "cost": st.integers(0, 200),
    "months": st.integers(12, 60),
    "late": st.none()
    | st.builds(LatePayment, month=st.integers(1, 60), points=st.integers(0, 200)),
}


def distribution(
    before: int = 650,
    lost: int = 60,
    on_time: float = 0.98,
    cost: int = 20,
    months: int = 120,
    late: LatePayment | None = None,
    target: int | None = None,
) -> ScoreDistribution:
    return score_distribution(
        Loss(before, np.asarray([lost]), FLOOR),
        schedule=CLAIMED,
        late_months=LateMonths(on_time, cost),
        target=before if target is None else target,
        months=months,
        late_payment=late,
    )


def walk_of_states(
    before: int, lost: int, on_time: float, cost: int, months: int
) -> list[dict[int, float]]:
    """The same law over a dictionary of (clock, score): slow, and plain to read."""
    states = {(0, max(FLOOR, before - lost)): 1.0}
    path = []
    for _ in range(months + 1):
        month: dict[int, float] = defaultdict(float)
        following: dict[tuple[int, int], float] = defaultdict(float)
        for (clock, score), share in states.items():
            month[score] += share
            if score == before:
                following[0, before] += share
                continue
            gained = score + int(CLAIMED.gain(clock + 1) - CLAIMED.gain(clock))
            following[clock + 1, min(gained, before)] += share * on_time
            following[0, max(score - cost, FLOOR)] += share * (1 - on_time)
        path.append(dict(month))
        states = {
            ((0, score) if score == before else (clock, score)): 0.0
            for clock, score in following
        }
        for (clock, score), share in following.items():
            states[(0, score) if score == before else (clock, score)] += share
    return path


@pytest.mark.parametrize(
    ("before", "lost", "on_time", "cost"),
    [(650, 60, 0.98, 20), (400, 200, 0.9, 20), (700, 30, 0.75, 7), (360, 9, 0.5, 0)],
)
def test_every_chance_is_that_of_the_walk_over_all_states(
    before: int, lost: int, on_time: float, cost: int
) -> None:
    found = distribution(before, lost, on_time, cost, months=60)
    for month, walked in enumerate(walk_of_states(before, lost, on_time, cost, 60)):
        shares = {
            before - missing: share
            for missing, share in enumerate(found.missing[month, 0])
        }
        for score, share in walked.items():
            assert shares.pop(score) == pytest.approx(share, abs=1e-14)
        assert max(shares.values(), default=0) == 0


def test_a_quantile_on_a_step_is_the_lower_score() -> None:
    one_late_in_ten = distribution(on_time=0.9, months=12)
    assert one_late_in_ten.quantile(0.1)[1, 0] == 570
    assert one_late_in_ten.quantile(0.5)[1, 0] == 590


def test_the_chance_to_be_back_counts_the_first_time_at_the_target() -> None:
    to_600 = distribution(target=600, on_time=0.9).chance_back[:, 0]
    assert to_600[21] == 0
    assert to_600[22] == pytest.approx(0.9**22)
    assert np.all(np.diff(to_600) >= 0)


def test_a_target_out_of_reach_has_no_chance() -> None:
    assert not distribution(target=651).chance_back.any()


def test_a_chosen_late_payment_strikes_every_path() -> None:
    found = distribution(lost=10, on_time=1.0, late=LatePayment(30, 20))
    assert found.quantile(0.5)[[29, 30], 0].tolist() == [650, 630]
    assert found.chance_back[30, 0] == 1


@settings(max_examples=60)
@given(**cases)
def test_probabilities_sum_to_one_every_month(
    before, lost, on_time, cost, months, late
) -> None:
    found = distribution(before, lost, on_time, cost, months, late)
    assert np.abs(found.missing.sum(axis=-1) - 1).max() < 1e-12
    assert found.missing.min() >= 0
    assert np.all(np.diff(found.chance_back, axis=0) >= -1e-15)


@settings(max_examples=60)
@given(**{key: case for key, case in cases.items() if key != "on_time"})
def test_always_on_time_is_the_deterministic_path(
    before, lost, cost, months, late
) -> None:
    found = distribution(before, lost, 1.0, cost, months, late)
    path = score_recovery(
        Loss(before, np.asarray(lost), FLOOR),
        schedules={"schedule": CLAIMED, "schedule_from_26": CLAIMED},
        target=before,
        months=months,
        late_payment=late,
    )
    for share in (0.1, 0.5, 0.9):
        assert found.quantile(share)[:, 0].tolist() == path.scores["schedule"].tolist()
    back = int(path.back_in_month["schedule"])
    assert found.chance_back[:, 0].tolist() == [
        float(month >= back) for month in range(months + 1)
    ]


@settings(max_examples=30)
@given(st.floats(0.5, 0.99), st.floats(0.001, 0.01))
def test_paying_on_time_more_often_never_lowers_the_chance(on_time, more) -> None:
    less = distribution(on_time=on_time).chance_back
    assert np.all(distribution(on_time=on_time + more).chance_back >= less - 1e-12)


def test_many_losses_in_one_call_equal_each_loss_alone() -> None:
    together = score_distribution(
        Loss(650, np.arange(0, 201, 25), FLOOR),
        schedule=CLAIMED,
        late_months=LateMonths(0.95, 20),
        target=640,
        months=48,
    )
    for row, lost in enumerate(range(0, 201, 25)):
        alone = distribution(lost=lost, on_time=0.95, months=48, target=640)
        assert together.missing[:, row].tolist() == alone.missing[:, 0].tolist()
        assert together.chance_back[:, row].tolist() == alone.chance_back[:, 0].tolist()


def test_a_share_above_one_is_refused() -> None:
    with pytest.raises(ModelError, match="on_time_share is 98"):
        LateMonths(98, 20)


def test_a_negative_cost_is_refused() -> None:
    with pytest.raises(ModelError, match="points is -1"):
        LateMonths(0.98, -1)
