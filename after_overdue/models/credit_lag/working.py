"""The working of credit, line by line."""

from __future__ import annotations

from after_overdue.cases.locale import YUAN_DECIMALS
from after_overdue.models.credit_lag.steps import area_step
from after_overdue.models.credit_lag.words import CreditLagWords
from after_overdue.steps import Step, Term

DECIMALS = {"yuan": YUAN_DECIMALS, "value_days": YUAN_DECIMALS}
"""Decimals of a value that its words keep, by unit."""


def workings(wording: CreditLagWords, _place: int | None = None) -> list[list[str]]:
    """Return the arithmetic of the area, line by line."""
    return [working(wording)]


def working(wording: CreditLagWords) -> list[str]:
    """Return the arithmetic of the area, line by line."""
    lag = wording.case.lag_days
    [step] = steps_of(wording)
    return [
        wording.say("working_rests"),
        wording.say("working_lag", lag=wording.day, days=wording.days(lag)),
        step.written(lambda term: _dressed(wording, term), DECIMALS),
    ]


def steps_of(wording: CreditLagWords, _place: int | None = None) -> list[Step]:
    """Return the area, as the model gives it."""
    return [area_step(wording.case.curves)]


def _dressed(wording: CreditLagWords, term: Term) -> str:
    if term.unit == "days":
        return wording.days(int(term.value))
    return (
        wording.worth
        if term.unit == "yuan"
        else wording.say("value_days", area=wording.area)
    )
