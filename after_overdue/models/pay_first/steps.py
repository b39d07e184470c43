"""The working of several debts: the interest of the first month, and what is free."""

from __future__ import annotations

from after_overdue.models.pay_first.arithmetic import MONTHS_PER_YEAR, Debts
from after_overdue.steps import Step, Term


def first_month_steps(owing: Debts, *, budget: float) -> tuple[Step, ...]:
    """Return each debt's interest, the minimum payments, and the rest of the budget.

    Parameters
    ----------
    owing : yuan; per year, decimal; yuan a month
    budget : yuan a month

    Examples
    --------
    >>> from after_overdue.models.pay_first.arithmetic import debts
    >>> owing = debts([(20_000, 0.24, 600, False), (3_000, 0, 100, False)])
    >>> for step in first_month_steps(owing, budget=2_000):
    ...     print(step.kind, round(step.worked_out, 2))
    interest 400.0
    interest 0.0
    least 700.0
    rest 1300.0
    """
    interest = [
        _interest(float(balance), float(rate))
        for balance, rate in zip(owing.balance, owing.rate_per_year, strict=True)
    ]
    first, *others = (_yuan(float(each)) for each in owing.least)
    least = (first, *(each.joined("+") for each in others))
    whole = _yuan(float(owing.least.sum()))
    rest = (_yuan(budget), whole.joined("−"))
    left = _yuan(budget - whole.value)
    return (*interest, Step("least", least, whole), Step("rest", rest, left))


def _interest(balance: float, rate: float) -> Step:
    year = Term(MONTHS_PER_YEAR, "count", "÷")
    terms = (_yuan(balance), Term(rate, "share", "×"), year)
    return Step("interest", terms, _yuan(balance * rate / MONTHS_PER_YEAR))


def _yuan(number: float) -> Term:
    return Term(number, "yuan")
