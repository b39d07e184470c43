"""A case of an unlicensed loan: what arrived, what is asked, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from after_overdue.cases.inputs import Input, InputValue, Refusal, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.unlicensed_loan.arithmetic import (
    Money,
    borrowing_to_repay,
    interest,
    rate_per_year,
    taken,
)
from after_overdue.models.unlicensed_loan.fields import Rows, Summary

NOUN = "unlicensed_loan"
NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        "principal_rule": f"{NOUN}.principal_rule",
        "lpr": "penalty_interest.lpr_one_year",
        "lpr_multiple": "penalty_interest.lpr_multiple",
        "lpr_last_known_on": "penalty_interest.lpr_last_known_on",
        "days_per_year": f"{NOUN}.days_per_year",
        "lend_again_rate": f"{NOUN}.lend_again_rate",
        "lend_again_months": f"{NOUN}.lend_again_months",
    }
)
"""The numbers of the world that a case rests on, by their parameters."""


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with less asked than received settled, and named."""
    received, asked = cast("float", values["received"]), cast("float", values["asked"])
    if asked >= received:
        return dict(values), []
    given, least = f"{asked:.10g}", {"received": received}
    refusal = Refusal("asked_below_received", "asked", given, least, received)
    return {**values, "asked": received}, [refusal]


@dataclass(frozen=True)
class UnlicensedLoanCase:
    """One loan with the numbers of the day; everything else follows."""

    received: float
    asked: float
    days: int
    lend_again_fee: float
    numbers: Mapping[str, Value]
    as_of: date

    @property
    def taken(self) -> float:
        """What is asked beyond what arrived."""
        return taken(self.received, asked=self.asked)

    @property
    def days_per_year(self) -> int:
        """Days of a year."""
        return self.numbers["days_per_year"].number

    @property
    def principal_in_law(self) -> float:
        """What counts as principal: the sum received."""
        return self.received * self.numbers["principal_rule"].decimal

    @property
    def ceiling_per_year(self) -> float:
        """The rate above which courts support nothing."""
        lpr, times = self.numbers["lpr"].decimal, self.numbers["lpr_multiple"].decimal
        return round(lpr * times, 6)

    @property
    def lend_again_rate(self) -> float:
        """Interest a month on each new loan, assumed."""
        return self.numbers["lend_again_rate"].decimal

    @property
    def months(self) -> int:
        """Months of borrowing to repay."""
        return self.numbers["lend_again_months"].number

    @property
    def longest(self) -> int:
        """Days at the end of the slider."""
        return cast("list[int]", self.numbers["days"].dated.range)[1]

    @cached_property
    def rate_per_year(self) -> float:
        """What it costs a year."""
        return float(self.rates[self.days - 1])

    @cached_property
    def rates(self) -> Money:
        """What it would cost a year if due on day 1, 2, 3 and so on."""
        return rate_per_year(
            self.received,
            asked=self.asked,
            days=np.arange(1, self.longest + 1),
            days_per_year=self.days_per_year,
        )

    @property
    def interest_at_ceiling(self) -> float:
        """Interest for its days at the ceiling, on the principal in law."""
        return float(
            interest(
                self.principal_in_law,
                rate=self.ceiling_per_year,
                days=self.days,
                days_per_year=self.days_per_year,
            )
        )

    @cached_property
    def debts(self) -> Money:
        """What is owed where each month a new loan repays the old one."""
        return borrowing_to_repay(
            self.asked,
            rate_per_month=self.lend_again_rate,
            fee=self.lend_again_fee,
            months=self.months,
        )


INPUTS = input_names(UnlicensedLoanCase)


def unlicensed_loan_case(
    values: Mapping[str, InputValue], today: date
) -> UnlicensedLoanCase:
    """Return the case of these values, with the numbers in force today."""
    names = {**NUMBERS, **{name: f"{NOUN}.{name}" for name in INPUTS}}
    numbers = {name: value(full, today) for name, full in names.items()}
    given = cast("dict[str, Any]", dict(values))
    return UnlicensedLoanCase(**given, numbers=MappingProxyType(numbers), as_of=today)


def answer(case: UnlicensedLoanCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary={
            "rate_per_year": case.rate_per_year,
            "ceiling_per_year": case.ceiling_per_year,
            "principal_in_law": case.principal_in_law,
            "interest_at_ceiling": case.interest_at_ceiling,
            "after_12_months": float(case.debts[-1]),
        },
        rows={
            "month": list(range(case.months + 1)),
            "debt": case.debts.tolist(),
        },
        citations=citations(case.numbers.values()),
    )


def cases_along(case: UnlicensedLoanCase) -> tuple[UnlicensedLoanCase, ...]:
    """Return the case at each position of the slider of days."""
    dated = case.numbers["days"].dated
    low, high = cast("list[int]", dated.range)
    step = cast("int", dated.step)
    return tuple(replace(case, days=days) for days in range(low, high + 1, step))
