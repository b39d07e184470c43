"""The schedule that the article claims: points that come back month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from after_overdue.errors import ModelError

Months = NDArray[np.int64]
Points = NDArray[np.int64]


@dataclass(frozen=True)
class Schedule:
    """Points gained per month since the repair: none, then slow, then fast.

    Parameters
    ----------
    frozen_months : months
        Months 1 to `frozen_months` give nothing.
    slow_points : points per month
        Each later month gives this until the fast months begin.
    fast_points : points per month
        Each month from `fast_from_month` on gives this.
    fast_from_month : month, counted from the repair
        "After the 25th month" can mean from 25 or from 26.

    Raises
    ------
    ModelError
        Where the months are out of order or a month gives no points.

    Notes
    -----
    Source: claims S2-S4 of the article. No published rule was found.

    Examples
    --------
    >>> claimed = Schedule(12, 1, 3, 25)
    >>> [int(claimed.gain(month)) for month in (12, 13, 24, 25, 36, 60)]
    [0, 1, 12, 15, 48, 120]
    """

    frozen_months: int
    slow_points: int
    fast_points: int
    fast_from_month: int

    def __post_init__(self) -> None:
        if not 0 <= self.frozen_months < self.fast_from_month:
            raise ModelError(
                f"frozen_months is {self.frozen_months} and fast_from_month is "
                f"{self.fast_from_month}; the fast months begin after the frozen ones."
            )
        if min(self.slow_points, self.fast_points) < 1:
            raise ModelError(
                f"slow_points is {self.slow_points} and fast_points is "
                f"{self.fast_points}; each must be at least 1, or points never return."
            )

    @property
    def slow_months(self) -> int:
        """Months that give slow points."""
        return self.fast_from_month - 1 - self.frozen_months

    def gain(self, months: ArrayLike) -> Points:
        """Return the points gained after `months` whole months, cumulated."""
        month = np.asarray(months, dtype=np.int64)
        slow = np.clip(month - self.frozen_months, 0, self.slow_months)
        fast = np.maximum(month - self.fast_from_month + 1, 0)
        return np.asarray(self.slow_points * slow + self.fast_points * fast)

    def months_to_gain(self, points: ArrayLike) -> Months:
        """Return the first month whose cumulated gain reaches `points`.

        Examples
        --------
        >>> claimed = Schedule(12, 1, 3, 25)
        >>> [int(m) for m in claimed.months_to_gain([0, 12, 30, 60, 100, 120])]
        [0, 24, 30, 40, 54, 60]
        """
        gains = np.asarray(points, dtype=np.int64)
        slow_total = self.slow_points * self.slow_months
        by_slow = self.frozen_months - (-gains // self.slow_points)
        by_fast = self.fast_from_month - 1 - (-(gains - slow_total) // self.fast_points)
        months = np.where(gains <= slow_total, by_slow, by_fast)
        back: Months = np.where(gains <= 0, 0, months)
        return back
