"""The working of credit, line by line."""

from __future__ import annotations

from after_overdue.models.credit_lag.steps import area_step
from after_overdue.models.credit_lag.words import CreditLagWords
from after_overdue.steps import Step, Term


def workings(told: CreditLagWords, _place: int | None = None) -> list[list[str]]:
    """Return the arithmetic of the area, line by line."""
    return [working(told)]


def working(told: CreditLagWords) -> list[str]:
    """Return the arithmetic of the area, line by line."""
    lag = told.case.lag_days
    [step] = steps_of(told)
    return [
        told.say("working_rests"),
        told.say("working_lag", lag=told.day, days=told.days(lag)),
        step.written(lambda term: _dressed(told, term)),
    ]


def steps_of(told: CreditLagWords, _place: int | None = None) -> list[Step]:
    """Return the area, as the model gives it."""
    return [area_step(told.case.curves)]


def _dressed(told: CreditLagWords, term: Term) -> str:
    if term.unit == "days":
        return told.days(int(term.value))
    return told.worth if term.unit == "yuan" else told.say("value_days", area=told.area)
