"""The working of several debts, line by line."""

from __future__ import annotations

from after_overdue.models.pay_first.steps import first_month_steps
from after_overdue.models.pay_first.words import PayFirstWords
from after_overdue.steps import Step


def workings(told: PayFirstWords, _place: int | None = None) -> list[list[str]]:
    """Return the first month, line by line."""
    lines = [
        told.say(f"working_{step.kind}", sum=step.written(told.dressed))
        for step in steps_of(told)
    ]
    return [[told.say("working_rests"), *lines, told.say("working_goes")]]


def steps_of(told: PayFirstWords, _place: int | None = None) -> list[Step]:
    """Return the sums as the model gives them."""
    return list(first_month_steps(told.case.owing, budget=told.case.budget))
