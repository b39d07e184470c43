"""A case of limitation: one old debt, what happened since, and its three clocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from after_overdue.cases.events import event_day, event_kind
from after_overdue.cases.inputs import Input, InputValue, Refusal, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Scalar, Value, value
from after_overdue.models.limitation.arithmetic import (
    Event,
    EventKind,
    Limitation,
    Restart,
    after_weekend,
    delay_interest,
    limitation,
    years_after,
)
from after_overdue.models.limitation.fields import DUE, RestartFields, Rows, Summary
from after_overdue.units import day_after, months_after

NOUN = "limitation"
NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        "to_sue": "limitation_rule.to_sue",
        "longest": "limitation_rule.longest",
        "to_enforce": "enforcement.apply_within",
        "doubled_rate": "lawsuit.doubled_rate",
        "retention": "credit_record.retention_years",
    }
)
"""The numbers of the world that a case rests on, by their parameters."""


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with days before the due day settled, each one named."""
    settled, refusals, due_on = dict(values), [], cast("date", values["due_on"])
    kinds = {"paid_on": "cured_before_due", "perform_by": "judged_before_due"}
    for name, kind in kinds.items():
        day = values[name]
        if isinstance(day, date) and day < due_on:
            settled[name] = due_on
            limits = {"due": due_on.isoformat()}
            refusals.append(Refusal(kind, name, day.isoformat(), limits, due_on))
    return settled, refusals


@dataclass(frozen=True)
class LimitationCase:
    """One old debt with the numbers of the day; everything else follows."""

    due_on: date
    events: list[Scalar] | None
    paid_on: date | None
    perform_by: date | None
    judged: float
    months_later: int
    numbers: Mapping[str, Value]
    as_of: date

    @cached_property
    def time_to_sue(self) -> Limitation:
        """The time to sue, with what each event does to it."""
        happened = [
            Event(cast("EventKind", event_kind(each)), event_day(each))
            for each in self.events or ()
        ]
        return limitation(
            self.due_on,
            events=happened,
            years=self.numbers["to_sue"].number,
            longest_years=self.numbers["longest"].number,
            paid_on=self.paid_on,
            perform_by=self.perform_by,
        )

    @property
    def looked_at_on(self) -> date:
        """The day on which the clocks are looked at."""
        return months_after(self.due_on, self.months_later)

    @property
    def has_run_out(self) -> bool:
        """Whether the time to sue is over on that day, by what was entered."""
        return self.looked_at_on > self.time_to_sue.moved_to

    @property
    def enforce_ends_on(self) -> date | None:
        """The same date so many years after the last day to perform."""
        if self.perform_by is None:
            return None
        return years_after(self.perform_by, self.numbers["to_enforce"].number)

    @property
    def enforce_until(self) -> date | None:
        """Last day to ask a court to enforce; None without a judgment."""
        return self.enforce_ends_on and after_weekend(self.enforce_ends_on)

    @property
    def days_unperformed(self) -> int:
        """Days since the last day to perform, until paid or looked at."""
        if self.perform_by is None:
            return 0
        until = min(filter(None, (self.paid_on, self.looked_at_on)))
        return max((until - self.perform_by).days, 0)

    @property
    def doubled_part(self) -> float | None:
        """What a late performance adds; None without a judgment."""
        if self.perform_by is None:
            return None
        rate = self.numbers["doubled_rate"].decimal
        days = self.days_unperformed
        return delay_interest(self.judged, rate_per_day=rate, days=days)

    @property
    def is_paid_in_time(self) -> bool:
        """Whether it was paid on the due day, so that nothing was ever late."""
        return self.paid_on is not None and self.paid_on <= self.due_on

    @property
    def mark_until(self) -> date | None:
        """Last day of the mark; None while unpaid, and where nothing was late."""
        if self.paid_on is None or self.is_paid_in_time:
            return None
        return years_after(self.paid_on, self.numbers["retention"].number)

    @property
    def last_month(self) -> int:
        """Months at the end of the slider."""
        return cast("list[int]", self.numbers["months_later"].dated.range)[1]


INPUTS = input_names(LimitationCase)


def limitation_case(values: Mapping[str, InputValue], today: date) -> LimitationCase:
    """Return the case of these values, with the numbers in force today."""
    names = {**NUMBERS, **{name: f"{NOUN}.{name}" for name in INPUTS}}
    numbers = {name: value(full, today) for name, full in names.items()}
    given = cast("dict[str, Any]", dict(values))
    return LimitationCase(**given, numbers=MappingProxyType(numbers), as_of=today)


def answer(case: LimitationCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    time = case.time_to_sue
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary={
            "ends_on": time.ends_on,
            "moved_to": time.moved_to,
            "restarts": [_restart(each) for each in time.restarts],
            "looked_at_on": case.looked_at_on,
            "has_run_out": case.has_run_out,
            "enforce_until": case.enforce_until,
            "doubled_interest": case.doubled_part,
            "mark_gone_from": day_after(case.mark_until),
        },
        rows=_rows(case),
        citations=citations(case.numbers.values()),
    )


def _restart(restart: Restart) -> RestartFields:
    return {
        "kind": restart.kind,
        "day": restart.day,
        "new_end": restart.new_end,
        "why_not": restart.why_not,
    }


def _rows(case: LimitationCase) -> Rows:
    """Return the due day, and every event after it."""
    restarts = case.time_to_sue.restarts
    first = years_after(case.due_on, case.numbers["to_sue"].number)
    return {
        "kind": [DUE, *(each.kind for each in restarts)],
        "day": [case.due_on, *(each.day for each in restarts)],
        "new_end": [first, *(each.new_end for each in restarts)],
        "why_not": [None, *(each.why_not for each in restarts)],
    }


def cases_along(case: LimitationCase) -> tuple[LimitationCase, ...]:
    """Return the case at each position of the slider of months."""
    months = range(case.last_month + 1)
    return tuple(replace(case, months_later=each) for each in months)
