"""The working of an unlicensed loan: rate, interest in law, a year of rolling on."""

from __future__ import annotations

from after_overdue.models.unlicensed_loan.case import UnlicensedLoanCase
from after_overdue.steps import Step, Term, bracket

ONE = Term(1, "count")


def loan_steps(case: UnlicensedLoanCase) -> tuple[Step, ...]:
    """Return what is taken, its rate a year, and the interest at the ceiling."""
    received, asked = _yuan(case.received), _yuan(case.asked)
    taken, days = _yuan(case.taken), Term(case.days, "days")
    year = Term(case.days_per_year, "days")
    ceiling = Term(case.ceiling_per_year, "share", "×")
    rate = (taken, received.joined("÷"), days.joined("÷"), year.joined("×"))
    earned = (_yuan(case.principal_in_law), ceiling)
    return (
        Step("taken", (asked, received.joined("−")), taken),
        Step("rate", rate, Term(case.rate_per_year, "rate")),
        Step(
            "interest",
            (*earned, days.joined("×"), year.joined("÷")),
            _yuan(case.interest_at_ceiling),
        ),
    )


def rolling_step(case: UnlicensedLoanCase) -> Step:
    """Return the debt after a year in which new loans repay the old."""
    month = bracket(ONE, Term(case.lend_again_rate, "share", "+"), power=case.months)
    fee = bracket(ONE, Term(case.lend_again_fee, "share", "+"), power=case.months)
    terms = (_yuan(case.asked), month.joined("×"), fee.joined("×"))
    return Step("rolling", terms, _yuan(float(case.debts[-1])))


def _yuan(amount: float) -> Term:
    return Term(float(amount), "yuan")
