"""The working of one month of a loan book, line by line."""

from __future__ import annotations

from after_overdue.models.loan_book.steps import move_steps
from after_overdue.models.loan_book.words import LoanBookWords
from after_overdue.steps import Step, Term


def workings(told: LoanBookWords, month: int) -> list[list[str]]:
    """Return the moves of a month, line by line."""
    lines = [_line(told, step) for step in steps_of(told, month)]
    return [[told.say("working_rests"), *lines]]


def steps_of(told: LoanBookWords, month: int) -> list[Step]:
    """Return the moves of a month, as the model gives them."""
    return list(move_steps(told.case.book, month))


def _line(told: LoanBookWords, step: Step) -> str:
    def dressed(term: Term) -> str:
        return told.locale.percent(term.value, 2)

    return told.say(
        "working_move",
        source=told.say(step.terms[0].name),
        sum=step.written(dressed),
        target=told.say(step.result.name),
    )
