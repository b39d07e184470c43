"""The working of one day late: sums behind the penalty, the ceiling and the debt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from after_overdue.models.penalty_interest.arithmetic import PenaltyPath, PenaltyTerms
from after_overdue.models.penalty_interest.card import CardPath, CardTerms
from after_overdue.models.penalty_interest.ceiling import Ceiling
from after_overdue.models.penalty_interest.compound import fen
from after_overdue.steps import Sign, Step, Term, bracket

ONE = Term(1, "count")


def arrears_steps(
    arrears: PenaltyPath,
    *,
    terms: PenaltyTerms,
    sums: Mapping[str, float],
    ceiling: Ceiling,
    allowed: float,
) -> Iterator[Step]:
    """Yield the raised rate, what the arrears cost, what is owed and what is allowed.

    Parameters
    ----------
    arrears : yuan; its last day is the one that is worked out
    terms : per year, decimal; days
    sums : yuan by `principal`, `interest` and `costs`
        What was unpaid on the due date, in whole fen.
    ceiling : per year, decimal
    allowed : yuan
        What the ceiling leaves room for by that day.

    Examples
    --------
    >>> from after_overdue.models.penalty_interest.arithmetic import penalty_interest
    >>> terms, sums = PenaltyTerms(0.12, 0.5), {"principal": 10_000}
    >>> steps = arrears_steps(
    ...     penalty_interest(10_000, terms=terms, days_past_due=[90]),
    ...     terms=terms,
    ...     sums=sums,
    ...     ceiling=Ceiling("court_trim", 0.24),
    ...     allowed=600,
    ... )
    >>> [(step.kind, round(step.worked_out, 4)) for step in steps]
    [('rate', 0.18), ('penalty', 450.0), ('owed', 10450.0), ('ceiling', 600.0)]
    """
    days = int(arrears.days_past_due[-1])
    penalty, compound = arrears.penalty[-1], arrears.compound_interest[-1]
    unpaid = {name: _yuan(each, name) for name, each in sums.items()}
    principal, interest = unpaid["principal"], unpaid.get("interest")
    raised = bracket(ONE, _share(terms.uplift).joined("+"), sign="×")
    rate = _share(terms.penalty_rate_per_year)
    yield Step("rate", (_share(terms.rate_per_year), raised), rate)
    if terms.penalty_compounds:
        yield Step("on_penalty", _compounded(principal, terms, days), _yuan(penalty))
    else:
        yield Step("penalty", _simple(principal, rate, terms, days), _yuan(penalty))
    if terms.compound_days and interest and interest.value:
        yield Step("compound", _compounded(interest, terms, days), _yuan(compound))
    added = (
        _yuan(arrears.charged[-1], "penalty"),
        _yuan(arrears.charged_on_interest[-1], "compound"),
    )
    parts = [each for each in (*unpaid.values(), *added) if each.value]
    yield Step("owed", _added(*(parts or [principal])), _yuan(arrears.owed[-1]))
    most = _simple(principal, _share(ceiling.rate_per_year), terms, days)
    yield Step("ceiling", most, _yuan(allowed))


def card_steps(card: CardPath, *, terms: CardTerms) -> Iterator[Step]:
    """Yield how long a card has charged interest, if it has, and what is owed.

    Parameters
    ----------
    card : yuan; its last day is the one that is worked out
    terms : the card's own
    """
    days = int(card.days_past_due[-1])
    posted, late = Term(terms.due_day, "count"), Term(days, "count", "+")
    if days:
        yield Step("card_posted", (posted, late), Term(terms.due_day + days, "days"))
    added = (card.interest[-1], card.late_fees[-1])
    parts = [_yuan(fen(each)) for each in (card.purchase, *added)]
    yield Step("card_owed", _added(*parts), _yuan(card.owed[-1]))


def _simple(
    sum_unpaid: Term, rate: Term, terms: PenaltyTerms, days: int
) -> tuple[Term, ...]:
    return (sum_unpaid, rate.joined("×"), *_of_year(terms, days))


def _compounded(sum_unpaid: Term, terms: PenaltyTerms, days: int) -> tuple[Term, ...]:
    """Return the sum of `compound_interest`: in the first period it is simple."""
    rate = _share(terms.penalty_rate_per_year)
    every = terms.compound_days or days + 1
    whole, over = divmod(days, every)
    if not whole:
        return _simple(sum_unpaid, rate, terms, days)
    grown = [_grown(rate, terms, every, "", whole)]
    grown += [_grown(rate, terms, over, "×", 1)] if over else []
    return (sum_unpaid, bracket(*grown, ONE.joined("−"), sign="×"))


def _grown(rate: Term, terms: PenaltyTerms, days: int, sign: Sign, power: int) -> Term:
    earned = (rate.joined("+"), *_of_year(terms, days))
    return bracket(ONE, *earned, sign=sign, power=power)


def _of_year(terms: PenaltyTerms, days: int) -> tuple[Term, Term]:
    return Term(days, "count", "×"), Term(terms.days_per_year, "count", "÷")


def _added(first: Term, *others: Term) -> tuple[Term, ...]:
    return (first, *(each.joined("+") for each in others))


def _yuan(amount: float, name: str = "") -> Term:
    return Term(float(amount), "yuan", name=name)


def _share(share: float) -> Term:
    return Term(float(share), "share")
