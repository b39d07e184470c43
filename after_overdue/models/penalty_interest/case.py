"""A case of penalty interest: arrears, what they cost, and which rules they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from after_overdue.cases.inputs import Input, InputValue, Refusal, input_names, inputs
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.penalty_interest.arithmetic import (
    PenaltyPath,
    PenaltyTerms,
    penalty_interest,
)
from after_overdue.models.penalty_interest.card import CardPath, CardTerms, card_debt
from after_overdue.models.penalty_interest.ceiling import (
    Ceiling,
    above_ceiling,
    lpr_ceiling,
)
from after_overdue.models.penalty_interest.compound import Yuan, fen
from after_overdue.models.penalty_interest.instalment import Instalment, loan_instalment
from after_overdue.models.penalty_interest.payment import (
    AppliedPayment,
    applied_payment,
)
from after_overdue.models.penalty_interest.risk_class import ClassRule

NOUN = "penalty_interest"
COMPOUND_DAYS = ("compound_days_monthly", "compound_days_quarterly")
CLASS_DAYS = ("class_last_days_loan", "class_last_days_card")
CARD_DAYS = ("card_statement_day", "card_due_day", "card_cycle_days")
FIXED_CEILINGS = {
    "court_trim": "court_trim_per_year",
    "regulator_cap": "micro_loan_cap_per_year",
}
GUIDED = "consumer-finance"
PRINCIPAL_FIRST = "card_payment_rule.principal_first_from"
NEAR_DAYS, FAR = 120, "far"
"""The last day of the near picture; the picture of every day that may be asked of."""


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with contradictions between them settled, each one named."""
    settled, refusals, name = dict(values), [], "missed_instalment"
    number, months = cast("int", values[name]), cast("int", values["loan_months"])
    if values["basis"] == "instalment" and number > months:
        settled[name] = months
        refusals.append(
            Refusal("settle_after_end", name, str(number), {"months": months}, months)
        )
    if values["penalty_on_penalty"] and values["compound"] == "none":
        settled["penalty_on_penalty"] = False
        refusals.append(
            Refusal("nothing_compounded", "penalty_on_penalty", "yes", {}, False)
        )
    if "days_in_view" in values and cast("int", values["days"]) > NEAR_DAYS:
        settled["days_in_view"] = FAR
    return settled, refusals


@dataclass(frozen=True)
class PenaltyPaths:
    """Every day from 0 on: what the figure draws and the days slider moves through.

    Attributes
    ----------
    arrears, card : yuan
    classes : codes from `after_overdue.models.penalty_interest.risk_class.CLASSES`
    allowed : yuan that the ceiling leaves room for
    """

    arrears: PenaltyPath
    card: CardPath
    classes: NDArray[np.str_]
    allowed: Yuan


@dataclass(frozen=True)
class PenaltyCase:
    """One reader's arrears with the numbers of the day; everything else follows."""

    basis: str
    principal: float
    unpaid_interest: float
    loan_amount: float
    loan_months: int
    missed_instalment: int
    rate: float
    uplift: float
    days: int
    day_count: int
    kind: str
    compound: str
    penalty_on_penalty: bool
    lender: str
    on: date
    lpr: float | None
    paid: float
    enforcement_costs: float
    card_rate_per_day: float
    card_minimum_share: float
    card_late_fee_share: float
    numbers: Mapping[str, Value]

    @property
    def instalment(self) -> Instalment:
        """The instalment that was missed, where one of a running loan is overdue."""
        return loan_instalment(
            self.loan_amount,
            rate_per_year=self.rate,
            months=self.loan_months,
            number=self.missed_instalment,
        )

    @property
    def overdue_principal(self) -> float:
        """The principal that is overdue, in yuan and whole fen."""
        if self.basis == "instalment":
            return float(fen(self.instalment.principal))
        return float(fen(self.principal))

    @property
    def overdue_interest(self) -> float:
        """The contract interest in arrears, in yuan and whole fen."""
        is_part = self.basis == "instalment"
        unpaid = self.instalment.interest if is_part else self.unpaid_interest
        return float(fen(unpaid))

    @property
    def purchase(self) -> float:
        """What was bought with the card, in yuan and whole fen."""
        return float(fen(self.principal))

    @property
    def terms(self) -> PenaltyTerms:
        """What the contract says about late payment."""
        compound_days = None
        if self.compound != "none":
            compound_days = self.numbers[f"compound_days_{self.compound}"].number
        return PenaltyTerms(
            self.rate,
            self.uplift,
            self.day_count,
            compound_days,
            self.penalty_on_penalty,
        )

    @property
    def card_terms(self) -> CardTerms:
        """What the card of the illustration charges."""
        return CardTerms(
            self.card_rate_per_day,
            self.card_minimum_share,
            self.card_late_fee_share,
            *(self.numbers[name].number for name in CARD_DAYS),
        )

    def class_rule(self, kind: str) -> ClassRule:
        """Return the rule that classes a `loan` or a `card` by its days past due."""
        last_days = self.numbers[f"class_last_days_{kind}"].dated.value
        return ClassRule(tuple(cast("list[int]", last_days)))

    @property
    def ceiling_kind(self) -> str:
        """Which ceiling meets this lender on the day of the contract."""
        return str(self.numbers["ceiling_kind"].dated.value)

    @property
    def lpr_per_year(self) -> float:
        """The one-year loan prime rate given, or the published one."""
        return self.numbers["lpr_one_year"].decimal if self.lpr is None else self.lpr

    @property
    def ceiling(self) -> Ceiling:
        """The ceiling for this lender on the day of the contract."""
        if self.ceiling_kind in FIXED_CEILINGS:
            fixed = self.numbers[FIXED_CEILINGS[self.ceiling_kind]].decimal
            return Ceiling(self.ceiling_kind, fixed)
        times = self.numbers["lpr_multiple"].decimal
        return lpr_ceiling(self.lpr_per_year, times=times)

    @property
    def guidance_per_year(self) -> float | None:
        """The rate that reports say this lender was told to stay under, if any."""
        guidance = self.numbers.get("consumer_finance_guidance_per_year")
        if guidance is None or guidance.dated.value is None:
            return None
        return guidance.decimal

    def paths(self, days: int) -> PenaltyPaths:
        """Return every day from 0 to `days`, in one call."""
        axis = np.arange(days + 1)
        arrears = penalty_interest(
            self.overdue_principal,
            terms=self.terms,
            days_past_due=axis,
            unpaid_interest=self.overdue_interest,
            costs=self.enforcement_costs,
        )
        return PenaltyPaths(
            arrears,
            card_debt(self.purchase, terms=self.card_terms, days_past_due=axis),
            self.class_rule(self.kind).classes(axis),
            self.ceiling.charge(
                self.overdue_principal,
                days_past_due=axis,
                days_per_year=self.day_count,
            ),
        )

    @cached_property
    def path(self) -> PenaltyPaths:
        """Every day from 0 to the days past due."""
        return self.paths(self.days)

    @property
    def charges_above_ceiling(self) -> float:
        """What the overdue charges exceed the ceiling by, in yuan."""
        arrears = self.path.arrears
        allowed = fen(self.path.allowed[-1])
        return float(fen(above_ceiling(arrears.added[-1], allowed=allowed)))

    @property
    def is_above_ceiling(self) -> bool:
        """Whether the overdue rate, or the charges so far, lie above the ceiling."""
        by_rate = self.ceiling.is_below(self.terms.penalty_rate_per_year)
        return by_rate or self.charges_above_ceiling > 0

    @property
    def payment(self) -> AppliedPayment:
        """Where the part payment goes on the last day."""
        if self.kind == "card":
            return applied_payment(
                float(fen(self.paid)),
                costs=0,
                interest=float(self.path.card.added[-1]),
                principal=self.purchase,
                principal_first=self.days >= self.principal_first_from,
            )
        return applied_payment(
            float(fen(self.paid)),
            costs=float(fen(self.enforcement_costs)),
            interest=float(self.path.arrears.added[-1]) + self.overdue_interest,
            principal=self.overdue_principal,
        )

    @property
    def owed(self) -> float:
        """What is owed on the last day, in yuan: on the loan, or on the card."""
        path = self.path.card if self.kind == "card" else self.path.arrears
        return float(path.owed[-1])

    @property
    def principal_first_from(self) -> int:
        """Day from which the terms of many cards put the principal first."""
        return self.numbers["principal_first_from"].number


INPUTS = input_names(PenaltyCase)


def penalty_case(values: Mapping[str, InputValue], today: date) -> PenaltyCase:
    """Return the case of these values, with the numbers of their day."""
    given: dict[str, Any] = {name: values[name] for name in INPUTS}
    given["on"] = given["on"] or today
    given["day_count"] = int(given["day_count"])
    numbers = {
        name: value(f"{NOUN}.{name}", today)
        for name in (*COMPOUND_DAYS, *CLASS_DAYS, *CARD_DAYS)
    }
    numbers["principal_first_from"] = value(PRINCIPAL_FIRST, today)
    numbers["lpr_last_known_on"] = value(f"{NOUN}.lpr_last_known_on", today)
    numbers |= _ceiling_numbers(given["lender"], given["on"])
    return PenaltyCase(**given, numbers=MappingProxyType(numbers))


def _ceiling_numbers(lender: str, on: date) -> dict[str, Value]:
    kind = value(f"{NOUN}.ceiling_kind_{lender.replace('-', '_')}", on)
    fixed = FIXED_CEILINGS.get(str(kind.dated.value))
    names = (fixed,) if fixed else ("lpr_multiple", "lpr_one_year")
    if lender == GUIDED:
        names = (*names, "consumer_finance_guidance_per_year")
    return {"ceiling_kind": kind} | {
        name: value(f"{NOUN}.{name}", on) for name in names
    }
