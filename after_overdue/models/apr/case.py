"""A case of true cost: a flat-fee instalment plan and what it costs a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import ceil
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from after_overdue.cases.inputs import Input, InputValue, Refusal, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.files import Bilingual
from after_overdue.catalog.parameters import Value, parameters, value
from after_overdue.models.apr.arithmetic import (
    MONTHS_PER_YEAR,
    AnnualRate,
    annual_rate,
    reducing_balance_interest,
    shop_formula,
)
from after_overdue.models.apr.fields import Rows, Summary
from after_overdue.models.apr.plan import CashFlows, Plan, cash_flows

NOUN = "apr"
PRESET = f"{NOUN}.preset_"
MOST_TIMES = 2.5
"""Fees taken at once may cost far more than they sound; axes hold this many times."""
FEE_STEP = 0.0001
"""A fee that is set right is the next lower multiple of this."""
FEE_DIGITS = 12
"""Decimals of a month's part of a fee for the whole term: a link stays short."""


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with contradictions between them settled, each one named."""
    settled, refusals = dict(values), []
    months, settle_after = cast("int", values["months"]), values["settle_after"]
    if isinstance(settle_after, int) and settle_after > months:
        settled["settle_after"] = months
        allowed = {"months": months}
        given = str(settle_after)
        refusals.append(
            Refusal("settle_after_end", "settle_after", given, allowed, months)
        )
    last = settled["settle_after"] or months
    chosen = values.get("chosen_month")
    if isinstance(chosen, int) and isinstance(last, int) and chosen > last:
        settled["chosen_month"] = last
        ends = {"months": last}
        refusals.append(Refusal("after_end", "chosen_month", str(chosen), ends, last))
    fee = cast("float", values["monthly_fee"])
    if values["fees"] == "upfront" and months * fee >= 1:
        highest = _fee_below(1 / months)
        settled["monthly_fee"] = highest
        limits = {"months": months, "high": highest}
        refusals.append(
            Refusal("fees_take_all", "monthly_fee", f"{fee:.10g}", limits, highest)
        )
    return settled, refusals


def _fee_below(limit: float) -> float:
    return round((ceil(limit / FEE_STEP) - 1) * FEE_STEP, 4)


@dataclass(frozen=True)
class AprCase:
    """One plan with the numbers of the day; everything else follows."""

    amount: float
    months: int
    monthly_fee: float
    fees: str
    settle_after: int | None
    fees_waived: bool
    numbers: Mapping[str, Value]
    as_of: date

    @property
    def plan(self) -> Plan:
        """The plan these numbers describe."""
        return Plan(
            self.amount,
            self.months,
            self.monthly_fee,
            self.fees,
            self.settle_after,
            self.fees_waived,
        )

    @cached_property
    def flows(self) -> CashFlows:
        """Its cash flows, month by month."""
        return cash_flows(self.plan)

    @cached_property
    def rate(self) -> AnnualRate:
        """Its annual rate."""
        return annual_rate(self.flows)

    @property
    def has_payout(self) -> bool:
        """Whether fees taken up front leave anything to pay out."""
        return bool(self.flows.cash_flow[0] > 0)

    @property
    def last_month(self) -> int:
        """Month of the last payment."""
        return int(self.plan.last)

    @property
    def settles_early(self) -> bool:
        """Whether it is settled before its last instalment."""
        return self.last_month < self.months

    @property
    def interest_at_nominal_rate(self) -> float:
        """Interest to the last payment, if the fee were a true monthly rate."""
        return reducing_balance_interest(
            self.amount,
            rate_per_month=self.monthly_fee,
            months=self.months,
            settled_after=self.last_month,
        )

    @property
    def nominal_rate_per_year(self) -> float:
        """What the flat fee seems to cost: twelve times the monthly fee."""
        return MONTHS_PER_YEAR * self.monthly_fee

    @property
    def rates_end(self) -> float:
        """Where an axis of rates a year ends that shows this plan and cheaper ones."""
        most = MOST_TIMES * self.nominal_rate_per_year
        return min(float(self.rate.apr), most) if self.has_payout else most

    @property
    def dearest(self) -> AprCase:
        """The same plan at the highest fee that the slider reaches."""
        ends = cast("list[float]", self.numbers["monthly_fee"].dated.range)
        return replace(self, monthly_fee=max(ends))


INPUTS = input_names(AprCase)


def apr_case(values: Mapping[str, InputValue], today: date) -> AprCase:
    """Return the case of these values, with the numbers in force today."""
    numbers = {name: value(f"{NOUN}.{name}", today) for name in INPUTS}
    given = cast("dict[str, Any]", {name: values[name] for name in INPUTS})
    return AprCase(**given, numbers=MappingProxyType(numbers), as_of=today)


def answer(case: AprCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary=_summary(case),
        rows=_rows(case),
        citations=citations(case.numbers.values()),
    )


def _summary(case: AprCase) -> Summary:
    flows, last = case.flows, case.last_month
    fees_total = float(flows.fees_total)
    rates = flows.effective_rate
    return {
        "apr": float(case.rate.apr),
        "ear": float(case.rate.ear),
        "monthly_rate": float(case.rate.monthly_rate),
        "nominal_rate_per_year": case.nominal_rate_per_year,
        "received": float(flows.cash_flow[0]),
        "instalment": _instalment(case),
        "first_payment": float(flows.payment[1]),
        "last_payment": float(flows.payment[last]),
        "last_month": last,
        "total_paid": case.amount + fees_total,
        "fees_total": fees_total,
        "fees_saved": float(flows.fees_saved),
        "average_balance_share": float(flows.average_balance) / case.amount,
        "effective_rate_first_month": float(rates[1]),
        "effective_rate_last_month": float(rates[last]),
        "interest_at_nominal_rate": case.interest_at_nominal_rate,
        "shop_formula_rate": float(shop_formula(case.monthly_fee, months=case.months)),
    }


def _instalment(case: AprCase) -> float:
    """Return the ordinary instalment: principal, and the fee where it is spread."""
    fee = case.monthly_fee if case.fees == "spread" else 0.0
    return case.amount * (1 / case.months + fee)


def _rows(case: AprCase) -> Rows:
    """Return months 0, the payout, to the last payment."""
    flows, end = case.flows, case.last_month + 1
    return {
        "month": list(range(end)),
        "principal": flows.principal[:end].tolist(),
        "fee": flows.fee[:end].tolist(),
        "payment": flows.payment[:end].tolist(),
        "balance": flows.balance[:end].tolist(),
        "cash_flow": flows.cash_flow[:end].tolist(),
        "effective_rate": [None, *flows.effective_rate[1:end].tolist()],
    }


def cases_along(case: AprCase) -> tuple[AprCase, ...]:
    """Return the case at each position of the monthly-fee slider."""
    dated = case.numbers["monthly_fee"].dated
    low, high = cast("list[float]", dated.range)
    steps = round((high - low) / cast("float", dated.step))
    positions = np.linspace(low, high, steps + 1).tolist()
    return tuple(replace(case, monthly_fee=round(fee, 6)) for fee in positions)


@dataclass(frozen=True)
class AprPreset:
    """One entry of a dated price list: what it is called, its term and its fee."""

    name: str
    label: Bilingual
    months: int | None
    monthly_fee: float
    value: Value


def presets(today: date) -> tuple[AprPreset, ...]:
    """Return the price lists' entries in force today, by lender and term.

    A fee on the amount for the whole term is spread over its months.
    """
    found = [
        _preset(value(name, today))
        for name, parameter in parameters().items()
        if name.startswith(PRESET) and min(parameter.values) <= today
    ]
    lender = {each.name: each.name.rstrip("0123456789") for each in found}
    return tuple(sorted(found, key=lambda each: (lender[each.name], each.months or 0)))


def _preset(entry: Value) -> AprPreset:
    months = entry.dated.months
    is_total = entry.parameter.unit == "share"
    return AprPreset(
        name=entry.name.removeprefix(PRESET),
        label=entry.parameter.label,
        months=months,
        monthly_fee=round(entry.decimal / (months or 1), FEE_DIGITS)
        if is_total
        else entry.decimal,
        value=entry,
    )
