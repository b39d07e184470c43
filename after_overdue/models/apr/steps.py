"""The working of a plan: the sums behind one month, and behind its annual rate."""

from __future__ import annotations

from after_overdue.models.apr.arithmetic import MONTHS_PER_YEAR, AnnualRate
from after_overdue.models.apr.plan import CashFlows, Plan
from after_overdue.steps import Step, Term, bracket

ONE = Term(1, "count")


def month_steps(plan: Plan, flows: CashFlows, month: int) -> tuple[Step, ...]:
    """Return the fee of a month, its share of what is owed, the payment, the rest.

    Parameters
    ----------
    plan, flows : one plan and what it pays
    month : month, 1 to the last

    Examples
    --------
    >>> from after_overdue.models.apr.plan import cash_flows
    >>> plan = Plan(12_000, 12, 0.006)
    >>> for step in month_steps(plan, cash_flows(plan), 7):
    ...     print(step.kind, round(step.worked_out, 6), round(step.result.value, 6))
    fee 72.0 72.0
    rate 0.012 0.012
    paid 1072.0 1072.0
    left 5000.0 5000.0
    """
    fee = _yuan(flows.fee[month])
    charged = round(float(flows.months_charged[month]))
    owed, principal = _yuan(flows.balance[month - 1]), _yuan(flows.principal[month])
    rate = Term(float(flows.effective_rate[month]), "rate")
    return (
        Step(*_fee(plan, charged, fee), fee),
        Step("rate", (fee, owed.joined("÷")), rate),
        Step("paid", (principal, fee.joined("+")), _yuan(flows.payment[month])),
        Step("left", (owed, principal.joined("−")), _yuan(flows.balance[month])),
    )


def _fee(plan: Plan, charged: int, fee: Term) -> tuple[str, tuple[Term, ...]]:
    """Return what the fee of a month is a product of: amount, fee, months charged."""
    if not charged:
        return "fee_taken", (fee,)
    terms = (_yuan(plan.amount), Term(float(plan.monthly_fee), "fee", "×"))
    return "fee", terms if charged == 1 else (*terms, Term(charged, "count", "×"))


def rate_steps(rate: AnnualRate) -> tuple[Step, ...]:
    """Return how the annual rates follow from the monthly one."""
    monthly = Term(float(rate.monthly_rate), "monthly")
    year = Term(MONTHS_PER_YEAR, "count")
    grown = bracket(ONE, monthly.joined("+"), power=MONTHS_PER_YEAR)
    return (
        Step("apr", (year, monthly.joined("×")), Term(float(rate.apr), "annual")),
        Step("ear", (grown, ONE.joined("−")), Term(float(rate.ear), "annual")),
    )


def _yuan(amount: float) -> Term:
    return Term(float(amount), "yuan")
