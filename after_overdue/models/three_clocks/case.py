"""A case of the three clocks: one overdue, and the day on which it is paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from after_overdue.cases.inputs import Input, InputValue, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.three_clocks.arithmetic import ThreeClocks, three_clocks
from after_overdue.models.three_clocks.fields import Rows, Summary
from after_overdue.units import months_after

NOUN = "three_clocks"
RULES = {
    "retention_years": "credit_record.retention_years",
    "due_months_before": "credit_record.due_months_before",
    "day_count": "penalty_interest.day_count",
}
"""Numbers of the other models that the clocks run by, by their names here."""


@dataclass(frozen=True)
class ThreeClocksCase:
    """One overdue with the numbers of the day; everything else follows."""

    amount: float
    due_on: date
    paid_after: int | None
    rate: float
    uplift: float
    as_of: date
    numbers: Mapping[str, Value]

    @property
    def resolved(self) -> dict[str, date]:
        """Inputs that may be left open, with the value they took."""
        return {"due_on": self.due_on, "as_of": self.as_of}

    @property
    def days_per_year(self) -> int:
        """Days in the year by which interest is charged."""
        return int(str(self.numbers["day_count"].dated.value))

    @property
    def retention_years(self) -> int:
        """Years a record is kept once the arrears are paid."""
        return self.numbers["retention_years"].number

    @property
    def last_day(self) -> int:
        """The latest day after the due date on which it may be paid here."""
        high: Any = self.numbers["paid_after"].dated.range
        return int(high[1])

    @cached_property
    def clocks(self) -> ThreeClocks:
        """Where the three clocks start and stop."""
        return three_clocks(
            self.amount,
            due_on=self.due_on,
            paid_after=self.paid_after,
            as_of=self.as_of,
            rate_per_year=self.rate,
            uplift=self.uplift,
            days_per_year=self.days_per_year,
            retention_years=self.retention_years,
        )

    def days_after_due(self, day: date) -> int:
        """Return how many days after the due date a day lies."""
        return (day - self.due_on).days

    @cached_property
    def reach(self) -> int:
        """Days from the due date to the end of every record there can be here."""
        latest = self.due_on + timedelta(days=self.last_day)
        return self.days_after_due(months_after(latest, 12 * self.retention_years))


INPUTS = input_names(ThreeClocksCase)


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def three_clocks_case(values: Mapping[str, InputValue], today: date) -> ThreeClocksCase:
    """Return the case of these values, with the numbers in force on its day."""
    given = cast("dict[str, Any]", dict(values))
    as_of = given["as_of"] = given["as_of"] or today
    numbers = {name: value(f"{NOUN}.{name}", today) for name in INPUTS}
    numbers |= {name: value(rule, as_of) for name, rule in RULES.items()}
    months = numbers["due_months_before"].number
    given["due_on"] = given["due_on"] or months_after(as_of, -months)
    return ThreeClocksCase(**given, numbers=MappingProxyType(numbers))


def answer(case: ThreeClocksCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    clocks = case.clocks
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary={
            "debt": {"penalty": clocks.charged, "stops_on": clocks.paid_on},
            "record": {"gone_from": clocks.gone_from},
            "score": {"back_on": clocks.back_on},
        },
        rows={
            "clock": ["debt", "record", "score"],
            "starts_on": [clocks.starts_on, clocks.paid_on, None],
            "last_day": [clocks.paid_on, clocks.kept_until, clocks.back_on],
            "penalty": [clocks.charged, None, None],
        },
        citations=citations(case.numbers.values()),
    )


def days_along(case: ThreeClocksCase) -> tuple[int | None, ...]:
    """Return after how many days it is paid at each position; not yet is the last."""
    low: Any = case.numbers["paid_after"].dated.range
    return *range(int(low[0]), case.last_day + 1), None


def cases_along(case: ThreeClocksCase) -> tuple[ThreeClocksCase, ...]:
    """Return the case at each position of the slider."""
    return tuple(replace(case, paid_after=days) for days in days_along(case))
