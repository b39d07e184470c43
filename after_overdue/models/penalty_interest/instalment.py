"""One instalment of a running loan: what of it is principal and what is interest."""

from __future__ import annotations

from dataclasses import dataclass
from math import expm1, log1p

from after_overdue.errors import ModelError

MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class Instalment:
    """One planned payment of a loan with level payments.

    Attributes
    ----------
    number : count, from 1
    opening_balance, payment, principal, interest : yuan
        Not rounded.
    """

    number: int
    opening_balance: float
    payment: float
    principal: float
    interest: float


def loan_instalment(
    amount: float, *, rate_per_year: float, months: int, number: int
) -> Instalment:
    r"""Return one instalment of a loan repaid in level monthly payments.

    Parameters
    ----------
    amount : yuan
        What was lent.
    rate_per_year : per year, decimal
        Contract rate; a month is charged a twelfth of it.
    months : months
    number : count
        Which instalment, from 1 to `months`.

    Returns
    -------
    Instalment

    Raises
    ------
    ModelError
        Where the loan has no such instalment or a negative amount or rate.

    Notes
    -----
    With *i* a month's rate and *n* months, the balance before instalment *k* is
    :math:`A\,\frac{(1+i)^n - (1+i)^{k-1}}{(1+i)^n - 1}`.

    Examples
    --------
    Instalment 5 of 12,000 over 12 months at 12 %:

    >>> found = loan_instalment(12_000, rate_per_year=0.12, months=12, number=5)
    >>> [round(part, 2) for part in (found.payment, found.principal, found.interest)]
    [1066.19, 984.6, 81.58]
    """
    if not 1 <= number <= months:
        raise ModelError(
            f"number is {number}; a loan of {months} months has instalments 1 to "
            f"{months}."
        )
    if min(amount, rate_per_year) < 0:
        raise ModelError(
            f"amount is {amount} and rate_per_year is {rate_per_year}; neither lies "
            "below 0."
        )
    monthly = rate_per_year / MONTHS_PER_YEAR
    left = _share_left(monthly, months, number - 1)
    paid_off = left - _share_left(monthly, months, number)
    interest = amount * left * monthly
    principal = amount * paid_off
    return Instalment(number, amount * left, principal + interest, principal, interest)


def _share_left(monthly: float, months: int, paid: int) -> float:
    """Return the share of the loan still owed after `paid` instalments."""
    if monthly == 0:
        return 1 - paid / months
    force = log1p(monthly)  # keeps its digits where the rate is next to nothing
    full = expm1(force * months)
    return (full - expm1(force * paid)) / full
