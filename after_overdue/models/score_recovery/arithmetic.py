"""Score recovery: four readings of how a score returns after an overdue record.

Month 0 is the month of the repair; the score of month *m* is the score at its end.
The readings exclude each other (contradiction X1); none was published by Zhima.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from after_overdue.errors import ModelError
from after_overdue.models.score_recovery.schedule import Months, Points, Schedule

SCHEDULED = ("schedule", "schedule_from_26")
READINGS = (*SCHEDULED, "restored", "re_evaluated", "not_for_now")
NEVER = -1
"""Stands for "no date promised" in an array of months."""


@dataclass(frozen=True)
class LatePayment:
    """One chosen new late payment: the month it falls in and the points it costs."""

    month: int
    points: int

    def __post_init__(self) -> None:
        if self.month < 1 or self.points < 0:
            raise ModelError(
                f"A new late payment in month {self.month} costing {self.points} "
                "points; it needs a month from 1 and points from 0."
            )


@dataclass(frozen=True)
class Loss:
    """A score before the overdue and the points it lost, one case or many.

    Parameters
    ----------
    score_before : points
    points_lost : points, shape () or (n,)
        Claimed loss; what really goes stops at the floor.
    score_floor : points
        No score lies below it.
    """

    score_before: int
    points_lost: Points
    score_floor: int

    def __post_init__(self) -> None:
        if self.score_before < self.score_floor:
            raise ModelError(
                f"score_before is {self.score_before}, below the floor of "
                f"{self.score_floor}; no score lies there."
            )
        if np.min(self.points_lost) < 0:
            raise ModelError(
                f"points_lost is {np.min(self.points_lost)}; a loss is 0 or more."
            )

    @property
    def score_after(self) -> Points:
        """Score once the points are gone, never below the floor."""
        return np.maximum(self.score_before - self.points_lost, self.score_floor)


@dataclass(frozen=True)
class ScoreRecovery:
    """Every reading's score for months 0 to `months`, and when it is at the target.

    Attributes
    ----------
    months : month, shape (months + 1,)
    scores : points by reading, each shape (months + 1,) or (n, months + 1)
        For `re_evaluated` this is the floor of an open region.
    back_in_month : month by reading, each shape () or (n,)
        First month at the target, or `NEVER`. Not cut off by the horizon.
    """

    months: Months
    scores: Mapping[str, Points]
    back_in_month: Mapping[str, Months]


def score_recovery(
    loss: Loss,
    *,
    schedules: Mapping[str, Schedule],
    target: int,
    months: int,
    late_payment: LatePayment | None = None,
) -> ScoreRecovery:
    r"""Return all readings of one loss, or of many losses in one call.

    Parameters
    ----------
    loss : points
        The score before and what was lost of it.
    schedules : points per month, by reading
        One schedule for each name in `SCHEDULED`.
    target : points
        The score that counts as "back".
    months : months
        Horizon of the scores.
    late_payment : optional
        One new late payment. It strikes the schedule readings only; the other
        readings say nothing of what one costs.

    Returns
    -------
    ScoreRecovery

    Notes
    -----
    Sources: `schedule` S2-S4, `restored` S40 and S44, `re_evaluated` S6-S9, S12 and
    S13, `not_for_now` S14. Before the late payment in month *r* a score is
    :math:`\min(B, A + g(m))`; month *r* gains nothing and costs its points; then
    the schedule starts again with month *r* + 1 as its month 1.

    Examples
    --------
    >>> claimed = Schedule(12, 1, 3, 25)
    >>> found = score_recovery(
    ...     Loss(650, np.asarray(60), 350),
    ...     schedules={"schedule": claimed, "schedule_from_26": claimed},
    ...     target=650,
    ...     months=72,
    ... )
    >>> int(found.back_in_month["schedule"]), int(found.scores["schedule"][36])
    (40, 638)
    """
    axis = np.arange(months + 1)
    flat = np.broadcast_to(
        loss.score_after[..., None], (*loss.score_after.shape, months + 1)
    )
    scores = {
        name: _scheduled(loss, schedules[name], axis, late_payment)
        for name in SCHEDULED
    }
    scores |= {
        "restored": np.full_like(flat, loss.score_before),
        "re_evaluated": flat,
        "not_for_now": flat,
    }
    back = {
        name: _back_on_schedule(loss, schedules[name], target, late_payment)
        for name in SCHEDULED
    }
    back["restored"] = _at_once(
        np.full_like(loss.score_after, loss.score_before), target
    )
    back["re_evaluated"] = back["not_for_now"] = _at_once(loss.score_after, target)
    return ScoreRecovery(axis, MappingProxyType(scores), MappingProxyType(back))


def _scheduled(
    loss: Loss, schedule: Schedule, axis: Months, late: LatePayment | None
) -> Points:
    start = loss.score_after[..., None]
    scores = np.minimum(start + schedule.gain(axis), loss.score_before)
    if late is None or late.month >= axis.size:
        return np.asarray(scores)
    struck = np.maximum(
        scores[..., late.month - 1, None] - late.points, loss.score_floor
    )
    since = axis[late.month :] - late.month
    scores[..., late.month :] = np.minimum(
        struck + schedule.gain(since), loss.score_before
    )
    return np.asarray(scores)


def _back_on_schedule(
    loss: Loss, schedule: Schedule, target: int, late: LatePayment | None
) -> Months:
    back = schedule.months_to_gain(target - loss.score_after)
    if late is not None:
        before = schedule.gain(late.month - 1) + loss.score_after
        struck = np.maximum(before - late.points, loss.score_floor)
        again = late.month + schedule.months_to_gain(target - struck)
        back = np.where(back < late.month, back, again)
    reachable: Months = np.where(target > loss.score_before, NEVER, back)
    return reachable


def _at_once(score: Points, target: int) -> Months:
    months: Months = np.where(score >= target, 0, NEVER)
    return months
