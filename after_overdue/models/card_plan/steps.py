"""The working of a card debt: the first cycle of each way, and the plan."""

from __future__ import annotations

from after_overdue.models.card_plan.arithmetic import (
    MONTHS_PER_YEAR,
    CardTerms,
    level_instalment,
)
from after_overdue.steps import Step, Term, bracket

ONE = Term(1, "count")


def first_cycle_steps(
    debt: float, payment: float, *, terms: CardTerms
) -> tuple[Step, ...]:
    """Return the interest of the first cycle, the minimum, and what a payment does.

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
    owed, interest = _yuan(debt), _yuan(terms.interest(debt))
    principal = _yuan(terms.minimum_principal(debt))
    days, rate = Term(terms.cycle_days, "days", "×"), Term(terms.rate_per_day, "share")
    asked = _yuan(principal.value + interest.value)
    change = _yuan(abs(payment - interest.value))
    shrinks = payment > interest.value
    paid = (_yuan(payment), interest.joined("−"))
    left = paid if shrinks else (interest, _yuan(payment).joined("−"))
    return (
        Step("interest", (owed, rate.joined("×"), days), interest),
        _principal(owed, principal, terms),
        Step("minimum", (principal, interest.joined("+")), asked),
        Step("shrinks" if shrinks else "grows", left, change),
    )


def _principal(owed: Term, principal: Term, terms: CardTerms) -> Step:
    share = Term(terms.minimum_share, "share", "×")
    if principal.value == owed.value * terms.minimum_share:
        return Step("principal", (owed, share), principal)
    return Step("floor", (principal,), principal)


def plan_steps(debt: float, *, rate_per_year: float, months: int) -> tuple[Step, ...]:
    """Return the level instalment of a plan, and all its interest.

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
    owed, count = _yuan(debt), Term(months, "count")
    level = _yuan(level_instalment(debt, rate_per_year=rate_per_year, months=months))
    if rate_per_year == 0:
        return (Step("plan_free", (owed, count.joined("÷")), level),)
    monthly = Term(rate_per_year / MONTHS_PER_YEAR, "monthly")
    year = Term(MONTHS_PER_YEAR, "count", "÷")
    grown = bracket(ONE, monthly.joined("+"), power=months)
    shrunk = bracket(grown, ONE.joined("−"), sign="÷")
    terms = (owed, monthly.joined("×"), grown.joined("×"), shrunk)
    whole = _yuan(level.value * months - debt)
    return (
        Step("plan_rate", (Term(rate_per_year, "share"), year), monthly),
        Step("plan", terms, level),
        Step("plan_interest", (level, count.joined("×"), owed.joined("−")), whole),
    )


def _yuan(number: float) -> Term:
    return Term(float(number), "yuan")
