"""Score recovery: the worked examples, the edges, and what must always hold."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from after_overdue.errors import ModelError
from after_overdue.models.score_recovery.arithmetic import (
    NEVER,
    READINGS,
    SCHEDULED,
    LatePayment,
    Loss,
    ScoreRecovery,
    score_recovery,
)
from after_overdue.models.score_recovery.schedule import Schedule
from after_overdue.models.score_recovery.steps import schedule_working

FLOOR, CEILING = 350, 950
CLAIMED = Schedule(12, 1, 3, 25)
LATER = Schedule(12, 1, 3, 26)
SCHEDULES = {"schedule": CLAIMED, "schedule_from_26": LATER}

scores_before = st.integers(FLOOR, CEILING)
losses = st.integers(0, 200)
late_payments = st.none() | st.builds(
    LatePayment, month=st.integers(1, 120), points=st.integers(0, 200)
)


def recovery(
    before: int = 650,
    lost: int = 60,
    *,
    months: int = 72,
    target: int | None = None,
    late: LatePayment | None = None,
) -> ScoreRecovery:
    return score_recovery(
        Loss(before, np.asarray(lost), FLOOR),
        schedules=SCHEDULES,
        target=before if target is None else target,
        months=months,
        late_payment=late,
    )


@pytest.mark.parametrize(
    ("month", "gain"),
    [(0, 0), (12, 0), (13, 1), (24, 12), (25, 15), (36, 48), (48, 84), (60, 120)],
)
def test_the_schedule_gains_what_the_article_claims(month: int, gain: int) -> None:
    assert CLAIMED.gain(month) == gain


@pytest.mark.parametrize(("month", "gain"), [(24, 12), (25, 13), (26, 16), (60, 118)])
def test_the_later_edge_gains_less_from_month_25(month: int, gain: int) -> None:
    assert LATER.gain(month) == gain


@pytest.mark.parametrize(
    ("points", "month"), [(0, 0), (1, 13), (12, 24), (30, 30), (60, 40), (100, 54)]
)
def test_points_are_back_in_the_month_the_vectors_say(points: int, month: int) -> None:
    assert recovery(lost=points).back_in_month["schedule"] == month


def test_a_loss_of_120_points_takes_sixty_months() -> None:
    assert recovery(lost=120, months=12).back_in_month["schedule"] == 60


def test_restored_is_back_at_once_and_two_readings_promise_no_date() -> None:
    back = recovery().back_in_month
    assert back["restored"] == 0
    assert back["re_evaluated"] == back["not_for_now"] == NEVER


def test_nought_points_lost_were_never_away() -> None:
    back = recovery(lost=0).back_in_month
    assert {int(month) for month in back.values()} == {0}


def test_the_loss_stops_at_the_floor() -> None:
    assert recovery(before=400, lost=200).scores["not_for_now"][0] == FLOOR


def test_a_target_above_the_score_before_has_no_date_in_any_reading() -> None:
    back = recovery(target=651).back_in_month
    assert {int(month) for month in back.values()} == {NEVER}


def test_a_target_already_held_is_reached_at_month_nought() -> None:
    back = recovery(target=590).back_in_month
    assert {int(month) for month in back.values()} == {0}


def test_a_late_payment_costs_its_points_and_restarts_the_clock() -> None:
    scores = recovery(late=LatePayment(20, 20), months=60).scores["schedule"]
    assert scores[19] == 597
    assert scores[20] == scores[32] == 577
    assert (scores[33], scores[44], scores[45]) == (578, 589, 592)


def test_a_late_payment_after_the_return_takes_the_score_down_again() -> None:
    found = recovery(lost=12, late=LatePayment(30, 20))
    assert found.back_in_month["schedule"] == 24
    assert found.scores["schedule"][30] == 630


def test_many_losses_in_one_call_equal_each_loss_alone() -> None:
    lost = np.arange(201)
    late = LatePayment(20, 20)
    together = score_recovery(
        Loss(650, lost, FLOOR),
        schedules=SCHEDULES,
        target=640,
        months=72,
        late_payment=late,
    )
    for points in lost:
        alone = recovery(lost=int(points), target=640, late=late)
        for name in READINGS:
            assert together.scores[name][points].tolist() == alone.scores[name].tolist()
            assert together.back_in_month[name][points] == alone.back_in_month[name]


def month_by_month(
    before: int, lost: int, schedule: Schedule, months: int, late: LatePayment | None
) -> list[int]:
    """The law said again, one month at a time."""
    score, clock = max(FLOOR, before - lost), 0
    path = [score]
    for month in range(1, months + 1):
        clock += 1
        if late and month == late.month:
            score, clock = max(FLOOR, score - late.points), 0
        elif clock >= schedule.fast_from_month:
            score += schedule.fast_points
        elif clock > schedule.frozen_months:
            score += schedule.slow_points
        score = min(score, before)
        path.append(score)
    return path


@given(scores_before, losses, late_payments, st.integers(12, 120))
def test_the_paths_are_those_walked_month_by_month(before, lost, late, months) -> None:
    found = recovery(before, lost, months=months, late=late)
    for name in SCHEDULED:
        walked = month_by_month(before, lost, SCHEDULES[name], months, late)
        assert found.scores[name].tolist() == walked


@example(650, 12, 650, LatePayment(24, 20))  # late in the very month
@given(scores_before, losses, st.integers(FLOOR, CEILING), late_payments)
def test_the_month_back_is_the_first_one_at_the_target(
    before, lost, target, late
) -> None:
    found = recovery(before, lost, target=target, late=late)
    for name in SCHEDULED:
        walked = month_by_month(before, lost, SCHEDULES[name], 700, late)
        reached = [month for month, score in enumerate(walked) if score >= target]
        assert found.back_in_month[name] == (reached[0] if reached else NEVER)


@given(scores_before, losses, late_payments)
def test_no_score_leaves_the_floor_or_passes_the_score_before(
    before, lost, late
) -> None:
    for scores in recovery(before, lost, months=120, late=late).scores.values():
        assert scores.min() >= FLOOR
        assert scores.max() <= before


@given(scores_before, losses)
def test_without_a_late_payment_no_reading_ever_falls(before, lost) -> None:
    for scores in recovery(before, lost, months=120).scores.values():
        assert np.all(np.diff(scores) >= 0)


@given(scores_before, losses, st.integers(0, 200), late_payments)
def test_more_points_lost_never_means_back_sooner(before, lost, more, late) -> None:
    less = recovery(before, lost, late=late).back_in_month
    worse = recovery(before, lost + more, late=late).back_in_month
    for name in SCHEDULED:
        assert worse[name] >= less[name]


@given(scores_before, losses, late_payments, st.integers(0, 120))
def test_the_working_ends_at_the_score_it_explains(before, lost, late, month) -> None:
    scores = recovery(before, lost, months=120, late=late).scores
    for name in SCHEDULED:
        steps = schedule_working(
            Loss(before, np.asarray(lost), FLOOR),
            schedule=SCHEDULES[name],
            month=month,
            late_payment=late,
        )
        assert steps[-1].score == scores[name][month]
        assert before + sum(step.points for step in steps) == scores[name][month]


def test_a_score_below_the_floor_is_refused() -> None:
    with pytest.raises(ModelError, match="score_before is 349, below the floor"):
        Loss(349, np.asarray(0), FLOOR)


def test_a_negative_loss_is_refused() -> None:
    with pytest.raises(ModelError, match="points_lost is -1"):
        Loss(650, np.asarray(-1), FLOOR)


def test_a_schedule_out_of_order_is_refused() -> None:
    with pytest.raises(ModelError, match="fast months begin after"):
        Schedule(25, 1, 3, 25)


def test_a_schedule_that_gives_nothing_is_refused() -> None:
    with pytest.raises(ModelError, match="points never return"):
        Schedule(12, 0, 3, 25)


def test_a_late_payment_before_the_first_month_is_refused() -> None:
    with pytest.raises(ModelError, match="needs a month from 1"):
        LatePayment(0, 20)


def test_a_working_before_the_repair_is_refused() -> None:
    with pytest.raises(ModelError, match="starts at month 0"):
        schedule_working(Loss(650, np.asarray(60), FLOOR), schedule=CLAIMED, month=-1)
