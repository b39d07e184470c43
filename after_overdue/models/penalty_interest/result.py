"""What the command line and JSON say about a case of penalty interest."""

from __future__ import annotations

from typing import Any, cast

from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.penalty_interest.case import (
    CARD_DAYS,
    INPUTS,
    NOUN,
    PenaltyCase,
)
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.models.penalty_interest.fields import (
    Card,
    Ceiling,
    Payment,
    Rows,
    Summary,
)

SHARE_DECIMALS = 10
NO_CARD: Card = {}
CARD_INPUTS = ("card_rate_per_day", "card_minimum_share", "card_late_fee_share")


def answer(case: PenaltyCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case."""
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary=_summary(case),
        rows=_rows(case),
        citations=citations(numbers_used(case)),
    )


def _summary(case: PenaltyCase) -> Summary:
    path = case.path
    return {
        "overdue_principal": fen(case.overdue_principal),
        "overdue_interest": fen(case.overdue_interest),
        "penalty_rate_per_year": _share(case.terms.penalty_rate_per_year),
        "penalty": fen(path.arrears.penalty[-1]),
        "compound_interest": fen(path.arrears.compound_interest[-1]),
        "owed": fen(path.arrears.owed[-1]),
        "class": path.classes[-1],
        "class_rule_of": case.numbers[f"class_last_days_{case.kind}"].since.year,
        **_ceiling(case),
        **_payment(case),
        **(_card(case) if case.kind == "card" else NO_CARD),
    }


def _ceiling(case: PenaltyCase) -> Ceiling:
    """Return the ceiling, and the published rate it is a multiple of, if it is one."""
    is_multiple = case.ceiling_kind == "lpr_multiple"
    is_published = is_multiple and case.lpr is None
    return {
        "ceiling_per_year": _share(case.ceiling.rate_per_year),
        "ceiling_kind": cast("Any", case.ceiling_kind),
        "above_ceiling": case.is_above_ceiling,
        "charges_above_ceiling": fen(case.charges_above_ceiling),
        "lpr_per_year": _share(case.lpr_per_year) if is_multiple else None,
        "lpr_of": case.numbers["lpr_one_year"].since if is_published else None,
        "guidance_per_year": case.guidance_per_year,
    }


def _payment(case: PenaltyCase) -> Payment:
    payment = case.payment
    return {
        "paid_to_costs": fen(payment.to_costs),
        "paid_to_interest": fen(payment.to_interest),
        "paid_to_principal": fen(payment.to_principal),
        "paid_left_over": fen(payment.left_over),
        "owed_after_payment": fen(case.owed - payment.applied),
    }


def _card(case: PenaltyCase) -> Card:
    card = case.path.card
    return {
        "card_rate_per_year": _share(case.card_rate_per_day * case.day_count),
        "card_interest": fen(card.interest[-1]),
        "card_late_fees": fen(card.late_fees[-1]),
        "card_owed": fen(card.owed[-1]),
    }


def _rows(case: PenaltyCase) -> Rows:
    path = case.path
    rows: Rows = {
        "days_past_due": path.arrears.days_past_due.tolist(),
        "penalty": fen(path.arrears.penalty).tolist(),
        "compound_interest": fen(path.arrears.compound_interest).tolist(),
        "owed": fen(path.arrears.owed).tolist(),
        "class": path.classes.tolist(),
        "ceiling_charge": fen(path.allowed).tolist(),
    }
    if case.kind == "card":
        rows["card_interest"] = fen(path.card.interest).tolist()
        rows["card_late_fees"] = fen(path.card.late_fees).tolist()
        rows["card_owed"] = fen(path.card.owed).tolist()
    return rows


def numbers_used(case: PenaltyCase) -> list[Value]:
    """Return the numbers of the world behind this answer, each with its sources."""
    unused = {
        "class_last_days_loan" if case.kind == "card" else "class_last_days_card",
        *(() if case.kind == "card" else (*CARD_DAYS, "principal_first_from")),
        *(() if case.lpr is None else ("lpr_one_year",)),
        *(() if case.ceiling_kind == "lpr_multiple" else ("lpr_last_known_on",)),
    }
    inputs_used = ["uplift", "day_count", "lender"]
    inputs_used += ["compound"] if case.compound != "none" else []
    inputs_used += ["penalty_on_penalty"] if case.penalty_on_penalty else []
    inputs_used += ["paid"] if case.paid else []
    inputs_used += CARD_INPUTS if case.kind == "card" else ()
    rules = [value(f"{NOUN}.{name}", case.on) for name in inputs_used]
    return rules + [
        number for name, number in case.numbers.items() if name not in unused
    ]


def _share(rate: float) -> float:
    return round(rate, SHARE_DECIMALS)
