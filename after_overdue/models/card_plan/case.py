"""A case of a card debt: three ways to pay it off, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import ceil, floor
from types import MappingProxyType
from typing import Any, cast

from after_overdue.cases.inputs import Input, InputValue, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.cases.travel import Travel, round_step
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.card_plan.arithmetic import (
    CardTerms,
    Repayment,
    Yuan,
    agreed_plan,
    fixed_payments,
    minimum_payments,
)
from after_overdue.models.card_plan.fields import Rows, Summary, Way

NOUN = "card_plan"
SHOWN_MONTHS = 120
"""Months that the figure shows; a plan is over by then, a small payment is not."""
POSITIONS, FURTHEST = 500, 0.25
"""The slider moves by about a so-manieth of the debt, up to this share of it."""
WAYS = ("minimum", "fixed", "plan")
SETTINGS = (
    ("debt",),
    ("rate_per_day",),
    ("plan_months", "plan_rate"),
    ("minimum_share", "minimum_floor"),
)
"""The settings below the figure; those in a row stand side by side."""


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


@dataclass(frozen=True)
class CardPlanCase:
    """One card debt with the numbers of the day; everything else follows."""

    debt: float
    pay_per_month: float
    rate_per_day: float
    minimum_share: float
    minimum_floor: float
    plan_months: int
    plan_rate: float
    numbers: Mapping[str, Value]
    as_of: date

    @property
    def terms(self) -> CardTerms:
        """What the card charges, and what it asks for at least."""
        return CardTerms(
            self.rate_per_day,
            self.minimum_share,
            self.minimum_floor,
            self.numbers["cycle_days"].number,
        )

    @cached_property
    def minimum(self) -> Repayment:
        """Only the minimum is paid, and it shrinks."""
        return minimum_payments(self.debt, terms=self.terms)

    @cached_property
    def fixed(self) -> Repayment:
        """The payment of one's own."""
        return self.paying(self.pay_per_month)

    @cached_property
    def plan(self) -> Repayment:
        """The agreed plan."""
        return agreed_plan(
            self.debt, rate_per_year=self.plan_rate, months=self.plan_months
        )

    @cached_property
    def kept_up(self) -> Repayment:
        """The first minimum payment, kept up every month."""
        return self.paying(self.minimum.first_payment)

    @cached_property
    def without_plan(self) -> Repayment:
        """The instalment of the plan, paid without one."""
        return self.paying(self.plan.first_payment)

    def paying(self, payment: float) -> Repayment:
        """Return what the debt becomes at a fixed payment."""
        return fixed_payments(self.debt, payment, terms=self.terms, shown=SHOWN_MONTHS)


INPUTS = input_names(CardPlanCase)


def card_plan_case(values: Mapping[str, InputValue], today: date) -> CardPlanCase:
    """Return the case of these values, with the numbers in force today."""
    names = (*INPUTS, "cycle_days")
    numbers = {name: value(f"{NOUN}.{name}", today) for name in names}
    given = cast("dict[str, Any]", dict(values))
    return CardPlanCase(**given, numbers=MappingProxyType(numbers), as_of=today)


def answer(case: CardPlanCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary={
            "minimum": _way(case.minimum),
            "fixed": _way(case.fixed),
            "plan": _way(case.plan),
            "kept_up": _way(case.kept_up),
            "without_plan": _way(case.without_plan),
        },
        rows=_rows(case),
        citations=citations(case.numbers.values()),
    )


def _way(way: Repayment) -> Way:
    return {
        "first_payment": way.first_payment,
        "months": way.months,
        "interest": way.interest_paid,
    }


def _rows(case: CardPlanCase) -> Rows:
    """Return every month until the slowest way is at its end."""
    minimum, fixed, plan = case.minimum, case.fixed, case.plan
    months = max(len(way.owed) for way in (minimum, fixed, plan))

    def column(sums: Yuan) -> list[float]:
        return [*sums.tolist(), *[0.0] * (months - len(sums))]

    return {
        "month": list(range(months)),
        "minimum_payment": column(minimum.payment),
        "minimum_interest": column(minimum.interest),
        "minimum_owed": column(minimum.owed),
        "fixed_payment": column(fixed.payment),
        "fixed_interest": column(fixed.interest),
        "fixed_owed": column(fixed.owed),
        "plan_payment": column(plan.payment),
        "plan_interest": column(plan.interest),
        "plan_owed": column(plan.owed),
    }


def travel(case: CardPlanCase) -> Travel:
    """Return the way of the slider: from where the debt hardly shrinks to a quarter.

    It depends on the debt and its terms, and never on the payment.
    """
    step = round_step(case.debt / POSITIONS)
    interest = case.terms.interest(case.debt)
    most = max(FURTHEST * case.debt, case.minimum.first_payment)
    low = max(floor(interest / step), 1) * step
    return Travel(round(low, 2), round(ceil(most / step) * step, 2), step)


def cases_along(case: CardPlanCase) -> tuple[CardPlanCase, ...]:
    """Return the case at each position of the slider."""
    return tuple(
        replace(case, pay_per_month=payment) for payment in travel(case).positions
    )
