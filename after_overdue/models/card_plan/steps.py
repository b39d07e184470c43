"""The working of a card debt: the first cycle of each way, and the plan."""

from __future__ import annotations

from after_overdue.models.card_plan.arithmetic import (
    MONTHS_PER_YEAR,
    CardTerms,
    Repayment,
    agreed_plan,
    fixed_payments,
    level_instalment,
    minimum_payments,
)
from after_overdue.steps import Step, Term, bracket

ONE = Term(1, "count")


def first_cycle_steps(
    debt: float, payment: float, *, terms: CardTerms
) -> tuple[Step, ...]:
    """Return the interest of the first cycle, the minimum, and what a payment does.

    Sums of parts take the parts to the cent, as they stand on the bill.

    Parameters
    ----------
    debt, payment : yuan
    terms : per day, decimal; yuan; days

    Examples
    --------
    >>> terms = CardTerms(0.0005, 0.1, 100)
    >>> for step in first_cycle_steps(50_000, 1_000, terms=terms):
    ...     print(step.kind, round(step.result.value, 2))
    interest 750.0
    principal 5000.0
    minimum 5750.0
    shrinks 250.0
    """
    owed, minimum = _yuan(round(debt, 2)), minimum_payments(debt, terms=terms)
    days, rate = Term(terms.cycle_days, "days", "×"), Term(terms.rate_per_day, "share")
    charged, asked = _yuan(minimum.first_interest), _yuan(minimum.first_payment)
    principal = _yuan(round(asked.value - charged.value, 2))
    accrued = _yuan(terms.interest(owed.value))
    return (
        Step("interest", (owed, rate.joined("×"), days), accrued),
        _principal(owed, terms),
        Step("minimum", (principal, charged.joined("+")), asked),
        _change(debt, payment, terms),
    )


def _principal(owed: Term, terms: CardTerms) -> Step:
    principal = _yuan(terms.minimum_principal(owed.value))
    share = Term(terms.minimum_share, "share", "×")
    if principal.value == owed.value * terms.minimum_share:
        return Step("principal", (owed, share), principal)
    return Step("floor", (principal,), principal)


def _change(debt: float, payment: float, terms: CardTerms) -> Step:
    """Return by how much the debt shrinks or grows in the first cycle."""
    way = fixed_payments(debt, payment, terms=terms)
    paid, charged = _yuan(way.first_payment), _yuan(way.first_interest)
    change = _yuan(round(abs(paid.value - charged.value), 2))
    if paid.value <= charged.value:
        return Step("grows", (charged, paid.joined("−")), change)
    kind = "pays_off" if way.months == 1 else "shrinks"
    return Step(kind, (paid, charged.joined("−")), change)


def plan_steps(debt: float, *, rate_per_year: float, months: int) -> tuple[Step, ...]:
    """Return the level instalment of a plan, and all its interest.

    The rate of a month stands in the instalment as a quotient: no number of digits
    that can be read gives the instalment of a large debt to the cent.

    Parameters
    ----------
    debt : yuan
    rate_per_year : per year, decimal
    months : months

    Examples
    --------
    >>> for step in plan_steps(50_000, rate_per_year=0.0365, months=60):
    ...     print(step.kind, round(step.worked_out, 2))
    plan_rate 0.0
    plan 912.95
    plan_interest 4776.99
    """
    debt = round(debt, 2)
    owed, count = _yuan(debt), Term(months, "count")
    level = _yuan(level_instalment(debt, rate_per_year=rate_per_year, months=months))
    if rate_per_year == 0:
        return (Step("plan_free", (owed, count.joined("÷")), level),)
    yearly, year = Term(rate_per_year, "share"), Term(MONTHS_PER_YEAR, "count", "÷")
    grown = bracket(ONE, yearly.joined("+"), year, power=months)
    shrunk = bracket(grown, ONE.joined("−"), sign="÷")
    monthly = Term(rate_per_year / MONTHS_PER_YEAR, "monthly")
    terms = (owed, yearly.joined("×"), year, grown.joined("×"), shrunk)
    return (
        Step("plan_rate", (yearly, year), monthly),
        Step("plan", terms, level),
        _plan_interest(
            owed, agreed_plan(debt, rate_per_year=rate_per_year, months=months)
        ),
    )


def _plan_interest(owed: Term, plan: Repayment) -> Step:
    """Return all interest of a plan: all instalments, of which the last differs."""
    earlier = len(plan.payment) - 2
    last, whole = _yuan(plan.payment[-1]), _yuan(plan.interest_paid or 0)
    if not earlier:
        return Step("plan_interest", (last, owed.joined("−")), whole)
    level = (_yuan(plan.first_payment), Term(earlier, "count", "×"))
    return Step("plan_interest", (*level, last.joined("+"), owed.joined("−")), whole)


def _yuan(number: float) -> Term:
    return Term(float(number), "yuan")
