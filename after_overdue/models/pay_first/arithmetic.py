"""Which debt to pay first: the same budget on the same debts, in three orders.

Each month every debt bears interest, every minimum payment is made, and the rest of the
budget goes to one debt after the other. Sums are rounded to the cent each month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from after_overdue.errors import ModelError

Yuan = NDArray[np.float64]
Order = Literal["dearest_first", "smallest_first", "arrears_first"]
ORDERS: tuple[Order, ...] = ("dearest_first", "smallest_first", "arrears_first")
MONTHS_PER_YEAR = 12
LONGEST = 600
"""Months after which debts count as never paid off: fifty years."""
ROUNDING = 0.005
"""Yuan by which rounding to the cent may move one debt's interest of one month."""


@dataclass(frozen=True)
class Debts:
    """Debts of one person, one value a debt.

    Parameters
    ----------
    balance : yuan, shape (d,)
    rate_per_year : per year, decimal, shape (d,)
    least : yuan a month, shape (d,)
    late : bool, shape (d,)
        Whether the debt is in arrears.

    Raises
    ------
    ModelError
        Where a balance is not above 0, or a rate or a minimum payment is below 0.
    """

    balance: Yuan
    rate_per_year: Yuan
    least: Yuan
    late: NDArray[np.bool_]

    def __post_init__(self) -> None:
        if self.balance.min() <= 0:
            raise ModelError(
                f"A balance is {self.balance.min()}; a debt is more than 0."
            )
        if min(self.rate_per_year.min(), self.least.min()) < 0:
            raise ModelError(
                "A rate or a minimum payment is below 0; neither of them can be."
            )

    @property
    def least_in_all(self) -> float:
        """What falls due each month at least, in yuan."""
        return round(float(self.least.sum()), 2)


def debts(rows: Sequence[tuple[float, float, float, bool]]) -> Debts:
    """Return debts from rows of balance, rate a year, minimum payment and arrears."""
    balance, rate, least, late = zip(*rows, strict=True)
    return Debts(
        np.array(balance, dtype=np.float64),
        np.array(rate, dtype=np.float64),
        np.array(least, dtype=np.float64),
        np.array(late, dtype=np.bool_),
    )


@dataclass(frozen=True)
class Payoff:
    """What one order makes of the debts at one budget, from month 0 on.

    Attributes
    ----------
    owed : yuan, shape (m + 1,)
        All debts together at the end of each month.
    interest : yuan, shape (m + 1,)
        Interest charged so far.
    gone_in : months, one a debt; None where a debt is not paid off
    """

    owed: Yuan
    interest: Yuan
    gone_in: tuple[int | None, ...]

    @property
    def months(self) -> int | None:
        """Months until nothing is owed; None where that is not within fifty years."""
        known = [month for month in self.gone_in if month is not None]
        return max(known) if len(known) == len(self.gone_in) else None

    @property
    def interest_paid(self) -> float | None:
        """All interest until nothing is owed, in yuan; None where that never is."""
        return None if self.months is None else round(float(self.interest[-1]), 2)

    @property
    def first_debt_gone_in(self) -> int | None:
        """Month in which the first debt is gone; None where none is."""
        return min((month for month in self.gone_in if month), default=None)

    @property
    def rounding(self) -> float:
        """Yuan of the interest that may be rounding: some for each month of a debt."""
        return ROUNDING * sum(month or 0 for month in self.gone_in)


def payoff(owing: Debts, *, budget: float, order: Order) -> Payoff:
    """Return what one order makes of the debts at one budget.

    Examples
    --------
    >>> card, friend = (20_000, 0.24, 600, False), (3_000, 0, 100, False)
    >>> owing = debts([card, friend, (8_000, 0.06, 300, False)])
    >>> for order in ("dearest_first", "smallest_first"):
    ...     found = payoff(owing, budget=2_000, order=order)
    ...     print(found.months, found.interest_paid, found.first_debt_gone_in)
    18 3731.04 15
    19 5420.65 3
    """
    return payoffs(owing, budgets=[budget], order=order)[0]


def payoffs(
    owing: Debts, *, budgets: ArrayLike, order: Order, cycles: int = LONGEST
) -> list[Payoff]:
    r"""Return what one order makes of the debts at each of many budgets.

    Parameters
    ----------
    owing : yuan; per year, decimal; yuan a month
    budgets : yuan a month, shape (n,)
    order : which debt gets the rest of the budget
    cycles : months
        How far to look.

    Raises
    ------
    ModelError
        Where a budget does not cover the minimum payments.

    Notes
    -----
    Each month :math:`b \leftarrow b (1 + r/12)`, less the minimum payments; the rest of
    the budget goes to the highest rate, to the smallest balance, or to debts in arrears
    and then to the highest rate (M3). Of debts at one rate the smallest comes first: it
    costs no more. What one debt does not need goes to the next.
    """
    budget = np.asarray(budgets, dtype=np.float64)
    if budget.min() < owing.least_in_all:
        raise ModelError(
            f"budget is {budget.min()}; the minimum payments sum to "
            f"{owing.least_in_all}, and no order helps below that."
        )
    owed = np.tile(owing.balance, (len(budget), 1))
    paths, charged = [owed.sum(axis=1)], [np.zeros(len(budget))]
    gone = np.zeros(owed.shape, dtype=np.int64)
    for month in range(1, cycles + 1):
        interest = np.round(owed * owing.rate_per_year / MONTHS_PER_YEAR, 2)
        owed = _after_payments(owed + interest, owing, budget, order)
        gone[(owed == 0) & (gone == 0)] = month
        paths.append(owed.sum(axis=1))
        charged.append(charged[-1] + interest.sum(axis=1))
        if not owed.any():
            break
    whole, added = np.stack(paths, axis=1), np.stack(charged, axis=1)
    return [_one(*each) for each in zip(whole, added, gone, strict=True)]


def interest_saved(dear: Payoff, other: Payoff) -> float | None:
    """Return what dearest first saves against another order; None where one never ends.

    Parameters
    ----------
    dear, other : the debts paid dearest first, and in the other order

    Notes
    -----
    Dearest first never costs more. Where it seems to, or where it saves less than the
    rounding of the two can make, nothing is saved.

    Examples
    --------
    >>> owing = debts([(8_000, 0.18, 100, False), (5_000, 0.17, 50, False)])
    >>> dear = payoff(owing, budget=2_000, order="dearest_first")
    >>> small = payoff(owing, budget=2_000, order="smallest_first")
    >>> interest_saved(dear, small), interest_saved(dear, dear)
    (18.29, 0.0)
    """
    if dear.interest_paid is None or other.interest_paid is None:
        return None
    saved = round(other.interest_paid - dear.interest_paid, 2)
    return saved if saved > dear.rounding + other.rounding else 0.0


def _after_payments(owed: Yuan, owing: Debts, budget: Yuan, order: Order) -> Yuan:
    """Return the balances after the minimum payments and the rest of the budget."""
    least = np.minimum(owed, owing.least)
    owed, rest = np.round(owed - least, 2), budget - least.sum(axis=1)
    turn = _turns(owed, owing, order)
    sorted_owed = np.take_along_axis(owed, turn, axis=1)
    before = np.cumsum(sorted_owed, axis=1) - sorted_owed
    paid = np.clip(rest[:, None] - before, 0, sorted_owed)
    left = np.empty_like(owed)
    np.put_along_axis(left, turn, np.round(sorted_owed - paid, 2), axis=1)
    return left


def _turns(owed: Yuan, owing: Debts, order: Order) -> NDArray[np.intp]:
    """Return which debt is paid first, second and so on, for each budget."""
    if order == "smallest_first":
        return np.argsort(owed, axis=1, kind="stable")
    late = owing.late if order == "arrears_first" else np.zeros_like(owing.late)
    keys = [np.broadcast_to(each, owed.shape) for each in (-owing.rate_per_year, ~late)]
    return np.lexsort((owed, *keys), axis=1)


def _one(owed: Yuan, interest: Yuan, gone: NDArray[np.int64]) -> Payoff:
    """Return one budget's path, cut where nothing is owed any more."""
    months = tuple(int(month) or None for month in gone)
    last = len(owed) if None in months else max(int(each) for each in gone) + 1
    return Payoff(owed[:last].round(2), interest[:last].round(2), months)
