"""A case of the credit record: one overdue, and the report as read on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, cast

from after_overdue.cases.inputs import InputValue, Refusal, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.credit_record.arithmetic import CreditRecord, credit_record
from after_overdue.models.credit_record.arrears import MONTHS_PER_YEAR, Arrears
from after_overdue.models.credit_record.clocks import (
    Clock,
    ClockRule,
    retention_clock,
)
from after_overdue.models.credit_record.fields import Country, Rows, Summary
from after_overdue.models.credit_record.one_off import OneOffRepair
from after_overdue.models.credit_record.status import StatusRule
from after_overdue.units import iso_month, months_after

NOUN = "credit_record"
SETTINGS = (
    ("due_on",),
    ("kind",),
    ("amount",),
    ("missed_instalments",),
    ("as_of",),
    ("months_later",),
)
"""The settings below the figure; those in a row stand side by side."""
SLIDER_DAYS = "slider_days"
RULES = ("days_per_code", "worst_code", "grid_months", "retention_years")
ONE_OFF = {
    "announced_on": "one_off_announced_on",
    "first_day": "one_off_from",
    "last_day": "one_off_until",
    "most_overdue": "one_off_amount",
    "repaid_by": "one_off_repaid_by",
    "early_repaid_by": "one_off_early_repaid_by",
    "early_hidden_from": "one_off_early_hidden_from",
}
CLOCKS: Mapping[str, Literal["payment", "delinquency"]] = MappingProxyType(
    {
        "clocks_from_payment": "payment",
        "clocks_from_delinquency": "delinquency",
    }
)
HOME = "mainland_china"
CONDITIONS = {
    "hong_kong": {"over_days": "hong_kong_over_days"},
    "germany": {"paid_after_days": "germany_paid_soon_days"},
    "germany_paid_soon": {"paid_within_days": "germany_paid_soon_days"},
    "united_states": {"charge_off_days": "united_states_charge_off_days"},
}


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with contradictions between them settled, each one named."""
    due_on, cured_on = values["due_on"], values["cured_on"]
    if not isinstance(due_on, date) or not isinstance(cured_on, date):
        return dict(values), []
    if cured_on >= due_on:
        return dict(values), []
    limits = {"due": due_on.isoformat()}
    refusal = Refusal(
        "cured_before_due", "cured_on", cured_on.isoformat(), limits, due_on
    )
    return dict(values) | {"cured_on": due_on}, [refusal]


def one_way(values: Mapping[str, InputValue], today: date) -> Mapping[str, InputValue]:
    """Return the values with the day of the payment as days after the due date."""
    cured_on = values["cured_on"]
    if not isinstance(cured_on, date):
        return values
    due_on = _due_on(values, today)
    days = (cured_on - due_on).days
    return {**values, "due_on": due_on, "paid_after": days, "cured_on": None}


def _due_on(values: Mapping[str, Any], today: date) -> date:
    """Return the due date; where none is chosen, one that makes an example."""
    if values["due_on"] is not None:
        return cast("date", values["due_on"])
    as_of = values["as_of"] or today
    back = value(f"{NOUN}.due_months_before", today).number
    first = date.fromisoformat(str(inputs(NOUN, ("due_on",), today)["due_on"].low))
    return max(first, months_after(min(as_of, values["cured_on"] or as_of), -back))


@dataclass(frozen=True)
class RecordCase:
    """One reader's overdue with the numbers of the day; everything else follows."""

    due_on: date
    paid_after: int | None
    cured_on: date | None
    as_of: date
    kind: Literal["loan", "card"]
    amount: float
    missed_instalments: int
    numbers: Mapping[str, Value]

    @property
    def resolved(self) -> dict[str, date]:
        """Inputs that may be left open, with the value they took."""
        return {"as_of": self.as_of, "due_on": self.due_on}

    @property
    def arrears(self) -> Arrears:
        """The payments that were missed."""
        return Arrears(self.due_on, self.amount, self.cured_on, self.missed_instalments)

    @property
    def one_off(self) -> OneOffRepair:
        """The one-off repair of December 2025."""
        values = {
            name: self.numbers[number].dated.value for name, number in ONE_OFF.items()
        }
        return OneOffRepair(**cast("dict[str, Any]", values))

    @property
    def retention_years(self) -> int:
        """Years a record is kept once the arrears are paid."""
        return self.numbers["retention_years"].number

    @property
    def status_rule(self) -> StatusRule:
        """How days past due become a code."""
        names = ("days_per_code", "worst_code")
        return StatusRule(*(self.numbers[name].number for name in names))

    @cached_property
    def record(self) -> CreditRecord:
        """What a reader of the report saw on that day."""
        return credit_record(
            self.arrears,
            kind=self.kind,
            as_of=self.as_of,
            grid_months=self.numbers["grid_months"].number,
            retention_years=self.retention_years,
            status=self.status_rule,
            one_off=self.one_off,
        )

    @cached_property
    def read_at_the_end(self) -> RecordCase:
        """The case as it is read once it is paid, if that is yet to come."""
        if self.cured_on is None or self.cured_on <= self.as_of:
            return self
        return replace(self, as_of=self.cured_on)

    @property
    def planned_deletion(self) -> date | None:
        """The deletion that a payment after that day would bring, if one is given."""
        if self.cured_on is None or self.cured_on <= max(self.as_of, self.due_on):
            return None
        return months_after(self.cured_on, MONTHS_PER_YEAR * self.retention_years)

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """Where the same overdue stands under each country's rule."""
        return tuple(
            retention_clock(
                self.arrears, rule=self._clock_rule(place, starts), as_of=self.as_of
            )
            for number, starts in CLOCKS.items()
            for place in _places(self.numbers[number])
        )

    def _clock_rule(
        self, place: str, starts: Literal["payment", "delinquency"]
    ) -> ClockRule:
        if place == HOME:
            kept = MONTHS_PER_YEAR * self.retention_years
            return ClockRule(place, starts, kept, keeps_last_day=True)
        conditions = {
            name: self.numbers[number].number
            for name, number in CONDITIONS.get(place, {}).items()
        }
        kept = self.numbers[f"kept_months_{place}"].number
        return replace(ClockRule(place, starts, kept), **cast("Any", conditions))


INPUTS = input_names(RecordCase)


def paid(case: RecordCase, after: int | None) -> RecordCase:
    """Return the same overdue paid so many days late, or not yet."""
    cured_on = None if after is None else case.due_on + timedelta(days=after)
    return replace(case, paid_after=after, cured_on=cured_on)


def days_along(case: RecordCase) -> tuple[int | None, ...]:
    """Return after how many days it is paid at each position; not yet is the last."""
    last = value(f"{NOUN}.{SLIDER_DAYS}", case.as_of).number
    return *range(last + 1), None


def read_later(case: RecordCase, months: int) -> RecordCase:
    """Return the same overdue as it is read so many months later, or earlier."""
    if not months:
        return case
    first = date.fromisoformat(str(value(f"{NOUN}.as_of", case.as_of).dated.range[0]))  # type: ignore[index]
    as_of = max(months_after(case.as_of, months), first)
    rules = _numbers(RULES, as_of)
    numbers = MappingProxyType({**case.numbers, **rules})
    return replace(case, as_of=as_of, numbers=numbers)


def _places(number: Value) -> list[str]:
    return cast("list[str]", number.dated.value)


def record_case(values: Mapping[str, InputValue], today: date) -> RecordCase:
    """Return the case of these values, with the numbers in force on their day."""
    given: dict[str, Any] = {name: values[name] for name in INPUTS}
    as_of = given["as_of"] = given["as_of"] or today
    given["due_on"] = _due_on(given, today)
    if given["cured_on"] is None and given["paid_after"] is not None:
        given["cured_on"] = given["due_on"] + timedelta(days=given["paid_after"])
    elif given["cured_on"] is not None:
        given["paid_after"] = (given["cured_on"] - given["due_on"]).days
    numbers = _numbers(RULES, as_of)
    numbers |= _numbers((*ONE_OFF.values(), *CLOCKS), today)
    places = [place for name in CLOCKS for place in _places(numbers[name])]
    kept = [f"kept_months_{place}" for place in places if place != HOME]
    conditions = {name for each in CONDITIONS.values() for name in each.values()}
    numbers |= _numbers((*kept, *sorted(conditions)), today)
    return RecordCase(**given, numbers=MappingProxyType(numbers))


def _numbers(names: tuple[str, ...], on: date) -> dict[str, Value]:
    return {name: value(f"{NOUN}.{name}", on) for name in names}


def answer(case: RecordCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS} | {"cured_on": None},
        summary=_summary(case),
        rows=_rows(case),
        citations=citations(
            (*case.numbers.values(), value(f"{NOUN}.kind", case.as_of))
        ),
    )


def _summary(case: RecordCase) -> Summary:
    record = case.record
    covered = record.covered_months
    return {
        "state": record.state,
        "status_code": record.status_code,
        "days_past_due": record.days_past_due,
        "days_late": record.days_late,
        "worst_code": record.worst_code,
        "on_report": record.on_report,
        "deleted_on": record.deleted_on,
        "gone_from": record.gone_from,
        "deleted_on_if_paid_as_planned": case.planned_deletion,
        "one_off_stage": case.one_off.stage(case.as_of),
        "one_off_covers": covered > 0,
        "one_off_covers_all": 0 < covered == len(record.late_months),
        "one_off_hidden_from": record.hidden_from,
        "countries": {clock.rule.place: _country(clock) for clock in case.clocks},
    }


def _country(clock: Clock) -> Country:
    return {
        "clock_starts_with": clock.rule.starts,
        "kept_months": clock.rule.kept_months,
        "applies": clock.applies,
        "ends_on": clock.ends_on,
        "on_record": clock.on_record,
    }


def _rows(case: RecordCase) -> Rows:
    months = case.record.months
    return {
        "month": [iso_month(month.month) for month in months],
        "code": [month.code for month in months],
        "overdue_amount": [month.overdue_amount for month in months],
        "displayed": [month.is_displayed for month in months],
        "reported_code": [month.reported_code for month in months],
        "reported_amount": [month.reported_amount for month in months],
        "one_off_covers": [month.is_covered for month in months],
    }
