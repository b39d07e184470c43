"""The working of one month of a plan, and of its annual rate, line by line."""

from __future__ import annotations

from after_overdue.models.apr.words import AprWords


def workings(told: AprWords, month: int) -> list[list[str]]:
    """Return the working of a month, and that of the annual rate."""
    return [month_working(told, month), rate_working(told)]


def month_working(told: AprWords, month: int) -> list[str]:
    """Return what is owed in a month, what it costs and what is left."""
    flows, yuan = told.case.flows, told.speech.yuan
    owed, fee = float(flows.balance[month - 1]), float(flows.fee[month])
    principal, left = float(flows.principal[month]), float(flows.balance[month])
    steps = [
        told.say("working_owed", owed=yuan(owed)),
        told.say(
            "working_fee" if told.case.fees == "spread" else "working_fee_taken",
            amount=yuan(told.case.amount),
            share=told.fee(),
            fee=yuan(fee),
        ),
        told.say(
            "working_rate", fee=yuan(fee), owed=yuan(owed), rate=told.effective(month)
        ),
        told.say(
            "working_paid",
            principal=yuan(principal),
            fee=yuan(fee),
            paid=yuan(principal + fee),
        ),
        told.say(
            "working_left", owed=yuan(owed), paid=yuan(principal), left=yuan(left)
        ),
    ]
    if month == told.case.last_month and told.case.settle_after:
        steps.insert(1, told.say("working_settled"))
    return [told.say("working_month_rests"), *steps]


def rate_working(told: AprWords) -> list[str]:
    """Return how the annual rate follows from the payments."""
    case = told.case
    if not case.has_payout:
        return [told.say("working_nothing")]
    received = told.speech.yuan(float(case.flows.cash_flow[0]))
    return [
        told.say("working_rate_rests"),
        told.say("working_irr", received=received, rate=told.monthly),
        told.say("working_apr", rate=told.monthly, apr=told.annual(case)),
        told.say("working_ear", rate=told.monthly, ear=told.ear),
    ]
