"""Compound interest on arrears: what one unpaid sum earns until it is paid.

Interest runs day by day and is added to the sum at the end of each period. The sum is
contract interest that was not paid; only where the contract compounds the penalty
itself is it the overdue principal.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from after_overdue.errors import ModelError

Yuan = NDArray[np.float64]
FEN_PER_YUAN = 100
NOISE_DECIMALS = 6
"""Decimals of a fen beyond which a binary fraction is only noise."""


def fen(yuan: ArrayLike) -> Any:  # noqa: ANN401  # one number or many
    """Return money rounded to the fen, half a fen up.

    Examples
    --------
    >>> fen([2.1666, 0.125, 16.085]).tolist()
    [2.17, 0.13, 16.09]
    """
    exact = np.round(np.asarray(yuan) * FEN_PER_YUAN, NOISE_DECIMALS)
    return np.floor(exact + 0.5) / FEN_PER_YUAN


def simple_interest(
    sum_unpaid: float, *, rate_per_year: float, days: ArrayLike, days_per_year: int
) -> Yuan:
    r"""Return the interest on a sum that is never added to it.

    Parameters
    ----------
    sum_unpaid : yuan
    rate_per_year : per year, decimal
    days : days, any shape
    days_per_year : days
        Length of the year under the contract's day count.

    Returns
    -------
    yuan, the shape of `days`

    Notes
    -----
    :math:`P\,r\,d/D`. Source: banks charge a day at a 360th of the year's rate (F45).

    Examples
    --------
    >>> found = simple_interest(
    ...     10_000, rate_per_year=0.18, days=[30, 360], days_per_year=360
    ... )
    >>> found.round(2).tolist()
    [150.0, 1800.0]
    """
    return sum_unpaid * rate_per_year * np.asarray(days) / days_per_year


def compound_interest(
    sum_unpaid: float,
    *,
    rate_per_year: float,
    days: ArrayLike,
    days_per_year: int,
    compound_days: int,
) -> Yuan:
    r"""Return the interest on a sum that grows by its interest after each period.

    Parameters
    ----------
    sum_unpaid : yuan
    rate_per_year : per year, decimal
    days : days, any shape
    days_per_year : days
    compound_days : days
        Length of a period, counted from the due date. Inside a period interest is
        simple.

    Returns
    -------
    yuan, the shape of `days`

    Raises
    ------
    ModelError
        Where a period has no day.

    Notes
    -----
    With *n* whole periods of *k* days and *s* days over,
    :math:`P\left((1 + rk/D)^n (1 + rs/D) - 1\right)`. Source: quarterly or monthly
    compounding of unpaid interest, Yinfa [1999] No. 77 art. 20 (F43).

    Examples
    --------
    Twelve periods at 1.5 %, where simple interest is 1,800:

    >>> found = compound_interest(
    ...     10_000, rate_per_year=0.18, days=360, days_per_year=360, compound_days=30
    ... )
    >>> round(float(found), 2)
    1956.18
    """
    if compound_days < 1:
        raise ModelError(
            f"compound_days is {compound_days}; a period lasts at least one day."
        )
    whole, over = np.divmod(np.asarray(days), compound_days)
    a_day = rate_per_year / days_per_year
    grown = (1 + a_day * compound_days) ** whole * (1 + a_day * over)
    return np.asarray(sum_unpaid * (grown - 1))
