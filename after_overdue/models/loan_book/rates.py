"""Roll rates: the share of each delinquency bucket that moves to each other a month.

A *roll rate* is the share that is one bucket worse a month later (F64). The chain is
of first order and stationary: next month depends on this month's bucket alone, and
the rates never change. Real loans are not so: bank data needed a second-order chain,
the economy and the age of the loan (Malik and Thomas 2011; F72).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError

Shares = NDArray[np.float64]
UP_TO_DATE = "up_to_date"
CARD_BUCKETS = (
    "no_balance",
    UP_TO_DATE,
    "overdue_1",
    "overdue_2",
    "overdue_3_or_more",
)
LADDER_BUCKETS = (
    UP_TO_DATE,
    "overdue_1",
    "overdue_2",
    "overdue_3",
    "overdue_4",
    "written_off",
)
"""Buckets by payments overdue at the month's end, from best to worst."""
ROUNDING = 1e-9
"""Rows of shares that add up to 1 do so to this."""


@dataclass(frozen=True)
class RollRates:
    """Monthly roll rates, from the row's bucket to the column's bucket.

    Parameters
    ----------
    buckets : names, best to worst
        One of them is `up_to_date`; the worst, last one is where loss is counted.
    matrix : decimal shares per month, shape (n, n)
        Row-stochastic: each row is where one bucket's loans are next month.

    Raises
    ------
    ModelError
        Where a row is not a distribution over the buckets.
    """

    buckets: tuple[str, ...]
    matrix: Shares

    def __post_init__(self) -> None:
        count = len(self.buckets)
        if self.matrix.shape != (count, count):
            raise ModelError(
                f"The matrix has shape {self.matrix.shape}; {count} buckets need "
                f"{count} rows of {count} shares."
            )
        for bucket, row in zip(self.buckets, self.matrix, strict=True):
            if row.min() < 0:
                raise ModelError(
                    f"A roll rate out of '{bucket}' is {row.min():.3f}; a share is 0 "
                    "or more."
                )
            if abs(row.sum() - 1) > ROUNDING:
                raise ModelError(
                    f"Roll rates out of '{bucket}' sum to {row.sum():.3f}, not 1. "
                    "Every account must go somewhere, even if it stays."
                )

    @property
    def payments_overdue(self) -> NDArray[np.int64]:
        """How many steps each bucket lies behind `up_to_date`, shape (n,)."""
        steps = np.arange(len(self.buckets)) - self.buckets.index(UP_TO_DATE)
        return np.maximum(steps, 0)

    @property
    def absorbs(self) -> NDArray[np.bool_]:
        """Which buckets are never left, shape (n,)."""
        return np.asarray(np.diag(self.matrix) == 1)

    @property
    def is_overdue(self) -> NDArray[np.bool_]:
        """Which buckets are overdue and still on the book, shape (n,)."""
        return np.asarray((self.payments_overdue > 0) & ~self.absorbs)

    @property
    def worsens(self) -> NDArray[np.bool_]:
        """Which moves miss one payment more, shape (n, n).

        To stay in the worst bucket that is still left again is one of them.
        """
        behind = self.payments_overdue
        misses: NDArray[np.bool_] = behind[None, :] > behind[:, None]
        misses[-1, -1] = self.is_overdue[-1]
        return misses

    def with_odds(self, times: float) -> RollRates:
        r"""Return the rates of borrowers who miss a payment more often.

        Parameters
        ----------
        times : times
            Each month the odds of missing one payment more are so many times as high.

        Notes
        -----
        A bucket that worsens with share *p* does so with
        :math:`p' = kp / (1 - p + kp)`; its other moves shrink in proportion. Rows
        still sum to 1 at any *k* above 0.

        Examples
        --------
        One in ten, at nine times the odds, is one in two:

        >>> rates = RollRates(
        ...     ("up_to_date", "overdue_1"), np.asarray([[0.9, 0.1], [0.5, 0.5]])
        ... )
        >>> rates.with_odds(9).matrix[0].tolist()
        [0.5, 0.5]
        """
        if times <= 0:
            raise ModelError(f"times is {times}; odds are more than 0 times as high.")
        worse = np.where(self.worsens, self.matrix, 0)
        weighed = self.matrix + (times - 1) * worse
        return replace(self, matrix=weighed / weighed.sum(axis=1, keepdims=True))

    def with_rolls_stopped(self, share: float) -> RollRates:
        """Return the rates where a share of all worsening moves is turned back.

        Parameters
        ----------
        share : decimal
            Of the loans that would miss one payment more, those brought up to date
            instead.

        Examples
        --------
        >>> rates = RollRates(
        ...     ("up_to_date", "overdue_1"), np.asarray([[0.8, 0.2], [0.5, 0.5]])
        ... )
        >>> rates.with_rolls_stopped(0.5).matrix.tolist()
        [[0.9, 0.1], [0.75, 0.25]]
        """
        if not 0 <= share <= 1:
            raise ModelError(f"share is {share}; a share lies from 0 to 1.")
        stopped = share * np.where(self.worsens, self.matrix, 0)
        matrix = self.matrix - stopped
        matrix[:, self.buckets.index(UP_TO_DATE)] += stopped.sum(axis=1)
        return replace(self, matrix=np.minimum(matrix, 1))  # 1 may come out a hair more


def renormalised(
    buckets: Sequence[str], printed: Shares
) -> tuple[RollRates, tuple[str, ...]]:
    """Return a printed matrix with every row divided by its sum, and which needed it.

    Parameters
    ----------
    buckets : names, best to worst
    printed : decimal shares per month, shape (n, n)
        As published; a misprinted row may not sum to 1.

    Returns
    -------
    RollRates, names of the buckets whose row did not sum to 1

    Examples
    --------
    A row misprinted as 1.02:

    >>> rates, mended = renormalised(
    ...     ("up_to_date", "overdue_1"), np.asarray([[0.9, 0.1], [0.51, 0.51]])
    ... )
    >>> mended, rates.matrix[1].tolist()
    (('overdue_1',), [0.5, 0.5])
    """
    sums = printed.sum(axis=1, keepdims=True)
    if printed.min() < 0 or sums.min() <= 0:
        raise ModelError(
            "A printed row has a negative share or none above 0; dividing by its sum "
            "makes no distribution of it."
        )
    is_off = np.abs(sums[:, 0] - 1) > ROUNDING
    mended = tuple(bucket for bucket, off in zip(buckets, is_off, strict=True) if off)
    return RollRates(tuple(buckets), printed / sums), mended


def ladder(
    late_share: float, *, collected_share: float, rolls: Sequence[float]
) -> RollRates:
    """Return the short ladder: one step worse, or back up to date, each month.

    Parameters
    ----------
    late_share : decimal share per month
        Payments that are late on their first day (A10, from F68).
    collected_share : decimal
        Of these, collected within 30 days (A11, from F68).
    rolls : decimal shares per month
        From 1 to 2 payments overdue, 2 to 3, 3 to 4, and from 4 to written off (A12).

    Notes
    -----
    Buckets are those at the month's end, so the first step is late *and* not
    collected. What does not roll on pays all arrears (assumption). What is written
    off stays so.

    Examples
    --------
    5.5 % late, of which 86 % is collected: 0.77 % misses its month.

    >>> rates = ladder(0.055, collected_share=0.86, rolls=(0.4, 0.54, 0.62, 0.8))
    >>> round(float(rates.matrix[0, 1]), 6)
    0.0077
    """
    steps = [late_share * (1 - collected_share), *rolls]
    matrix = np.diag(steps, k=1)
    matrix[:-1, 0] += 1 - np.asarray(steps)
    matrix[-1, -1] = 1
    return RollRates(LADDER_BUCKETS, matrix)
