"""The working of the three clocks, line by line."""

from __future__ import annotations

from after_overdue.cases.locale import WRITTEN
from after_overdue.models.three_clocks.steps import penalty_step
from after_overdue.models.three_clocks.words import ThreeClocksWords
from after_overdue.steps import Step, Term

DECIMALS = {unit: WRITTEN[unit] for unit in ("yuan", "share")}
"""Decimals of a value that its words keep, by unit; the others are written whole."""


def workings(wording: ThreeClocksWords, _place: int | None = None) -> list[list[str]]:
    """Return the working of each clock, line by line."""
    return [working(wording)]


def working(wording: ThreeClocksWords) -> list[str]:
    """Return the arithmetic of the debt, then what the other two clocks rest on."""
    [step] = steps_of(wording)
    return [
        step.written(lambda term: _dressed(wording, term), DECIMALS),
        wording.filled("working_record"),
        wording.say("working_score"),
    ]


def steps_of(wording: ThreeClocksWords, _place: int | None = None) -> list[Step]:
    """Return the penalty interest, as the model gives it."""
    case = wording.case
    step = penalty_step(
        case.clocks,
        amount=case.amount,
        rate_per_year=case.rate,
        uplift=case.uplift,
        days_per_year=case.days_per_year,
    )
    return [step]


def _dressed(wording: ThreeClocksWords, term: Term) -> str:
    locale = wording.locale
    if term.unit == "days":
        return locale.counted(term.value, "days")
    if term.unit == "share":
        return locale.share(term.value)
    return locale.yuan(term.value) if term.unit == "yuan" else locale.exact(term.value)
