"""The working of one day late, and the two worked examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd

from after_overdue.cases.locale import Locale
from after_overdue.catalog.parameters import value
from after_overdue.models.penalty_interest.case import (
    NOUN,
    PenaltyCase,
    inputs_on,
    penalty_case,
)
from after_overdue.models.penalty_interest.steps import arrears_steps, card_steps
from after_overdue.models.penalty_interest.words import PenaltyWords
from after_overdue.steps import Step


def workings(told: PenaltyWords, day: int) -> list[list[str]]:
    """Return how the sums of a day come about."""
    return [day_working(_on(told, day))]


def day_working(told: PenaltyWords) -> list[str]:
    """Return how the sums of the chosen day come about, line by line."""
    case = told.case
    [added] = told.added([case.days])
    title = told.say("working_day", day=case.days, added=added)
    return [title, *(_card(told) if told.is_card else _loan(told)), _class(told)]


def steps_of(told: PenaltyWords, day: int) -> list[Step]:
    """Return the sums of a day, as the model gives them."""
    return _steps(_on(told, day))


def _on(told: PenaltyWords, day: int) -> PenaltyWords:
    return replace(told, case=replace(told.case, days=day))


def _steps(told: PenaltyWords) -> list[Step]:
    case = told.case
    if told.is_card:
        card, terms = case.path.card, case.card_terms
        return list(card_steps(card, purchase=case.principal, terms=terms))
    found = arrears_steps(
        case.path.arrears,
        terms=case.terms,
        sums={
            "principal": case.overdue_principal,
            "interest": case.overdue_interest,
            "costs": case.enforcement_costs,
        },
        ceiling=case.ceiling,
        allowed=float(case.path.allowed[-1]),
    )
    return list(found)


def _loan(told: PenaltyWords) -> Iterator[str]:
    if told.case.basis == "instalment":
        yield told.instalment()
    yield from (_line(told, step) for step in _steps(told))


def _line(told: PenaltyWords, step: Step) -> str:
    dress = told.part if step.kind == "owed" else told.dressed
    return told.say(
        f"working_{step.kind}",
        sum=step.written(dress),
        every=told.case.terms.compound_days,
        counted=told.locale.counted(told.case.days, "days"),
        posted=told.case.card_terms.due_day,
    )


def _card(told: PenaltyWords) -> Iterator[str]:
    case, card, terms = told.case, told.case.path.card, told.case.card_terms
    posted, owed = (_line(told, step) for step in _steps(told))
    sums = {
        "principal": told.yuan(case.principal),
        "rate": told.share(terms.rate_per_day),
        "interest": told.yuan(card.interest[-1]),
        "minimum": told.share(terms.minimum_share),
        "fee": told.share(terms.late_fee_share),
        "fees": told.yuan(card.late_fees[-1]),
    }
    charged = [
        told.say(f"working_card_{name}", **sums) for name in ("interest", "fees")
    ]
    yield from (posted, *charged, owed)


def _class(told: PenaltyWords) -> str:
    case = told.case
    code = str(case.path.classes[-1])
    bands = case.class_rule(case.kind).bands()
    first, last = next((first, last) for name, first, last in bands if name == code)
    return told.say(
        "working_class" if last is not None else "working_class_last",
        day=case.days,
        first=first,
        last=last,
        before=first - 1,
        risk_class=told.risk_class(code),
        year=case.numbers[f"class_last_days_{case.kind}"].since.year,
    )


def example_days(today: date) -> list[int]:
    """Return the days that the worked examples look at."""
    days = value(f"{NOUN}.example_days", today).dated.value
    return [int(each) for each in days]  # type: ignore[union-attr, arg-type]  # a list of days


def example_case(today: date, **given: str) -> PenaltyCase:
    """Return a case at its starting values, but for those given."""
    values = {name: each.default for name, each in inputs_on(today).items()}
    return penalty_case(values | given, today)


def instalment_example(locale: Locale, today: date) -> tuple[str, pd.DataFrame]:
    """Return one missed instalment of a running loan: in words, and day by day."""
    told = PenaltyWords(
        example_case(today, basis="instalment", compound="quarterly"), locale
    )
    days = example_days(today)
    arrears = told.case.paths(max(days)).arrears
    heads = ("example_day", "example_penalty", "example_compound", "example_added")
    rows = [
        [
            str(day),
            told.yuan(arrears.penalty[day]),
            told.yuan(arrears.compound_interest[day]),
            added,
        ]
        for day, added in zip(days, told.added(days), strict=True)
    ]
    return _lead(told), pd.DataFrame(rows, columns=[told.say(head) for head in heads])


def _lead(told: PenaltyWords) -> str:
    case = told.case
    return told.say(
        "example_loan",
        amount=told.yuan(case.loan_amount),
        rate=told.share(case.rate),
        uplift=told.share(case.uplift),
        instalment=told.instalment(),
    )


def card_example(locale: Locale, today: date) -> tuple[str, pd.DataFrame]:
    """Return the illustrative card: in words, and day by day."""
    told = PenaltyWords(example_case(today, kind="card"), locale)
    case, days = told.case, example_days(today)
    card, terms = case.paths(max(days)).card, case.card_terms
    lead = told.say(
        "example_card",
        principal=told.yuan(case.principal),
        rate=told.share(terms.rate_per_day),
        minimum=told.share(terms.minimum_share),
        fee=told.share(terms.late_fee_share),
        statement=terms.statement_day,
        due=terms.due_day,
        cycle=terms.cycle_days,
    )
    heads = ("example_day", "example_interest", "example_fees", "example_owed")
    rows = [
        [
            str(day),
            told.yuan(card.interest[day]),
            told.yuan(card.late_fees[day]),
            told.yuan(card.owed[day]),
        ]
        for day in days
    ]
    return lead, pd.DataFrame(rows, columns=[told.say(head) for head in heads])


def examples(locale: Locale, today: date) -> list[tuple[str, pd.DataFrame]]:
    """Return both worked examples: in words, and day by day."""
    return [instalment_example(locale, today), card_example(locale, today)]
