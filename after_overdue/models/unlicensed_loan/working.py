"""The working of an unlicensed loan, line by line."""

from __future__ import annotations

from after_overdue.cases.locale import WRITTEN
from after_overdue.models.unlicensed_loan.steps import (
    LoanTerms,
    loan_steps,
    rolling_step,
)
from after_overdue.models.unlicensed_loan.words import (
    RATE_DIGITS,
    UnlicensedLoanWords,
)
from after_overdue.steps import Step

DECIMALS = {**WRITTEN, "rate": RATE_DIGITS + 2}
"""Decimals of a value that its words keep, by unit."""


def workings(
    wording: UnlicensedLoanWords, _place: int | None = None
) -> list[list[str]]:
    """Return the arithmetic of the loan, and that of borrowing to repay it."""
    lines = [_line(wording, step) for step in loan_steps(_terms(wording))]
    rolled = [
        wording.say("working_rolling_rests"),
        _line(wording, rolling_step(_terms(wording))),
    ]
    return [[wording.say("working_rests"), *lines], rolled]


def steps_of(wording: UnlicensedLoanWords, _place: int | None = None) -> list[Step]:
    """Return the sums as the model gives them."""
    return [*loan_steps(_terms(wording)), rolling_step(_terms(wording))]


def _terms(wording: UnlicensedLoanWords) -> LoanTerms:
    case = wording.case
    return LoanTerms(
        received=case.received,
        asked=case.asked,
        days=case.days,
        days_per_year=case.days_per_year,
        rate=case.rate_per_year,
        ceiling=case.ceiling_per_year,
        principal=case.principal_in_law,
        interest=case.interest_at_ceiling,
        lend_again_rate=case.lend_again_rate,
        lend_again_fee=case.lend_again_fee,
        months=case.months,
        after=float(case.debts[-1]),
    )


def _line(wording: UnlicensedLoanWords, step: Step) -> str:
    written = step.written(wording.dressed, DECIMALS)
    return wording.say(f"working_{step.kind}", sum=written)
