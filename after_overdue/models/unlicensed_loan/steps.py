"""The working of an unlicensed loan: rate, interest in law, a year of rolling on."""

from __future__ import annotations

from dataclasses import dataclass

from after_overdue.steps import Step, Term, bracket

ONE = Term(1, "count")


@dataclass(frozen=True)
class LoanTerms:
    """One loan and what the model made of it.

    Attributes
    ----------
    received, asked, principal, interest, after : money
    days, days_per_year : days
    rate, ceiling : share a year
    lend_again_rate : share a month
    lend_again_fee : share
    months : months
    """

    received: float
    asked: float
    days: int
    days_per_year: int
    rate: float
    ceiling: float
    principal: float
    interest: float
    lend_again_rate: float
    lend_again_fee: float
    months: int
    after: float


def loan_steps(loan: LoanTerms) -> tuple[Step, ...]:
    """Return what is taken, its rate a year, and the interest at the ceiling."""
    received, asked = _yuan(loan.received), _yuan(loan.asked)
    taken, days = _yuan(loan.asked - loan.received), Term(loan.days, "days")
    year = Term(loan.days_per_year, "days")
    ceiling = Term(loan.ceiling, "share", "×")
    rate = (taken, received.joined("÷"), days.joined("÷"), year.joined("×"))
    earned = (_yuan(loan.principal), ceiling)
    return (
        Step("taken", (asked, received.joined("−")), taken),
        Step("rate", rate, Term(loan.rate, "rate")),
        Step(
            "interest",
            (*earned, days.joined("×"), year.joined("÷")),
            _yuan(loan.interest),
        ),
    )


def rolling_step(loan: LoanTerms) -> Step:
    """Return the debt after a year in which new loans repay the old."""
    month = bracket(ONE, Term(loan.lend_again_rate, "share", "+"), power=loan.months)
    fee = bracket(ONE, Term(loan.lend_again_fee, "share", "+"), power=loan.months)
    terms = (_yuan(loan.asked), month.joined("×"), fee.joined("×"))
    return Step("rolling", terms, _yuan(loan.after))


def _yuan(amount: float) -> Term:
    return Term(float(amount), "yuan")
