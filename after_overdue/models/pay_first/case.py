"""A case of several debts: one budget, three orders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from math import ceil
from types import MappingProxyType
from typing import cast

from after_overdue.cases.debts import Debt, debt_of
from after_overdue.cases.inputs import Input, InputValue, Refusal, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.cases.travel import Travel, round_step
from after_overdue.catalog.parameters import Scalar, Value, value
from after_overdue.models.pay_first.arithmetic import (
    LONGEST,
    ORDERS,
    Debts,
    Order,
    Payoff,
    debts,
    payoffs,
)
from after_overdue.models.pay_first.fields import Rows, Summary, Way

NOUN = "pay_first"
POSITIONS, FINENESS = 160, 500
"""The slider has so many positions, each about a so-manieth of what is owed."""


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def read_debts(entries: list[str]) -> tuple[Debt, ...]:
    """Return the debts that checked entries stand for."""
    return tuple(cast("Debt", debt_of(entry, {})) for entry in entries)


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with a budget that covers the minimum payments."""
    budget = cast("float", values["budget"])
    entries = cast("list[str]", values["debts"])
    least = round(sum(debt.least for debt in read_debts(entries)), 2)
    if budget >= least:
        return dict(values), []
    limits: dict[str, Scalar] = {"least": least}
    given = f"{budget:.10g}"
    refusal = Refusal("budget_below_least", "budget", given, limits, least)
    return {**values, "budget": least}, [refusal]


@dataclass(frozen=True)
class PayFirstCase:
    """One person's debts and budget, and what each order makes of them."""

    debts: list[str]
    budget: float
    numbers: Mapping[str, Value]
    as_of: date
    ways: Mapping[Order, Payoff]

    @cached_property
    def listed(self) -> tuple[Debt, ...]:
        """The debts, in the order given."""
        return read_debts(self.debts)

    @cached_property
    def owing(self) -> Debts:
        """The debts as the arithmetic takes them."""
        return owing_of(self.debts)

    @property
    def any_late(self) -> bool:
        """Whether a debt is in arrears."""
        return any(debt.late for debt in self.listed)


INPUTS = input_names(PayFirstCase)


def owing_of(entries: list[str]) -> Debts:
    """Return entries as the arithmetic takes them."""
    listed = read_debts(entries)
    return debts([(each.balance, each.rate, each.least, each.late) for each in listed])


def pay_first_case(values: Mapping[str, InputValue], today: date) -> PayFirstCase:
    """Return the case of these values, with the numbers in force today."""
    numbers = {name: value(f"{NOUN}.{name}", today) for name in INPUTS}
    entries = cast("list[str]", values["debts"])
    budget = cast("float", values["budget"])
    return PayFirstCase(
        debts=entries,
        budget=budget,
        numbers=MappingProxyType(numbers),
        as_of=today,
        ways=_ways(owing_of(entries), [budget])[0],
    )


def _ways(
    owing: Debts, budgets: list[float], cycles: int = LONGEST
) -> list[Mapping[Order, Payoff]]:
    """Return what each order makes of the debts, one mapping a budget."""
    found = {
        order: payoffs(owing, budgets=budgets, order=order, cycles=cycles)
        for order in ORDERS
    }
    return [
        MappingProxyType({order: each[at] for order, each in found.items()})
        for at in range(len(budgets))
    ]


def answer(case: PayFirstCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    ways = case.ways
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary={
            "dearest_first": _way(ways["dearest_first"]),
            "smallest_first": _way(ways["smallest_first"]),
            "arrears_first": _way(ways["arrears_first"]),
            "least_payments": case.owing.least_in_all,
        },
        rows=_rows(case),
        citations=citations(case.numbers.values()),
    )


def _way(way: Payoff) -> Way:
    return {
        "months": way.months,
        "interest": way.interest_paid,
        "first_debt_gone_in": way.first_debt_gone_in,
        "debts": {
            str(number): {"gone_in": month}
            for number, month in enumerate(way.gone_in, 1)
        },
    }


def _rows(case: PayFirstCase) -> Rows:
    """Return every month until the slowest order is at its end."""
    months = max(len(way.owed) for way in case.ways.values())

    def owed(order: Order) -> list[float]:
        sums: list[float] = case.ways[order].owed.tolist()
        return [*sums, *[0.0] * (months - len(sums))]

    def interest(order: Order) -> list[float]:
        sums: list[float] = case.ways[order].interest.tolist()
        return [*sums, *[sums[-1]] * (months - len(sums))]

    return {
        "month": list(range(months)),
        "dearest_first_owed": owed("dearest_first"),
        "dearest_first_interest": interest("dearest_first"),
        "smallest_first_owed": owed("smallest_first"),
        "smallest_first_interest": interest("smallest_first"),
        "arrears_first_owed": owed("arrears_first"),
        "arrears_first_interest": interest("arrears_first"),
    }


def travel(case: PayFirstCase) -> Travel:
    """Return the way of the slider: from the minimum payments on.

    It depends on the debts, and never on the budget.
    """
    return _travel(case.owing)


def _travel(owing: Debts) -> Travel:
    step = round_step(float(owing.balance.sum()) / FINENESS)
    low = max(ceil(round(owing.least_in_all / step, 6)), 1) * step
    return Travel(round(low, 2), round(low + POSITIONS * step, 2), step)


def cases_along(case: PayFirstCase) -> tuple[PayFirstCase, ...]:
    """Return the case at each position of the slider."""
    budgets = travel(case).positions
    ways = _ways(case.owing, budgets)
    return tuple(
        replace(case, budget=budget, ways=each)
        for budget, each in zip(budgets, ways, strict=True)
    )


def months_at_least_budget(case: PayFirstCase, *, up_to: int) -> int:
    """Return how long the slowest order takes where the slider begins, at most so long.

    Parameters
    ----------
    up_to : months
    """
    return _months_at_least(tuple(case.debts), up_to)


@lru_cache(maxsize=256)
def _months_at_least(entries: tuple[str, ...], up_to: int) -> int:
    owing = owing_of([*entries])
    [ways] = _ways(owing, [_travel(owing).low], cycles=up_to)
    return max(way.months or up_to for way in ways.values())
