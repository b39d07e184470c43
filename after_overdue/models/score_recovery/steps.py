"""The working of one month: the arithmetic behind a score, stretch by stretch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from after_overdue.errors import ModelError
from after_overdue.models.score_recovery.arithmetic import LatePayment, Loss
from after_overdue.models.score_recovery.schedule import Schedule
from after_overdue.steps import Step, Term


@dataclass(frozen=True)
class Stretch:
    """One line of the working.

    Attributes
    ----------
    kind : what happened
        `lost`, `gain`, `capped` (a gain that stopped at the score before) or `late`.
    first, last : months
        The months the step covers.
    points_per_month, points : points
        Gain of each month; change of the score over the step.
    score : points
        Score after the step.
    """

    kind: Literal["lost", "gain", "capped", "late"]
    first: int
    last: int
    points_per_month: int
    points: int
    score: int

    @property
    def months(self) -> int:
        """How many months the step covers."""
        return self.last - self.first + 1

    @property
    def sum(self) -> Step | None:
        """The sum that the line prints; none where it only says what happened."""
        if self.kind == "lost":
            before = Term(self.score - self.points, "points")
            lost = Term(-self.points, "points", "−")
            return Step("lost", (before, lost), Term(self.score, "points"))
        if self.kind == "gain" and self.months > 1:
            each = Term(self.points_per_month, "points", "×")
            months = Term(self.months, "months")
            return Step("gain", (months, each), Term(self.points, "gained"))
        return None


def lost_step(loss: Loss) -> Stretch:
    """Return the first line of every working: the points that were lost."""
    score = int(loss.score_after)
    return Stretch("lost", 0, 0, 0, score - loss.score_before, score)


def schedule_working(
    loss: Loss,
    *,
    schedule: Schedule,
    month: int,
    late_payment: LatePayment | None = None,
) -> tuple[Stretch, ...]:
    """Return the steps that lead to the schedule's score at the end of `month`.

    Parameters
    ----------
    loss : points
        One case.
    schedule : points per month
    month : month, counted from the repair
    late_payment : optional

    Raises
    ------
    ModelError
        Where the month lies before the repair.

    Examples
    --------
    >>> import numpy as np
    >>> steps = schedule_working(
    ...     Loss(650, np.asarray(60), 350), schedule=Schedule(12, 1, 3, 25), month=36
    ... )
    >>> [(step.kind, step.months, step.points, step.score) for step in steps[1:]]
    [('gain', 12, 0, 590), ('gain', 12, 12, 602), ('gain', 12, 36, 638)]
    """
    if month < 0:
        raise ModelError(f"month is {month}; the working starts at month 0.")
    steps = [lost_step(loss)]
    if late_payment is None or late_payment.month > month:
        _climb(steps, loss, schedule, 0, month)
        return tuple(steps)
    _climb(steps, loss, schedule, 0, late_payment.month - 1)
    score = max(steps[-1].score - late_payment.points, loss.score_floor)
    at = late_payment.month
    steps.append(Stretch("late", at, at, 0, score - steps[-1].score, score))
    _climb(steps, loss, schedule, at, month)
    return tuple(steps)


def _climb(
    steps: list[Stretch], loss: Loss, schedule: Schedule, clock_from: int, month: int
) -> None:
    """Append the gains of the months after `clock_from`, up to `month`."""
    frozen, last_slow = schedule.frozen_months, schedule.fast_from_month - 1
    stretches = (
        (1, frozen, 0),
        (frozen + 1, last_slow, schedule.slow_points),
        (last_slow + 1, month, schedule.fast_points),
    )
    for first, last, each in stretches:
        last = min(last, month - clock_from)
        if last < first:
            return
        score = steps[-1].score
        reached = min(score + each * (last - first + 1), loss.score_before)
        capped = reached - score < each * (last - first + 1)
        steps.append(
            Stretch(
                "capped" if capped else "gain",
                first + clock_from,
                last + clock_from,
                each,
                reached - score,
                reached,
            )
        )
