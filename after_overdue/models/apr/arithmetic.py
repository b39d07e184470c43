"""APR: what a flat-fee instalment plan costs a year, from its cash flows.

The annual rate is 12 times the monthly internal rate of return (IRR) of the cash
flows; the effective annual rate (EAR) compounds it. Fees count as cost, and the rate
is on what is still owed after each repayment: PBOC Announcement [2021] No. 3 (F84).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import expm1, log1p

import numpy as np
import pyxirr

from after_overdue.errors import ModelError
from after_overdue.models.apr.plan import CashFlows, Months, Numbers

MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class AnnualRate:
    """The rate of a plan, or of many: monthly, twelvefold, and compounded.

    Attributes
    ----------
    monthly_rate : per month, decimal, shape (...)
        Internal rate of return. Not a number where nothing is paid out.
    """

    monthly_rate: Numbers

    @property
    def apr(self) -> Numbers:
        """Annual percentage rate, per year, decimal: twelve monthly rates."""
        return MONTHS_PER_YEAR * self.monthly_rate

    @property
    def ear(self) -> Numbers:
        """Effective annual rate, per year, decimal: the monthly rate compounded."""
        return np.asarray((1 + self.monthly_rate) ** MONTHS_PER_YEAR - 1)


def annual_rate(flows: CashFlows) -> AnnualRate:
    r"""Return the rate at which the payments are worth what was paid out.

    Parameters
    ----------
    flows : money
        Cash flows of one plan or of many.

    Raises
    ------
    ModelError
        Where fees taken up front leave nothing to pay out. Among many plans, such a
        one is not a number.

    Notes
    -----
    The monthly rate *r* solves :math:`c_0 + \sum_t c_t (1+r)^{-t} = 0`. Money comes
    once and is then only paid back, so there is exactly one such rate, and it is 0
    or more. The root is pyxirr's.

    Examples
    --------
    "0.6 % a month" over 12 months is no 7.2 % a year (F80):

    >>> from after_overdue.models.apr.plan import Plan, cash_flows
    >>> found = annual_rate(cash_flows(Plan(12_000, 12, 0.006)))
    >>> round(float(found.apr), 6), round(float(found.ear), 6)
    (0.130342, 0.138418)
    """
    money = flows.cash_flow
    has_payout = np.atleast_1d(money[..., 0] > 0)
    if not has_payout.any():
        raise ModelError(
            f"Fees of {np.min(flows.fees_total):,.2f} are taken out of "
            f"{flows.amount:,.2f}; nothing is paid out, so there is no rate."
        )
    is_free = np.atleast_1d(flows.fees_total == 0)
    rates = np.where(is_free, 0.0, np.nan).ravel()
    each = money.reshape(-1, money.shape[-1])
    for plan in np.flatnonzero(has_payout & ~is_free):
        rates[plan] = pyxirr.irr(each[plan])
    return AnnualRate(rates.reshape(money.shape[:-1]))


def flat_fee(rate_per_year: float | Numbers, *, months: int | Months) -> Numbers:
    r"""Return the flat monthly fee, spread over a plan, whose APR is `rate_per_year`.

    Parameters
    ----------
    rate_per_year : per year, decimal, above 0
    months : months

    Returns
    -------
    share of the amount per month, decimal

    Notes
    -----
    With :math:`r` the monthly rate, :math:`f = r / (1 - (1+r)^{-n}) - 1/n`.

    Examples
    --------
    A fee of 0.5515 % a month over 12 months is 12 % a year (F82):

    >>> round(float(flat_fee(0.12, months=12)), 6)
    0.005515
    """
    rate = np.asarray(rate_per_year, dtype=np.float64) / MONTHS_PER_YEAR
    count = np.asarray(months, dtype=np.float64)
    return np.asarray(rate / (1 - (1 + rate) ** -count) - 1 / count)


def shop_formula(monthly_fee: float | Numbers, *, months: int | Months) -> Numbers:
    """Return the shop's rule of thumb for the annual rate, 24 f n / (n + 1).

    Parameters
    ----------
    monthly_fee : share of the amount per month, decimal
    months : months

    Returns
    -------
    per year, decimal
        The flat fee over the average balance; slightly high at 12 months (F82).

    Examples
    --------
    >>> round(float(shop_formula(0.006, months=12)), 4)
    0.1329
    """
    fee, count = np.asarray(monthly_fee), np.asarray(months)
    return np.asarray(2 * MONTHS_PER_YEAR * fee * count / (count + 1))


def reducing_balance_interest(
    amount: float,
    *,
    rate_per_month: float,
    months: int,
    settled_after: int | None = None,
) -> float:
    r"""Return the interest of a loan with equal payments at a true monthly rate.

    Parameters
    ----------
    amount : money
    rate_per_month : per month, decimal
        Charged on what is still owed.
    months : months
    settled_after : month, optional
        What is still owed is repaid together with this month's payment.

    Returns
    -------
    money
        Not rounded.

    Notes
    -----
    With the payment :math:`p = A r / (1 - (1+r)^{-n})` and what is owed after month
    *k*, :math:`B_k = A (1+r)^k - p ((1+r)^k - 1) / r`, the interest of *k* months is
    :math:`k p + B_k - A`; nothing is owed after the last, :math:`B_n = 0`.

    Examples
    --------
    What 7.2 % a year would cost if it were true (F80), not 864:

    >>> round(reducing_balance_interest(12_000, rate_per_month=0.006, months=12), 2)
    473.13

    Settled with the sixth payment, it has cost this much, not six flat fees of 72:

    >>> found = reducing_balance_interest(
    ...     12_000, rate_per_month=0.006, months=12, settled_after=6
    ... )
    >>> round(found, 2)
    344.23
    """
    if rate_per_month == 0:
        return 0.0
    last = settled_after or months
    force = log1p(rate_per_month)  # keeps its digits at a rate next to nothing
    payment = amount * rate_per_month / -expm1(-force * months)
    grown = expm1(force * last)
    owed = amount * (1 + grown) - payment * grown / rate_per_month
    return float(payment * last + owed - amount)
