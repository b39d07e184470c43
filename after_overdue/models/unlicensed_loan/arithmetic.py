"""An unlicensed loan: its rate a year, its interest in law, and borrowing to repay it.

Interest taken up front does not count: the sum received is the principal (Civil Code
art. 670; private-lending provisions art. 26). Above four times the prime rate nothing
is supported (art. 25). Facts F148, F165.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError

Money = NDArray[np.float64]
Days = TypeVar("Days", int, NDArray[np.int64])


def taken(received: float, *, asked: float) -> float:
    """Return what is asked beyond what arrived.

    Parameters
    ----------
    received, asked : money

    Raises
    ------
    ModelError
        Where nothing arrived, or less is asked than arrived.

    Examples
    --------
    >>> taken(1_400, asked=2_000)
    600
    """
    if received <= 0:
        raise ModelError(f"received is {received}; a loan pays out more than 0.")
    if asked < received:
        raise ModelError(f"asked is {asked}, less than the {received} received.")
    return asked - received


def rate_per_year(
    received: float, *, asked: float, days: Days, days_per_year: int
) -> Money:
    r"""Return the simple rate a year on what was received.

    Parameters
    ----------
    received, asked : money
    days : days, shape () or (n,)
        From the payout to the day when all is due.
    days_per_year : days

    Notes
    -----
    With *R* received, *A* asked after *d* days and a year of *Y* days the rate is
    :math:`(A - R) / R \cdot Y / d`, without compounding: M8.

    Examples
    --------
    1,400 arrive, 2,000 are due after 7 days:

    >>> rate = rate_per_year(1_400, asked=2_000, days=7, days_per_year=365)
    >>> round(float(rate), 3)
    22.347
    """
    if np.any(np.asarray(days) < 1):
        raise ModelError(f"days is {days}; a loan runs for at least 1 day.")
    share = taken(received, asked=asked) / received
    return np.asarray(share * days_per_year / days, dtype=np.float64)


def interest(principal: float, *, rate: float, days: Days, days_per_year: int) -> Money:
    """Return simple interest.

    Parameters
    ----------
    principal : money
    rate : share a year
    days : days, shape () or (n,)
    days_per_year : days

    Examples
    --------
    >>> earned = interest(1_400, rate=0.12, days=7, days_per_year=365)
    >>> round(float(earned), 2)
    3.22
    """
    return np.asarray(principal * rate * days / days_per_year, dtype=np.float64)


def borrowing_to_repay(
    owed: float, *, rate_per_month: float, fee: float, months: int
) -> Money:
    r"""Return the debt where each month a new loan repays the old one.

    Parameters
    ----------
    owed : money
        At the start.
    rate_per_month : share a month
    fee : share of each new loan
    months : months

    Returns
    -------
    money, shape (months + 1,)
        At the start and after each month.

    Notes
    -----
    :math:`D \leftarrow D (1 + r)(1 + f)` each month, and nothing is paid: M7.

    Examples
    --------
    >>> debt = borrowing_to_repay(10_000, rate_per_month=0.02, fee=0.03, months=12)
    >>> debt.round(2)[[0, 3, 6, 12]].tolist()
    [10000.0, 11596.11, 13446.97, 18082.1]
    """
    if rate_per_month < 0 or fee < 0:
        raise ModelError(f"rate {rate_per_month} and fee {fee} are shares from 0.")
    grown = (1 + rate_per_month) * (1 + fee)
    debt: Money = owed * grown ** np.arange(months + 1, dtype=np.float64)
    return debt
