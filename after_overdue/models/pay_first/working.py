"""The working of several debts, line by line."""

from __future__ import annotations

from after_overdue.cases.locale import WRITTEN
from after_overdue.models.pay_first.steps import first_month_steps
from after_overdue.models.pay_first.words import PayFirstWords
from after_overdue.steps import Step


def workings(wording: PayFirstWords, _place: int | None = None) -> list[list[str]]:
    """Return the first month, line by line."""
    lines = [
        wording.say(f"working_{step.kind}", sum=step.written(wording.dressed, WRITTEN))
        for step in steps_of(wording)
    ]
    return [[wording.say("working_rests"), *lines, wording.say("working_goes")]]


def steps_of(wording: PayFirstWords, _place: int | None = None) -> list[Step]:
    """Return the sums as the model gives them."""
    return list(first_month_steps(wording.case.owing, budget=wording.case.budget))
