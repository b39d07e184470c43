"""The working of one day late, and the two worked examples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from after_overdue.cases.speech import Speech
from after_overdue.catalog.parameters import value
from after_overdue.models.penalty_interest.case import (
    NOUN,
    PenaltyCase,
    penalty_case,
    wanted,
)
from after_overdue.models.penalty_interest.words import PenaltyWords


def day_working(told: PenaltyWords) -> list[str]:
    """Return how the sums of the chosen day come about, line by line."""
    case = told.case
    [added] = told.added([case.days])
    title = told.say("working_day", day=case.days, added=added)
    steps = _card(told) if told.is_card else _loan(told)
    return [title, *steps, _class(told)]


def _loan(told: PenaltyWords) -> Iterator[str]:
    case, arrears = told.case, told.case.path.arrears
    terms, every = case.terms, case.terms.compound_days
    sums = {
        "principal": told.yuan(case.overdue_principal),
        "interest": told.yuan(case.overdue_interest),
        "penalty": told.yuan(arrears.penalty[-1]),
        "compound": told.yuan(arrears.compound_interest[-1]),
        "overdue_rate": told.share(terms.penalty_rate_per_year),
        "rate": told.share(case.rate),
        "uplift": told.share(case.uplift),
        "ceiling": told.share(case.ceiling.rate_per_year),
        "allowed": told.yuan(case.path.allowed[-1]),
        "days": case.days,
        "counted": told.speech.counted(case.days, "days"),
        "year": case.day_count,
        "every": every,
    }
    if case.basis == "instalment":
        yield told.instalment()
    yield told.say("working_rate", **sums)
    simple = not terms.penalty_compounds
    yield told.say("working_penalty" if simple else "working_on_penalty", **sums)
    if every and case.overdue_interest:
        yield told.say("working_compound", **sums)
    yield _owed(told)
    yield told.say("working_ceiling", **sums)


def _owed(told: PenaltyWords) -> str:
    """Return the sum of what is owed, without the parts that are nought."""
    case, arrears = told.case, told.case.path.arrears
    parts = {
        "principal": case.overdue_principal,
        "interest": case.overdue_interest,
        "costs": case.enforcement_costs,
        "penalty": float(arrears.penalty[-1]),
        "compound": float(arrears.compound_interest[-1]),
    }
    said = [
        told.say(f"part_{name}", yuan=told.yuan(part))
        for name, part in parts.items()
        if part or name == "principal"
    ]
    owed = told.yuan(arrears.owed[-1])
    return told.say("working_owed", parts=" + ".join(said), owed=owed)


def _card(told: PenaltyWords) -> Iterator[str]:
    case, card, terms = told.case, told.case.path.card, told.case.card_terms
    sums = {
        "principal": told.yuan(case.principal),
        "rate": told.share(terms.rate_per_day),
        "posted": terms.due_day,
        "days": case.days,
        "whole": terms.due_day + case.days,
        "interest": told.yuan(card.interest[-1]),
        "minimum": told.share(terms.minimum_share),
        "fee": told.share(terms.late_fee_share),
        "fees": told.yuan(card.late_fees[-1]),
        "owed": told.yuan(card.owed[-1]),
    }
    for step in ("posted", "interest", "fees", "owed"):
        yield told.say(f"working_card_{step}", **sums)


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
    held = {name: each.default for name, each in wanted(today).items()}
    return penalty_case(held | given, today)


def instalment_example(speech: Speech, today: date) -> tuple[str, pd.DataFrame]:
    """Return one missed instalment of a running loan: in words, and day by day."""
    told = PenaltyWords(
        example_case(today, basis="instalment", compound="quarterly"), speech
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


def card_example(speech: Speech, today: date) -> tuple[str, pd.DataFrame]:
    """Return the illustrative card: in words, and day by day."""
    told = PenaltyWords(example_case(today, kind="card"), speech)
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


def examples(speech: Speech, today: date) -> list[tuple[str, pd.DataFrame]]:
    """Return both worked examples: in words, and day by day."""
    return [instalment_example(speech, today), card_example(speech, today)]
