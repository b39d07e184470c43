"""A card debt paid off: by the shrinking minimum, by a fixed sum, by an agreed plan.

Interest runs on what is owed for every day of a cycle; nothing new is bought and every
payment is on time. Sums are rounded to the cent in each cycle, as on a bill.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import expm1, log1p
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from after_overdue.errors import ModelError

Yuan = NDArray[np.float64]
Course = Literal["ends", "beyond", "stands", "grows"]
"""How a debt goes: it ends; it shrinks but does not end within `LONGEST`; the payment
is just the interest; the payment is less than the interest."""
MONTHS_PER_YEAR = 12
LONGEST = 1200
"""Cycles for which a debt is followed: a hundred years."""


@dataclass(frozen=True)
class CardTerms:
    """What a card charges, and what it asks for at least.

    Parameters
    ----------
    rate_per_day : per day, decimal
    minimum_share : share of what is owed, decimal
    minimum_floor : yuan
        Least principal that a minimum payment pays off.
    cycle_days : days
        From one bill to the next.

    Raises
    ------
    ModelError
        Where a rate is negative, or the minimum payment pays off nothing.
    """

    rate_per_day: float
    minimum_share: float
    minimum_floor: float
    cycle_days: int = 30

    def __post_init__(self) -> None:
        if self.rate_per_day < 0 or self.cycle_days < 1:
            raise ModelError(
                f"rate_per_day is {self.rate_per_day} and cycle_days is "
                f"{self.cycle_days}; a rate is 0 or more, and a cycle has days."
            )
        if not 0 <= self.minimum_share <= 1 or self.minimum_floor <= 0:
            raise ModelError(
                f"minimum_share is {self.minimum_share} and minimum_floor is "
                f"{self.minimum_floor}; a share lies from 0 to 1, and a floor above 0 "
                "ends the debt."
            )

    def interest(self, owed: float) -> float:
        """Return the interest of one cycle on what is owed, in yuan, not rounded.

        Examples
        --------
        >>> round(CardTerms(0.0005, 0.1, 100).interest(50_000), 2)
        750.0
        """
        return owed * self.rate_per_day * self.cycle_days

    def minimum_principal(self, owed: float) -> float:
        """Return what the minimum payment takes off the debt, in yuan, not rounded."""
        return min(owed, max(self.minimum_floor, self.minimum_share * owed))


@dataclass(frozen=True)
class Repayment:
    """A debt at the end of each cycle, from cycle 0 on; one value a cycle.

    Attributes
    ----------
    owed, payment, interest : yuan
        Still owed after the payment of the cycle; paid; of it, interest.
    """

    owed: Yuan
    payment: Yuan
    interest: Yuan

    @property
    def months(self) -> int | None:
        """Cycles until nothing is owed; None where that is not seen."""
        return len(self.owed) - 1 if self.owed[-1] == 0 else None

    @property
    def course(self) -> Course:
        """How the debt goes where every payment is like the first one."""
        if self.months is not None:
            return "ends"
        if self.first_payment == self.first_interest:
            return "stands"
        return "beyond" if self.first_payment > self.first_interest else "grows"

    @property
    def first_payment(self) -> float:
        """What is paid in the first cycle, in yuan."""
        return float(self.payment[1])

    @property
    def first_interest(self) -> float:
        """The interest of the first cycle, in yuan."""
        return float(self.interest[1])

    @property
    def interest_paid(self) -> float | None:
        """All interest until the debt is gone, in yuan; None where that is not seen."""
        if self.months is None:
            return None
        return round(float(self.interest.sum()), 2)


def minimum_payments(debt: float, *, terms: CardTerms) -> Repayment:
    r"""Return what a debt becomes where only the minimum is paid.

    Parameters
    ----------
    debt : yuan
    terms : per day, decimal; yuan; days

    Raises
    ------
    ModelError
        Where nothing is owed.

    Notes
    -----
    With *B* owed, interest :math:`I = B\,r\,d`, the minimum payment is
    :math:`I + \max(f, m B)`, and :math:`B` falls by :math:`\max(f, m B)` (F144, M1).

    Examples
    --------
    >>> found = minimum_payments(10_000, terms=CardTerms(0.0005, 0.1, 100))
    >>> found.first_payment, found.months, found.interest_paid
    (1150.0, 32, 1432.47)
    """

    def pay(owed: float, interest: float) -> float:
        return interest + round(terms.minimum_principal(owed), 2)

    return _repaid(debt, terms, pay, cycles=LONGEST)


def fixed_payments(
    debt: float, payment: float, *, terms: CardTerms, shown: int = 0
) -> Repayment:
    """Return what a debt becomes where the same sum is paid every cycle.

    Parameters
    ----------
    debt, payment : yuan
    terms : per day, decimal; yuan; days
    shown : cycles
        At least so many are returned of a debt that never ends.

    Raises
    ------
    ModelError
        Where nothing is owed, or the payment is negative.

    Notes
    -----
    A payment that does not exceed the interest of the first cycle never ends the debt.

    Examples
    --------
    >>> terms = CardTerms(0.0005, 0.1, 100)
    >>> found = fixed_payments(50_000, 833.33, terms=terms)
    >>> found.months, found.interest_paid
    (155, 78881.32)
    >>> fixed_payments(50_000, 750, terms=terms).months is None
    True
    """
    if payment < 0:
        raise ModelError(f"payment is {payment}; what is paid is 0 or more.")
    ends = round(payment, 2) > round(terms.interest(round(debt, 2)), 2)
    cycles = LONGEST if ends else max(shown, 1)
    found = _repaid(debt, terms, lambda *_: round(payment, 2), cycles=cycles)
    if found.months is None and ends:
        kept = max(shown, 1) + 1
        return Repayment(found.owed[:kept], found.payment[:kept], found.interest[:kept])
    return found


def level_instalment(debt: float, *, rate_per_year: float, months: int) -> float:
    r"""Return the level instalment of a plan, in yuan, not rounded.

    Parameters
    ----------
    debt : yuan
    rate_per_year : per year, decimal
    months : months

    Notes
    -----
    :math:`D\,i\,(1+i)^n / ((1+i)^n - 1)` with *i* a twelfth of the rate, and
    :math:`D/n` without interest (M2). It is worked out as
    :math:`D\,i / (1-(1+i)^{-n})` in a way that keeps the digits of a rate next to 0.

    Examples
    --------
    >>> round(level_instalment(50_000, rate_per_year=0.1825, months=60), 2)
    1276.48
    """
    rate = rate_per_year / MONTHS_PER_YEAR
    if rate == 0:
        return debt / months
    return debt * rate / -expm1(-months * log1p(rate))


def agreed_plan(debt: float, *, rate_per_year: float, months: int) -> Repayment:
    """Return what a debt becomes under an agreed plan of level instalments.

    Parameters
    ----------
    debt : yuan
    rate_per_year : per year, decimal
    months : months
        Number of instalments.

    Raises
    ------
    ModelError
        Where nothing is owed, a rate is negative, or there is no instalment.

    Notes
    -----
    Each instalment is rounded to the cent; the last one takes what is left of the debt
    and of the interest, so that both sum to what the level instalment says (F140). The
    interest of a month is what has accrued until then, to the cent, less what the
    months before were charged: the cents that rounding leaves do not gather in the
    last month, where they could outweigh its interest.

    Examples
    --------
    >>> found = agreed_plan(50_000, rate_per_year=0, months=60)
    >>> found.first_payment, float(found.payment[-1]), found.interest_paid
    (833.33, 833.53, 0.0)
    """
    if debt <= 0 or rate_per_year < 0 or months < 1:
        raise ModelError(
            f"debt is {debt}, rate_per_year is {rate_per_year} and months is {months}; "
            "a plan pays off a debt, at a rate of 0 or more, in 1 instalment or more."
        )
    debt = round(debt, 2)
    level = level_instalment(debt, rate_per_year=rate_per_year, months=months)
    interest = _interest_charged(debt, level, rate_per_year, months)
    owed, payment = [debt], [0.0]
    for charged in interest[1:-1]:
        payment.append(round(level, 2))
        owed.append(round(owed[-1] + charged - payment[-1], 2))
    payment.append(round(owed[-1] + interest[-1], 2))
    return Repayment(np.array([*owed, 0.0]), np.array(payment), np.array(interest))


def _interest_charged(
    debt: float, level: float, rate_per_year: float, months: int
) -> list[float]:
    """Return the interest of each month of a plan, from month 0 on, to the cent."""
    owed, accrued, charged = debt, 0.0, [0.0]
    for _ in range(months):
        interest = owed * rate_per_year / MONTHS_PER_YEAR
        before, accrued = accrued, accrued + interest
        charged.append(round(round(accrued, 2) - round(before, 2), 2))
        owed += interest - level
    return charged


def _repaid(
    debt: float,
    terms: CardTerms,
    pay: Callable[[float, float], float],
    *,
    cycles: int,
) -> Repayment:
    """Return a debt cycle by cycle until it is gone, or for so many cycles."""
    if debt <= 0:
        raise ModelError(f"debt is {debt}; a debt to pay off is more than 0.")
    owed, payment, interest = [round(debt, 2)], [0.0], [0.0]
    while owed[-1] > 0 and len(owed) <= cycles:
        due = round(terms.interest(owed[-1]), 2)
        paid = round(min(pay(owed[-1], due), owed[-1] + due), 2)
        owed.append(round(owed[-1] + due - paid, 2))
        payment.append(paid)
        interest.append(due)
    return Repayment(np.array(owed), np.array(payment), np.array(interest))
