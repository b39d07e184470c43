"""A case of a loan book: the desk's settings, the book that follows, its worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from after_overdue.cases.inputs import Input, InputValue, Refusal, input_names, inputs
from after_overdue.cases.result import Result, citations
from after_overdue.catalog.parameters import Dated, Value, value
from after_overdue.models.loan_book.arithmetic import LoanBook, loan_book
from after_overdue.models.loan_book.desk import CHECKPOINTS, Checkpoint, Desk
from after_overdue.models.loan_book.fields import Book, Rows, Spread, Summary, Values
from after_overdue.models.loan_book.rates import (
    CARD_BUCKETS,
    RollRates,
    Shares,
    ladder,
    renormalised,
)
from after_overdue.models.loan_book.spread import (
    Counts,
    path_quantile,
    simulated_books,
)
from after_overdue.models.loan_book.values import (
    CheckpointValues,
    checkpoint_values,
    inspection_on_top,
)

NOUN = "loan_book"
ROLLS = ("roll_1_to_2", "roll_2_to_3", "roll_3_to_4", "roll_4_to_written_off")
LADDER = ("late_on_day_one", "collected_in_30_days", *ROLLS)
CARD_ROWS = tuple(f"card_matrix_{bucket}" for bucket in CARD_BUCKETS)
PATHS = 1_000
SEED = 1983
"""Any seed would do; a fixed one gives the same case the same answer."""
QUANTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}


def inputs_on(today: date) -> Mapping[str, Input]:
    """Return the inputs of this model as they stand today."""
    return inputs(NOUN, INPUTS, today)


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with contradictions between them settled, each one named."""
    months, chosen = cast("int", values["months"]), values.get("chosen_month")
    if not isinstance(chosen, int) or chosen <= months:
        return dict(values), []
    ends = {"months": months}
    refusal = Refusal("after_end", "chosen_month", str(chosen), ends, months)
    return {**values, "chosen_month": months}, [refusal]


@dataclass(frozen=True)
class MendedCell:
    """A cell of the published matrix that was misprinted, and what stands for it."""

    row: str
    column: str
    printed: float
    now: float
    printed_sum: float


def printed_sum(row: Dated) -> float:
    """Return what a row of the matrix adds up to."""
    return round(float(np.sum(row.value)), 4)  # type: ignore[arg-type]  # a list of shares


@dataclass(frozen=True)
class LoanBookCase:
    """One desk with the numbers of the day; everything else follows."""

    weak_share: float
    weak_roll_odds: float
    stopped_by_review: float
    stopped_by_committee: float
    stopped_by_inspection: float
    good_turned_away: float
    cost_per_check: float
    matrix: str
    late_on_day_one: float
    collected_in_30_days: float
    roll_1_to_2: float
    roll_2_to_3: float
    roll_3_to_4: float
    roll_4_to_written_off: float
    months: int
    loans: int | None
    loan_amount: float
    recovered_share: float
    numbers: Mapping[str, Value]
    as_of: date

    @cached_property
    def rates(self) -> tuple[RollRates, tuple[str, ...]]:
        """Roll rates of a good borrower, and the buckets whose row was mended."""
        if self.matrix == "ladder":
            rolls = [getattr(self, name) for name in ROLLS]
            collected = self.collected_in_30_days
            made = ladder(self.late_on_day_one, collected_share=collected, rolls=rolls)
            return made, ()
        printed = [self.numbers[row].dated.value for row in CARD_ROWS]
        return renormalised(CARD_BUCKETS, np.asarray(printed, dtype=np.float64))

    @property
    def mended_cells(self) -> list[MendedCell]:
        """Cells that differ from the matrix as it was first printed."""
        if self.matrix == "ladder":
            return []
        return [
            MendedCell(bucket, column, was, now, printed_sum(first))
            for bucket, row in zip(CARD_BUCKETS, CARD_ROWS, strict=True)
            for dated in [self.numbers[row].parameter.values]
            for first in [dated[min(dated)]]
            for column, was, now in zip(
                CARD_BUCKETS,
                _shares(first),
                _shares(self.numbers[row].dated),
                strict=True,
            )
            if was != now
        ]

    @cached_property
    def desk(self) -> Desk:
        """Who applies and the three checkpoints."""
        good, _ = self.rates
        return Desk(
            weak_share=self.weak_share,
            good=good,
            weak=good.with_odds(self.weak_roll_odds),
            **{name: self._checkpoint(name) for name in CHECKPOINTS},
        )

    def _checkpoint(self, name: str) -> Checkpoint:
        stopped = getattr(self, f"stopped_by_{name}")
        return Checkpoint(stopped, self.good_turned_away, self.cost_per_check)

    @cached_property
    def book(self) -> LoanBook:
        """The expected shares, month by month."""
        return loan_book(self.desk, months=self.months)

    @property
    def without_inspection(self) -> LoanBook:
        """The book that the other two checkpoints alone would leave."""
        desk = self.desk.only("review", "committee")
        return loan_book(desk, months=self.months)

    @cached_property
    def values(self) -> CheckpointValues:
        """What each checkpoint takes off the loss share."""
        return checkpoint_values(self.desk, months=self.months)

    @cached_property
    def inspection_on_top(self) -> float:
        """What the last checkpoint takes off the loss share, given the other two."""
        return inspection_on_top(self.desk, months=self.months)

    def loss(self, share: float) -> float:
        """Return the money lost on each loan of the book at a loss share, in yuan."""
        return self.loan_amount * (1 - self.recovered_share) * share

    def simulated(self, *, paths: int = PATHS, seed: int = SEED) -> Counts:
        """Return loans by month, path and bucket; one loan where no size is given."""
        return simulated_books(
            self.book,
            loans=self.loans or 1,
            paths=paths,
            generator=np.random.default_rng(seed),
        )

    @cached_property
    def spread(self) -> Mapping[str, Shares]:
        """Quantiles of overdue and loss share, shape (months + 1,); none if no size."""
        if self.loans is None:
            return MappingProxyType({})
        counts = self.simulated()
        counted = {
            "overdue_share": counts[..., self.desk.good.is_overdue].sum(axis=-1),
            "loss_share": counts[..., -1],
        }
        return MappingProxyType(
            {
                f"{name}_{key}": path_quantile(count / self.loans, share)
                for name, count in counted.items()
                for key, share in QUANTILES.items()
            }
        )


INPUTS = input_names(LoanBookCase)


def _shares(row: Dated) -> list[float]:
    return cast("list[float]", row.value)


def loan_book_case(values: Mapping[str, InputValue], today: date) -> LoanBookCase:
    """Return the case of these values, with the numbers in force today."""
    unused = CARD_ROWS if values["matrix"] == "ladder" else LADDER
    names = [name for name in (*INPUTS, *CARD_ROWS) if name not in unused]
    numbers = {name: value(f"{NOUN}.{name}", today) for name in names}
    given = cast("dict[str, Any]", {name: values[name] for name in INPUTS})
    return LoanBookCase(**given, numbers=MappingProxyType(numbers), as_of=today)


def answer(case: LoanBookCase) -> Result[Summary, Rows]:
    """Return what the command line and JSON say about a case.

    Money is in yuan for each loan of the book, except under `book`, which is for
    all its loans.
    """
    return Result(
        inputs={name: getattr(case, name) for name in INPUTS},
        summary=_summary(case),
        rows=_rows(case),
        citations=citations(case.numbers.values()),
    )


def _summary(case: LoanBookCase) -> Summary:
    book, (_, renormalised_rows) = case.book, case.rates
    cost = book.cost_of_control
    loss_share = float(book.loss_share[-1])
    return {
        "overdue_share": float(book.overdue_share[-1]),
        "loss_share": loss_share,
        "loss_bucket": cast("Any", book.buckets[-1]),
        "expected_loss": case.loss(loss_share),
        "weak_share_of_book": book.weak_share,
        "good_turned_away_share": book.good_turned_away_share,
        "applicants_per_loan": book.applicants_per_loan,
        "cost_of_control": sum(cost.values()),
        "cost_of_review": cost["review"],
        "cost_of_committee": cost["committee"],
        "cost_of_inspection": cost["inspection"],
        **_values(case),
        "renormalised_rows": list(renormalised_rows),
        "spread": cast("Spread | None", _last(case.spread) or None),
        "book": _book(case, sum(cost.values()), case.loss(loss_share)),
    }


def _last(paths: Mapping[str, Shares]) -> dict[str, float]:
    return {name: float(path[-1]) for name, path in paths.items()}


def _values(case: LoanBookCase) -> Values:
    values, alone = case.values, case.values.alone
    return {
        "value_of_review": case.loss(alone["review"]),
        "value_of_committee": case.loss(alone["committee"]),
        "value_of_inspection": case.loss(alone["inspection"]),
        "value_of_inspection_on_top": case.loss(values.inspection_on_top),
        "value_of_all_three": case.loss(values.together),
    }


def _book(case: LoanBookCase, cost: float, loss: float) -> Book | None:
    if case.loans is None:
        return None
    return {
        "loans": case.loans,
        "applicants": case.loans * case.book.applicants_per_loan,
        "expected_loss": case.loans * loss,
        "cost_of_control": case.loans * cost,
    }


def _rows(case: LoanBookCase) -> Rows:
    book = case.book
    rows: dict[str, list[Any]] = {"month": list(range(book.months + 1))}
    rows |= dict(zip(book.buckets, book.shares.T.tolist(), strict=True))
    rows |= {name: path.tolist() for name, path in case.spread.items()}
    return cast("Rows", rows)
