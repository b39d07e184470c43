"""The working of one month of a loan book, line by line."""

from __future__ import annotations

from after_overdue.models.loan_book.steps import move_steps
from after_overdue.models.loan_book.words import LoanBookWords
from after_overdue.steps import Step, Term

PERCENT_DIGITS = 2
DECIMALS = {"share": PERCENT_DIGITS + 2}
"""Decimals of a value that its words keep, by unit."""


def workings(wording: LoanBookWords, month: int) -> list[list[str]]:
    """Return the moves of a month, line by line."""
    lines = [_line(wording, step) for step in steps_of(wording, month)]
    return [[wording.say("working_rests"), *lines]]


def steps_of(wording: LoanBookWords, month: int) -> list[Step]:
    """Return the moves of a month, as the model gives them."""
    return list(move_steps(wording.case.book, month))


def _line(wording: LoanBookWords, step: Step) -> str:
    def dressed(term: Term) -> str:
        return wording.locale.percent(term.value, PERCENT_DIGITS)

    return wording.say(
        "working_move",
        source=wording.say(step.terms[0].name),
        sum=step.written(dressed, DECIMALS),
        target=wording.say(step.result.name),
    )
