"""The cash flows of a flat-fee instalment plan, run to its end or settled early."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError

FEES = ("spread", "first", "upfront")
Numbers = NDArray[np.float64]
Months = NDArray[np.int64]


@dataclass(frozen=True)
class Plan:
    """A flat-fee instalment plan, or many at once: shapes broadcast.

    Parameters
    ----------
    amount : money
        Borrowed, and repaid in equal parts at the end of each month.
    months : months, shape () or (n,)
        Number of instalments.
    monthly_fee : share of the amount per month, decimal, shape () or (n,)
        Charged on the whole amount, however much of it is still owed.
    fees : `spread`, `first` or `upfront`
        With each instalment; all with the first one; or all taken out of the money
        paid out.
    settle_after : month, shape () or (n,), optional
        What is still owed is repaid together with this month's instalment.
    fees_waived : flag
        Whether an early settlement is spared the fees of the months after it.

    Raises
    ------
    ModelError
        Where the numbers describe no plan.
    """

    amount: float
    months: int | Months
    monthly_fee: float | Numbers
    fees: str = "spread"
    settle_after: int | Months | None = None
    fees_waived: bool = True

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise ModelError(f"amount is {self.amount}; a plan lends more than 0.")
        if np.min(self.months) < 1:
            raise ModelError(
                f"months is {np.min(self.months)}; a plan has 1 instalment or more."
            )
        if np.min(self.monthly_fee) < 0:
            raise ModelError(
                f"monthly_fee is {np.min(self.monthly_fee)}; a fee is 0 or more."
            )
        if self.fees not in FEES:
            raise ModelError(f"fees is '{self.fees}'; it is one of {', '.join(FEES)}.")
        if np.min(self.last) < 1 or np.any(self.last > np.asarray(self.months)):
            raise ModelError(
                f"settle_after is {self.settle_after}; a plan of {self.months} months "
                "is settled at one of its instalments."
            )

    @property
    def last(self) -> Months:
        """Month of the last payment."""
        last = self.months if self.settle_after is None else self.settle_after
        return np.asarray(last, dtype=np.int64)


@dataclass(frozen=True)
class CashFlows:
    """What is paid in months 0 to the longest plan's end; month 0 is the payout.

    Attributes
    ----------
    amount : money
    principal, fee : money, shape (..., months + 1)
        Repaid and paid in each month; month 0 holds fees taken out of the payout.
    balance : money, shape (..., months + 1)
        Still owed at the end of the month.
    fees_saved : money, shape (...)
        Fees that a settlement waived.
    months_charged : count, shape (..., months + 1)
        How many months' fees are taken in each month.
    """

    amount: float
    principal: Numbers
    fee: Numbers
    balance: Numbers
    fees_saved: Numbers
    months_charged: Numbers

    @property
    def payment(self) -> Numbers:
        """Principal and fee of each month."""
        paid: Numbers = self.principal + self.fee
        return paid

    @property
    def cash_flow(self) -> Numbers:
        """Money to the borrower, month by month; what the borrower pays is negative."""
        flow: Numbers = -self.payment
        flow[..., 0] += self.amount
        return flow

    @property
    def fees_total(self) -> Numbers:
        """Fees paid in all."""
        total: Numbers = np.sum(self.fee, axis=-1)
        return total

    @property
    def effective_rate(self) -> Numbers:
        """The month's fee as a share of what was owed when the month began.

        Nothing is owed before month 1 and after the last payment: not a number there.
        """
        owed = self.balance[..., :-1]
        rate = np.full_like(self.fee, np.nan)
        np.divide(self.fee[..., 1:], owed, out=rate[..., 1:], where=owed > 0)
        return rate

    @property
    def average_balance(self) -> Numbers:
        """What was owed on average over the months in which something was owed."""
        running = np.count_nonzero(self.balance, axis=-1)
        return np.asarray(self.balance.sum(axis=-1) / running)


def cash_flows(plan: Plan) -> CashFlows:
    r"""Return what a plan pays, month by month.

    Notes
    -----
    Of the amount *A* over *n* months, each instalment repays :math:`A/n`, so that
    :math:`A(n-t)/n` is owed at the end of month *t*; the fee of a month is *f A*.
    A settlement after month *k* adds :math:`A(n-k)/n` to that month, and the fees
    of the months after *k* unless they are waived. Fees taken at the first
    instalment or up front are paid by then: no later fee is left to waive, and none
    is given back (assumption; a contract may refund a part). Nothing is rounded to
    the cent.

    Examples
    --------
    12,000 over 12 months at a flat 0.6 % a month:

    >>> flows = cash_flows(Plan(12_000, 12, 0.006))
    >>> [round(float(paid), 2) for paid in flows.payment[:3]]
    [0.0, 1072.0, 1072.0]
    >>> round(float(flows.fees_total), 2)
    864.0
    """
    months, fee, last = (
        each[..., None]
        for each in np.broadcast_arrays(
            np.asarray(plan.months, dtype=np.int64),
            np.asarray(plan.monthly_fee, dtype=np.float64),
            plan.last,
        )
    )
    month = np.arange(np.max(months) + 1)
    left = (months - last) * (month == last)
    parts = (month >= 1) & (month <= last)
    after = np.where(month < last, months - month, 0)
    still_due = left if plan.fees == "spread" else np.zeros_like(left)
    saved = still_due if plan.fees_waived else np.zeros_like(left)
    charged = {
        "spread": parts + still_due - saved,
        "first": months * (month == 1),
        "upfront": months * (month == 0),
    }[plan.fees]
    return CashFlows(
        amount=plan.amount,
        principal=plan.amount * (parts + left) / months,
        fee=plan.amount * fee * charged,
        balance=plan.amount * after / months,
        fees_saved=(plan.amount * fee * saved).sum(axis=-1),
        months_charged=charged,
    )
