"""The working of an unlicensed loan, line by line."""

from __future__ import annotations

from after_overdue.models.unlicensed_loan.steps import loan_steps, rolling_step
from after_overdue.models.unlicensed_loan.words import UnlicensedLoanWords
from after_overdue.steps import Step


def workings(told: UnlicensedLoanWords, _place: int | None = None) -> list[list[str]]:
    """Return the arithmetic of the loan, and that of borrowing to repay it."""
    lines = [_line(told, step) for step in loan_steps(told.case)]
    rolled = [told.say("working_rolling_rests"), _line(told, rolling_step(told.case))]
    return [[told.say("working_rests"), *lines], rolled]


def steps_of(told: UnlicensedLoanWords, _place: int | None = None) -> list[Step]:
    """Return the sums as the model gives them."""
    return [*loan_steps(told.case), rolling_step(told.case)]


def _line(told: UnlicensedLoanWords, step: Step) -> str:
    return told.say(f"working_{step.kind}", sum=step.written(told.dressed))
