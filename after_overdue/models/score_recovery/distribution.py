"""Score distribution: the schedule when some months are paid late, exactly.

A month is paid on time with probability *p*. A late month gains nothing, costs its
points (never below the floor) and sets the schedule's clock back to 0. A path ends
when its points are back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError
from after_overdue.models.score_recovery.arithmetic import LatePayment, Loss
from after_overdue.models.score_recovery.schedule import Points, Schedule

Shares = NDArray[np.float64]
ROUNDING = 1e-12
"""Sums of probabilities are exact to this; a quantile may lie exactly on a step."""


@dataclass(frozen=True)
class LateMonths:
    """How often a month is paid late, and what each late month costs.

    Parameters
    ----------
    on_time_share : decimal
        Share of months in which everything is paid on time, 0 to 1.
    points : points
        Lost at each late month.
    """

    on_time_share: float
    points: int

    def __post_init__(self) -> None:
        if not 0 <= self.on_time_share <= 1:
            raise ModelError(
                f"on_time_share is {self.on_time_share}; a share lies from 0 to 1."
            )
        if self.points < 0:
            raise ModelError(f"points is {self.points}; a cost is 0 or more.")


@dataclass(frozen=True)
class ScoreDistribution:
    """The chance of each score at the end of each month.

    Attributes
    ----------
    score_before : points
    missing : decimal shares, shape (months + 1, n, most missing + 1)
        Probability that so many points are missing; column 0 is "back".
    chance_back : decimal shares, shape (months + 1, n)
        Probability that the target was reached by the end of the month.
    """

    score_before: int
    missing: Shares
    chance_back: Shares

    def quantile(self, share: float) -> Points:
        """Return the least score whose cumulative probability reaches `share`.

        Returns
        -------
        points, shape (months + 1, n)
        """
        return _quantile(self.missing, share, self.score_before)


def _quantile(missing: Shares, share: float, score_before: int) -> Points:
    at_most = np.cumsum(missing[..., ::-1], axis=-1)
    below = np.count_nonzero(at_most < share - ROUNDING, axis=-1)
    lowest = score_before - (missing.shape[-1] - 1)
    return np.asarray(lowest + below, dtype=np.int64)


def score_distribution(
    loss: Loss,
    *,
    schedule: Schedule,
    late_months: LateMonths,
    target: int,
    months: int,
    late_payment: LatePayment | None = None,
) -> ScoreDistribution:
    r"""Return the exact distribution of the schedule reading's score.

    Parameters
    ----------
    loss : points
        One loss or many; each is one row of every month.
    schedule : points per month
    late_months : decimal, points
    target : points
        The score that counts as "back" in `chance_back`.
    months : months
        Horizon.
    late_payment : optional
        One month that is late for certain, also for paths that had ended.

    Notes
    -----
    A renewal equation over the last late month *j*. With :math:`R_j(d)` the
    probability that month *j* was late and left *d* points missing,

    .. math:: L_m(d) = \sum_{j \le m} p^{m-j} R_j(d + g(m-j)), \quad
              R_{m+1}(d + c) = (1-p) L_m(d)

    where *g* is the schedule's cumulated gain, *c* the cost of a late month (clipped
    at the floor) and :math:`L_m` the paths still on their way.

    Examples
    --------
    >>> found = score_distribution(
    ...     Loss(650, np.asarray([12]), 350),
    ...     schedule=Schedule(12, 1, 3, 25),
    ...     late_months=LateMonths(1.0, 20),
    ...     target=650,
    ...     months=24,
    ... )
    >>> [float(found.chance_back[month, 0]) for month in (23, 24)]
    [0.0, 1.0]
    """
    start, walk = _start(loss), _Walk(schedule, late_months, late_payment)
    missing = np.stack([*walk.months(start, months, reopens=True)])
    chance = missing[..., 0]
    if target != loss.score_before or late_payment is not None:
        chance = _chance_back(walk, start, months, loss.score_before - target)
    return ScoreDistribution(loss.score_before, missing, chance)


def score_quantiles(
    loss: Loss,
    shares: Sequence[float],
    *,
    schedule: Schedule,
    late_months: LateMonths,
    months: int,
    late_payment: LatePayment | None = None,
) -> Points:
    """Return quantiles of many losses without keeping their distributions.

    Returns
    -------
    points, shape (len(shares), n, months + 1)
        As `ScoreDistribution.quantile` gives them, one loss a row.
    """
    walk = _Walk(schedule, late_months, late_payment)
    by_month = [
        [_quantile(missing, share, loss.score_before) for share in shares]
        for missing in walk.months(_start(loss), months, reopens=True)
    ]
    return np.moveaxis(np.asarray(by_month), 0, -1)


def _start(loss: Loss) -> Shares:
    """Return month 0: every loss is certain of its own missing points."""
    lost = loss.score_before - np.atleast_1d(loss.score_after)
    start = np.zeros((lost.size, loss.score_before - loss.score_floor + 1))
    start[np.arange(lost.size), lost] = 1
    return start


def _chance_back(walk: _Walk, start: Shares, months: int, still_missing: int) -> Shares:
    """Return the chance that at most `still_missing` points were missing by a month."""
    if still_missing < 0:
        return np.zeros((months + 1, len(start)))
    near = start[:, : still_missing + 1].sum(axis=1, keepdims=True)
    to_target = np.hstack([near, start[:, still_missing + 1 :]])
    return np.stack(
        [now[:, 0] for now in walk.months(to_target, months, reopens=False)]
    )


@dataclass(frozen=True)
class _Walk:
    """One month after another, for every start at once."""

    schedule: Schedule
    late_months: LateMonths
    late_payment: LatePayment | None

    def months(self, start: Shares, months: int, *, reopens: bool) -> Iterator[Shares]:
        """Yield the distribution at the end of months 0 to `months`.

        Where the chosen late payment `reopens` paths that had ended, it strikes
        them too; otherwise a path that was back stays counted as back.
        """
        chosen = self.late_payment
        if chosen is None or chosen.month > months:
            yield from self._on_time_or_late(start, months)
            return
        before = start
        for before in self._on_time_or_late(start, chosen.month - 1):
            yield before
        struck = before.copy()
        if not reopens:
            struck[:, 0] = 0
        struck = _late(struck, chosen.points)
        if not reopens:
            struck[:, 0] += before[:, 0]
        yield from self._on_time_or_late(struck, months - chosen.month)

    def _on_time_or_late(self, start: Shares, months: int) -> Iterator[Shares]:
        """Yield months 0 to `months` of a walk whose clock stands at 0 in `start`.

        `clocks[k]` holds the paths whose last *k* months were on time; the last
        row holds all those that gain fast.
        """
        on_time, cost = self.late_months.on_time_share, self.late_months.points
        frozen, last = self.schedule.frozen_months, self.schedule.fast_from_month - 1
        clocks = np.zeros((last + 1, *start.shape))
        clocks[0, :, 1:] = start[:, 1:]
        back = start[:, :1]
        for _ in range(months):
            missing = clocks.sum(axis=0)
            yield np.hstack([back, missing[:, 1:]])
            kept = on_time * clocks
            slow, back_slowly = _gain(kept[frozen:last], self.schedule.slow_points)
            fast, back_fast = _gain(kept[last:], self.schedule.fast_points)
            clocks[0] = (1 - on_time) * _late(missing, cost)
            clocks[1 : frozen + 1] = kept[:frozen]
            clocks[frozen + 1 :] = slow
            clocks[last] += fast[0]
            back = back + back_slowly + back_fast
        yield np.hstack([back, clocks.sum(axis=0)[:, 1:]])


def _gain(kept: Shares, points: int) -> tuple[Shares, Shares]:
    """Return what is still missing after a gain, and the share that is back."""
    after = np.zeros_like(kept)
    after[..., 1 : max(kept.shape[-1] - points, 1)] = kept[..., 1 + points :]
    back = kept[..., 1 : points + 1].sum(axis=(0, -1))
    return after, back[:, None]


def _late(missing: Shares, points: int) -> Shares:
    """Return the distribution after a late month that costs `points`."""
    most = missing.shape[1] - 1
    cost = min(points, most)
    after = np.zeros_like(missing)
    after[:, cost:] = missing[:, : most + 1 - cost]
    after[:, most] += missing[:, most + 1 - cost :].sum(axis=1)
    return after
