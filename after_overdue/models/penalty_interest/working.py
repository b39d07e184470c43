"""The working of one day late, and the two worked examples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from after_overdue.cases.inputs import defaults
from after_overdue.cases.locale import WRITTEN, Locale
from after_overdue.catalog.parameters import value
from after_overdue.models.penalty_interest.case import (
    NOUN,
    PenaltyCase,
    inputs_on,
    penalty_case,
)
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.steps import arrears_steps, card_steps
from after_overdue.models.penalty_interest.words import PenaltyWords
from after_overdue.steps import Step


def workings(wording: PenaltyWords, _place: int | None = None) -> list[list[str]]:
    """Return how the sums of the day come about."""
    return [day_working(wording)]


def day_working(wording: PenaltyWords) -> list[str]:
    """Return how the sums of the chosen day come about, line by line."""
    case = wording.case
    [added] = wording.added([case.days])
    title = wording.say("working_day", day=case.days, added=added)
    return [
        title,
        *(_card(wording) if wording.is_card else _loan(wording)),
        _class(wording),
    ]


def steps_of(wording: PenaltyWords, _place: int | None = None) -> list[Step]:
    """Return the sums of the day, as the model gives them."""
    return _steps(wording)


def _steps(wording: PenaltyWords) -> list[Step]:
    case = wording.case
    if wording.is_card:
        card, terms = case.path.card, case.card_terms
        return list(card_steps(card, terms=terms))
    found = arrears_steps(
        case.path.arrears,
        terms=case.terms,
        sums={
            "principal": case.overdue_principal,
            "interest": case.overdue_interest,
            "costs": float(fen(case.enforcement_costs)),
        },
        ceiling=case.ceiling,
        allowed=float(case.path.allowed[-1]),
    )
    return list(found)


def _loan(wording: PenaltyWords) -> Iterator[str]:
    if wording.case.basis == "instalment":
        yield wording.instalment()
    yield from (_line(wording, step) for step in _steps(wording))


def _line(wording: PenaltyWords, step: Step) -> str:
    dress = wording.part if step.kind == "owed" else wording.dressed
    return wording.say(
        f"working_{step.kind}",
        sum=step.written(dress, WRITTEN),
        every=wording.case.terms.compound_days,
        counted=wording.locale.counted(wording.case.days, "days"),
        posted=wording.case.card_terms.due_day,
    )


def _card(wording: PenaltyWords) -> Iterator[str]:
    card, terms = wording.case.path.card, wording.case.card_terms
    *posted, owed = (_line(wording, step) for step in _steps(wording))
    if not posted:
        yield from (wording.say("working_card_free"), owed)
        return
    sums = {
        "principal": wording.yuan(card.purchase),
        "rate": wording.share(terms.rate_per_day),
        "interest": wording.yuan(card.interest[-1]),
        "minimum": wording.share(terms.minimum_share),
        "fee": wording.share(terms.late_fee_share),
        "fees": wording.yuan(card.late_fees[-1]),
    }
    charged = [
        wording.say(f"working_card_{name}", **sums) for name in ("interest", "fees")
    ]
    yield from (*posted, *charged, owed)


def _class(wording: PenaltyWords) -> str:
    case = wording.case
    code = str(case.path.classes[-1])
    bands = case.class_rule(case.kind).bands()
    first, last = next((first, last) for name, first, last in bands if name == code)
    return wording.say(
        "working_class" if last is not None else "working_class_last",
        day=case.days,
        first=first,
        last=last,
        before=first - 1,
        risk_class=wording.risk_class(code),
        year=case.numbers[f"class_last_days_{case.kind}"].since.year,
    )


def example_days(today: date) -> list[int]:
    """Return the days that the worked examples look at."""
    days = value(f"{NOUN}.example_days", today).dated.value
    return [int(each) for each in days]  # type: ignore[union-attr, arg-type]  # a list of days


def example_case(today: date, **given: str) -> PenaltyCase:
    """Return a case at its starting values, but for those given."""
    values = defaults(inputs_on(today))
    return penalty_case(values | given, today)


def instalment_example(locale: Locale, today: date) -> tuple[str, pd.DataFrame]:
    """Return one missed instalment of a running loan: in words, and day by day."""
    wording = PenaltyWords(
        example_case(today, basis="instalment", compound="quarterly"), locale
    )
    days = example_days(today)
    arrears = wording.case.paths(max(days)).arrears
    heads = ("example_day", "example_penalty", "example_compound", "example_added")
    rows = [
        [
            str(day),
            wording.yuan(arrears.penalty[day]),
            wording.yuan(arrears.compound_interest[day]),
            added,
        ]
        for day, added in zip(days, wording.added(days), strict=True)
    ]
    return _lead(wording), pd.DataFrame(
        rows, columns=[wording.say(head) for head in heads]
    )


def _lead(wording: PenaltyWords) -> str:
    case = wording.case
    return wording.say(
        "example_loan",
        amount=wording.yuan(case.loan_amount),
        rate=wording.share(case.rate),
        uplift=wording.share(case.uplift),
        instalment=wording.instalment(),
    )


def card_example(locale: Locale, today: date) -> tuple[str, pd.DataFrame]:
    """Return the illustrative card: in words, and day by day."""
    wording = PenaltyWords(example_case(today, kind="card"), locale)
    case, days = wording.case, example_days(today)
    card, terms = case.paths(max(days)).card, case.card_terms
    lead = wording.say(
        "example_card",
        principal=wording.yuan(case.principal),
        rate=wording.share(terms.rate_per_day),
        minimum=wording.share(terms.minimum_share),
        fee=wording.share(terms.late_fee_share),
        statement=terms.statement_day,
        due=terms.due_day,
        cycle=terms.cycle_days,
    )
    heads = ("example_day", "example_interest", "example_fees", "example_owed")
    rows = [
        [
            str(day),
            wording.yuan(card.interest[day]),
            wording.yuan(card.late_fees[day]),
            wording.yuan(card.owed[day]),
        ]
        for day in days
    ]
    return lead, pd.DataFrame(rows, columns=[wording.say(head) for head in heads])


def examples(locale: Locale, today: date) -> list[tuple[str, pd.DataFrame]]:
    """Return both worked examples: in words, and day by day."""
    return [instalment_example(locale, today), card_example(locale, today)]
