"""A case of credit: one delivery, one payment, and the days between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from after_overdue.cases.inputs import Input, InputValue, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.credit_lag.arithmetic import CreditLag, credit_lag
from after_overdue.models.credit_lag.fields import Rows, Summary

NOUN = "credit_lag"


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


@dataclass(frozen=True)
class CreditLagCase:
    """One transaction with the numbers of the day; everything else follows."""

    lag_days: int
    amount: float
    numbers: Mapping[str, Value]
    as_of: date

    @cached_property
    def curves(self) -> CreditLag:
        """Value given and value returned, day by day."""
        return credit_lag(self.amount, lag_days=self.lag_days)

    @property
    def longest_lag(self) -> int:
        """The longest lag, either way, that can be asked for, in days."""
        ends = cast("list[int]", self.numbers["lag_days"].dated.range)
        return max(abs(each) for each in ends)


INPUTS = input_names(CreditLagCase)


def credit_lag_case(values: Mapping[str, InputValue], today: date) -> CreditLagCase:
    """Return the case of these values, with the numbers in force today."""
    numbers = {name: value(f"{NOUN}.{name}", today) for name in INPUTS}
    given = cast("dict[str, Any]", dict(values))
    return CreditLagCase(**given, numbers=MappingProxyType(numbers), as_of=today)


def answer(case: CreditLagCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    curves = case.curves
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary={
            "who_gives_credit": curves.giver,
            "lag_days": case.lag_days,
            "credit_value_days": float(curves.credit_value_days),
        },
        rows={
            "day": curves.days.tolist(),
            "value_given": curves.given.tolist(),
            "value_returned": curves.returned.tolist(),
            "outstanding": curves.outstanding.tolist(),
        },
        citations=citations(case.numbers.values()),
    )


def cases_along(case: CreditLagCase) -> tuple[CreditLagCase, ...]:
    """Return the case at each position of the lag slider."""
    dated = case.numbers["lag_days"].dated
    low, high = cast("list[int]", dated.range)
    step = cast("int", dated.step)
    return tuple(replace(case, lag_days=lag) for lag in range(low, high + 1, step))
