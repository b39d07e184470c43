"""What a case of a loan book says: answers, headlines, takeaway and working."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from after_overdue.cases.locale import YUAN_DECIMALS
from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.worded import Worded
from after_overdue.cases.wording import CaseWording
from after_overdue.catalog.sources import sources
from after_overdue.models.loan_book.case import (
    CARD_ROWS,
    NOUN,
    QUANTILES,
    LoanBookCase,
    MendedCell,
    printed_sum,
)
from after_overdue.models.loan_book.desk import CHECKPOINTS
from after_overdue.models.loan_book.verdict import Verdict, told, verdict

CAVEAT = "malik-thomas"
"""The source of what a chain of first order leaves out (F72)."""
TOLD = ("harm", "no_loss", "no_stake")
"""Verdicts that headlines and takeaway have words of their own for."""
FEW = 10
"""Yuan below which the cents are told."""


class LoanBookWords(CaseWording[LoanBookCase]):
    """One case in the words of one language."""

    noun = NOUN

    def share(self, share: float) -> str:
        """Return a share of the book; small ones keep a second digit."""
        return self.locale.percent(share, 1 if share >= 0.02 or share == 0 else 2)

    def loss(self, share: float) -> str:
        """Return what a loss share costs on each loan, in words."""
        return self.money(self.case.loss(share))

    def money(self, amount: float) -> str:
        """Return money in words; the cents only where it is little."""
        return self.locale.yuan(amount if abs(amount) < FEW else round(amount))

    @property
    def late_buckets(self) -> tuple[str, ...]:
        """Buckets with a payment overdue or lost, best first."""
        behind = self.case.desk.good.payments_overdue
        return tuple(
            name
            for name, steps in zip(self.case.book.buckets, behind, strict=True)
            if steps
        )

    @property
    def months(self) -> str:
        """Length of the run, in words."""
        return self.locale.counted(self.case.months, "months")

    def slider_text(self) -> str:
        """Return the share that the last checkpoint turns back, in words."""
        return self.locale.share(self.case.stopped_by_inspection)

    def at(self, month: int) -> str:
        """Return how a month is called."""
        return self.say("month_word", month=month)

    def month_words(self) -> Worded:
        """Return how every month on the axis is called, from the first."""
        return Worded(range(1, self.case.months + 1), self.at)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        return [
            self._state(),
            self._alone(),
            self._on_top(),
            self._turned_away(),
            self._cost(),
            *self._mended(),
            *self._spread(),
        ]

    def _state(self) -> str:
        book = self.case.book
        return self.say(
            "state",
            **self._lost,
            overdue=self.share(float(book.overdue_share[-1])),
            amount=self.locale.yuan(self.case.loan_amount),
        )

    def _alone(self) -> str:
        values = self.case.values.alone
        if all(told(self.case, each) >= 0 for each in values.values()):
            return self.say(
                "alone", **{name: self.loss(values[name]) for name in values}
            )
        found = {name: self._taken_off(each) for name, each in values.items()}
        return self.say("alone_mixed", **found)

    def _taken_off(self, share: float) -> str:
        key = "takes_off" if told(self.case, share) >= 0 else "adds"
        return self.say(key, value=self.loss(abs(share)))

    def _on_top(self) -> str:
        values = self.case.values
        best = max(values.alone, key=lambda name: values.alone[name])
        rank = "rank_first" if best == CHECKPOINTS[-1] else "rank_other"
        return self.say(
            f"on_top_{self.verdict}",
            value=self.loss(abs(values.inspection_on_top)),
            rank=self.say(rank, best=self.say(f"name_{best}")),
            **self._lost,
        )

    @property
    def verdict(self) -> Verdict:
        """What the last checkpoint does to the loss."""
        return verdict(self.case)

    @property
    def _lost(self) -> dict[str, str]:
        """How long the run is, what share is lost by then, how, and at what loss."""
        book, lost = self.case.book, float(self.case.book.loss_share[-1])
        return {
            "months": self.months,
            "lost": self.share(lost),
            "how": self.say(f"lost_{book.buckets[-1]}"),
            "loss": self.loss(lost),
        }

    def _turned_away(self) -> str:
        book = self.case.book
        return self.say(
            "turned_away",
            share=self.share(book.good_turned_away_share),
            applicants=self.locale.number(round(book.applicants_per_loan, 2)),
        )

    def _cost(self) -> str:
        cost = self.case.book.cost_of_control
        total, saved = sum(cost.values()), self.case.loss(self.case.values.together)
        key = "cost_worth" if saved > total else "cost_dear"
        return self.say(
            "cost_harm" if round(saved, YUAN_DECIMALS) < 0 else key,
            total=self.money(total),
            saved=self.money(abs(saved)),
            **{name: self.money(each) for name, each in cost.items()},
        )

    def _mended(self) -> list[str]:
        """Return which printed rows of the matrix were misprinted, and the mend."""
        rows = dict(zip(self.case.book.buckets, CARD_ROWS, strict=False))
        divided = [
            self.say("mended", bucket=self.say(bucket), sum=self._sum(rows[bucket]))
            for bucket in self.case.rates[1]
        ]
        return [*divided, *map(self._mended_cell, self.case.mended_cells)]

    def _mended_cell(self, cell: MendedCell) -> str:
        return self.say(
            "mended_cell",
            bucket=self.say(cell.row),
            cell=self.say(cell.column),
            sum=self.locale.number(cell.printed_sum),
            printed=self.locale.number(cell.printed),
            now=self.locale.number(cell.now),
        )

    def _sum(self, row: str) -> str:
        return self.locale.number(printed_sum(self.case.numbers[row].dated))

    def _spread(self) -> list[str]:
        loans, spread = self.case.loans, self.case.spread
        if loans is None:
            return []
        ends = {
            f"{name}_{key}": self.locale.number(
                round(loans * float(spread[f"{name}_share_{key}"][-1]))
            )
            for name in ("overdue", "loss")
            for key in QUANTILES
        }
        low, high = (self.locale.percent(QUANTILES[key]) for key in ("p10", "p90"))
        counted = self.locale.number(loans)
        return [self.say("spread", loans=counted, low=low, high=high, **ends)]

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers: overdue, lost, worth of the last checkpoint."""
        case = self.case
        loss = case.loss(float(case.book.loss_share[-1])) * (case.loans or 1)
        worth = case.loss(case.inspection_on_top) * (case.loans or 1)
        each = "each" if case.loans is None else "all"
        return [
            (
                self.say("headline_overdue", months=self.months),
                self.share(float(case.book.overdue_share[-1])),
            ),
            (self.say(f"headline_loss_{each}"), self.money(loss)),
            (self.say(f"headline_value_{each}"), self._saved(worth)),
        ]

    def _saved(self, worth: float) -> str:
        if round(worth, YUAN_DECIMALS) < 0:
            return self.say("headline_value_harm", value=self.money(-worth))
        return self.money(worth)

    def sentence(self) -> Parts:
        """Return the sentence that answers: what is late, and what the check saves."""
        worth = self.case.inspection_on_top
        message = self.say(
            f"sentence_{self.verdict}" if self.verdict in TOLD else "sentence",
            months=self.months,
            overdue=self.share(float(self.case.book.overdue_share[-1])),
            value=self.loss(abs(worth)),
        )
        return parts_of(message)

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        book = self.case.book
        worth = self.case.inspection_on_top
        return self.say(
            f"takeaway_{self.verdict}" if self.verdict in TOLD else "takeaway",
            share=self.slider_text(),
            **self._lost,
            overdue=self.share(float(book.overdue_share[-1])),
            value=self.loss(abs(worth)),
        )

    def figure_words(
        self,
        unchecked: float,
    ) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them.

        Parameters
        ----------
        unchecked : share late or lost at the end without the last checkpoint
        """
        book = self.case.book
        late = [book.buckets.index(name) for name in self.late_buckets]
        rest = 1 - float(book.shares[-1, late].sum())
        filled = {
            "rest": self.say("label_rest", share=self.share(rest)),
            "label_unchecked": self.say("label_unchecked", share=self.share(unchecked)),
            "gap": self.say("label_gap", value=self.loss(self.case.inspection_on_top)),
        }
        return {**self.locale.words(NOUN), **filled}

    def flow_words(self, sizes: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
        """Return the words of one month's moves.

        Parameters
        ----------
        sizes : share that leaves (`source`) and enters (`target`) each bucket
        """
        nodes = {
            f"{side}_{name}": f"{self.say(name)} {self.share(share)}"
            for side, shares in sizes.items()
            for name, share in shares.items()
        }
        return {**self.locale.words(NOUN), **nodes}

    def caveat(self) -> str:
        """Return what real loans do and this model does not, and who says so."""
        source = sources()[CAVEAT]
        title = source.title[self.locale.language]
        linked = f"[{title}]({source.url})" if source.url else title
        return self.say("caveat", source=linked, year=source.published)

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        frame = answer.frame
        shares = frame.columns.drop("month")
        frame[shares] = frame[shares].map(lambda each: self.locale.percent(each, 2))
        names = {name: self.say(name) for name in shares if name in self._words}
        spread = {
            f"{name}_share_{key}": self.say(
                f"table_{name}", quantile=self.locale.percent(share)
            )
            for name in ("overdue", "loss")
            for key, share in QUANTILES.items()
        }
        return frame.rename(
            columns={"month": self.say("table_month"), **names, **spread}
        )

    @property
    def _words(self) -> Mapping[str, str]:
        return self.locale.words(NOUN)
