"""The working of the three clocks, line by line."""

from __future__ import annotations

from after_overdue.models.three_clocks.steps import penalty_step
from after_overdue.models.three_clocks.words import ThreeClocksWords
from after_overdue.steps import Step, Term


def workings(told: ThreeClocksWords, _place: int | None = None) -> list[list[str]]:
    """Return the working of each clock, line by line."""
    return [working(told)]


def working(told: ThreeClocksWords) -> list[str]:
    """Return the arithmetic of the debt, then what the other two clocks rest on."""
    [step] = steps_of(told)
    return [
        step.written(lambda term: _dressed(told, term)),
        told.told("working_record"),
        told.say("working_score"),
    ]


def steps_of(told: ThreeClocksWords, _place: int | None = None) -> list[Step]:
    """Return the penalty interest, as the model gives it."""
    case = told.case
    step = penalty_step(
        case.clocks,
        amount=case.amount,
        rate_per_year=case.rate,
        uplift=case.uplift,
        days_per_year=case.days_per_year,
    )
    return [step]


def _dressed(told: ThreeClocksWords, term: Term) -> str:
    locale = told.locale
    if term.unit == "days":
        return locale.counted(term.value, "days")
    if term.unit == "share":
        return locale.share(term.value)
    return locale.yuan(term.value) if term.unit == "yuan" else locale.exact(term.value)
