"""The models a reader can ask, by name: one way in for every kind of caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from after_overdue.cases.answer import Answer
from after_overdue.cases.inputs import Given, Input, Refusal, read_inputs
from after_overdue.cases.permalinks import read_link
from after_overdue.models.apr import case as apr
from after_overdue.models.credit_lag import case as credit_lag
from after_overdue.models.credit_record import case as credit_record
from after_overdue.models.loan_book import case as loan_book
from after_overdue.models.penalty_interest import case as penalty_interest
from after_overdue.models.penalty_interest import result as penalty_answer
from after_overdue.models.score_recovery import case as score_recovery

Settle = Callable[[Mapping[str, Given]], tuple[dict[str, Given], list[Refusal]]]

LOOKED_AT = "chosen_month"
"""The place looked at in detail; where nobody named it, it follows without a word."""


@dataclass(frozen=True)
class Model:
    """How one model is asked: its inputs, their contradictions, its answer."""

    noun: str
    wanted: Callable[[date], Mapping[str, Input]]
    settle: Settle
    answer: Callable[[Mapping[str, Given], date], Answer]

    def read(
        self, given: Mapping[str, Sequence[str]], today: date
    ) -> tuple[dict[str, Given], list[Refusal]]:
        """Return usable values, and a refusal for each that was not usable as given."""
        wanted, link = self.wanted(today), read_link(self.noun, given)
        held, refused = read_inputs(wanted, link.filled(wanted))
        settled, contradictions = self.settle(held)
        told = [
            each
            for each in contradictions
            if each.name in given or each.name != LOOKED_AT
        ]
        return settled, [*link.refusals, *refused, *told]


def _score_recovery(held: Mapping[str, Given], today: date) -> Answer:
    return score_recovery.answer(score_recovery.score_case(held, today))


def _apr(held: Mapping[str, Given], today: date) -> Answer:
    return apr.answer(apr.apr_case(held, today))


def _credit_lag(held: Mapping[str, Given], today: date) -> Answer:
    return credit_lag.answer(credit_lag.credit_lag_case(held, today))


def _credit_record(held: Mapping[str, Given], today: date) -> Answer:
    return credit_record.answer(credit_record.record_case(held, today))


def _penalty_interest(held: Mapping[str, Given], today: date) -> Answer:
    return penalty_answer.answer(penalty_interest.penalty_case(held, today))


def _loan_book(held: Mapping[str, Given], today: date) -> Answer:
    return loan_book.answer(loan_book.loan_book_case(held, today))


MODELS: Mapping[str, Model] = MappingProxyType(
    {
        model.noun: model
        for model in (
            Model(
                score_recovery.NOUN,
                score_recovery.wanted,
                score_recovery.settle,
                _score_recovery,
            ),
            Model(apr.NOUN, apr.wanted, apr.settle, _apr),
            Model(credit_lag.NOUN, credit_lag.wanted, credit_lag.settle, _credit_lag),
            Model(loan_book.NOUN, loan_book.wanted, loan_book.settle, _loan_book),
            Model(
                credit_record.NOUN,
                credit_record.wanted,
                credit_record.settle,
                _credit_record,
            ),
            Model(
                penalty_interest.NOUN,
                penalty_interest.wanted,
                penalty_interest.settle,
                _penalty_interest,
            ),
        )
    }
)
