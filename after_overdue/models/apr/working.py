"""The working of one month of a plan, and of its annual rate, line by line."""

from __future__ import annotations

from after_overdue.models.apr.steps import month_steps, rate_steps
from after_overdue.models.apr.words import AprWords
from after_overdue.steps import Step


def workings(told: AprWords, month: int) -> list[list[str]]:
    """Return the working of a month, and that of the annual rate."""
    return [month_working(told, month), rate_working(told)]


def month_working(told: AprWords, month: int) -> list[str]:
    """Return what is owed in a month, what it costs and what is left."""
    case = told.case
    owed = told.locale.yuan(float(case.flows.balance[month - 1]))
    lines = [told.say("working_month_rests"), told.say("working_owed", owed=owed)]
    if month == case.last_month and case.settles_early:
        lines.append(told.say("working_settled"))
    steps = month_steps(case.plan, case.flows, month)
    return [*lines, *(_line(told, step) for step in steps)]


def steps_of(told: AprWords, month: int) -> list[Step]:
    """Return the sums of a month and of the annual rate, as the model gives them."""
    case = told.case
    rates = rate_steps(case.rate) if case.has_payout else ()
    return [*month_steps(case.plan, case.flows, month), *rates]


def rate_working(told: AprWords) -> list[str]:
    """Return how the annual rate follows from the payments."""
    case = told.case
    if not case.has_payout:
        return [told.say("working_nothing")]
    received = told.locale.yuan(float(case.flows.cash_flow[0]))
    return [
        told.say("working_rate_rests"),
        told.say("working_irr", received=received, rate=told.monthly),
        *(_line(told, step) for step in rate_steps(case.rate)),
    ]


def _line(told: AprWords, step: Step) -> str:
    written, result = step.written(told.dressed), told.dressed(step.result)
    return told.say(f"working_{step.kind}", sum=written, result=result)
