"""Where a loss leads: the score left, the months back, and what lateness undoes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from after_overdue.models.score_recovery.arithmetic import (
    NEVER,
    SCHEDULED,
    Loss,
    ScoreRecovery,
)
from after_overdue.models.score_recovery.schedule import Points, Schedule


@dataclass(frozen=True)
class Outcome:
    """Where one loss leads.

    Attributes
    ----------
    score_after : points
    back : month by reading at the target; None promises no date
    falls : by timetable, whether a target that was never lost is lost to the new late
        payment
    """

    score_after: int
    back: Mapping[str, int | None]
    falls: Mapping[str, bool]


@dataclass(frozen=True)
class Fall:
    """What the new late payment makes of a target that had been reached."""

    score: int
    back_in_month: int


def outcomes_of(
    recovery: ScoreRecovery, loss: Loss, *, target: int, late_month: int | None
) -> list[Outcome]:
    """Return where each of many losses leads.

    Parameters
    ----------
    recovery : points, one row a loss
    loss : points, shape (n,)
    target : points
    late_month : month of the new late payment, optional
    """
    scheduled = {name: recovery.back_in_month[name] == 0 for name in SCHEDULED}
    falls = {
        name: is_held
        & (late_month is not None)
        & (recovery.scores[name][:, late_month or 0] < target)
        for name, is_held in scheduled.items()
    }
    return [
        Outcome(
            int(after),
            MappingProxyType(
                {
                    name: None if each[at] == NEVER else int(each[at])
                    for name, each in recovery.back_in_month.items()
                }
            ),
            MappingProxyType({name: bool(each[at]) for name, each in falls.items()}),
        )
        for at, after in enumerate(loss.score_after)
    ]


def fall_of(
    scores: Points, *, schedule: Schedule, target: int, late_month: int
) -> Fall | None:
    """Return how a new late payment takes a score below a target that it had.

    Parameters
    ----------
    scores : points, months 0 on
    schedule : points per month
    target : points
    late_month : month

    Examples
    --------
    >>> import numpy as np
    >>> claimed = Schedule(12, 1, 3, 25)
    >>> fall_of(
    ...     np.asarray([600, 600, 580]), schedule=claimed, target=590, late_month=2
    ... )
    Fall(score=580, back_in_month=24)
    """
    before, score = int(scores[late_month - 1]), int(scores[late_month])
    if not score < target <= before:
        return None
    return Fall(score, late_month + int(schedule.months_to_gain(target - score)))
