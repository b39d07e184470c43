"""The working of one month of a plan, and of its annual rate, line by line."""

from __future__ import annotations

from after_overdue.cases.locale import SHARE_DECIMALS, WRITTEN
from after_overdue.models.apr.steps import month_steps, rate_steps
from after_overdue.models.apr.words import PERCENT_DIGITS, AprWords
from after_overdue.steps import Step

DECIMALS = {
    **WRITTEN,
    "fee": SHARE_DECIMALS,
    **{unit: digits + 2 for unit, digits in PERCENT_DIGITS.items()},
}
"""Decimals of a value that its words keep, by unit."""


def workings(wording: AprWords, month: int) -> list[list[str]]:
    """Return the working of a month, and that of the annual rate."""
    return [month_working(wording, month), rate_working(wording)]


def month_working(wording: AprWords, month: int) -> list[str]:
    """Return what is owed in a month, what it costs and what is left."""
    case = wording.case
    owed = wording.locale.yuan(float(case.flows.balance[month - 1]))
    lines = [wording.say("working_month_rests"), wording.say("working_owed", owed=owed)]
    if month == case.last_month and case.settles_early:
        lines.append(wording.say("working_settled"))
    steps = month_steps(case.plan, case.flows, month)
    return [*lines, *(_line(wording, step) for step in steps)]


def steps_of(wording: AprWords, month: int) -> list[Step]:
    """Return the sums of a month and of the annual rate, as the model gives them."""
    case = wording.case
    rates = rate_steps(case.rate) if case.has_payout else ()
    return [*month_steps(case.plan, case.flows, month), *rates]


def rate_working(wording: AprWords) -> list[str]:
    """Return how the annual rate follows from the payments."""
    case = wording.case
    if not case.has_payout:
        return [wording.say("working_nothing")]
    received = wording.locale.yuan(float(case.flows.cash_flow[0]))
    return [
        wording.say("working_rate_rests"),
        wording.say("working_irr", received=received, rate=wording.monthly),
        *(_line(wording, step) for step in rate_steps(case.rate)),
    ]


def _line(wording: AprWords, step: Step) -> str:
    written = step.written(wording.dressed, DECIMALS)
    result = wording.dressed(step.result)
    return wording.say(f"working_{step.kind}", sum=written, result=result)
