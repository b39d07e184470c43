"""What a case of an unlicensed loan says: its price, its law, and borrowing on."""

from __future__ import annotations

from datetime import date
from typing import cast

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.models.unlicensed_loan.case import NOUN, UnlicensedLoanCase
from after_overdue.steps import Term

RATE_DIGITS = 1


class UnlicensedLoanWords(CaseWording[UnlicensedLoanCase]):
    """One case in the words of one language."""

    noun = NOUN

    def slider_text(self) -> str:
        """Return the days in words."""
        return self.locale.counted(self.case.days, "days")

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers: the rate, the principal, a year of borrowing on."""
        case, yuan = self.case, self.locale.yuan
        return [
            (self.say("headline_rate"), self.rate),
            (self.say("headline_principal"), yuan(case.principal_in_law)),
            (self.say("headline_after"), yuan(float(case.debts[-1]))),
        ]

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        cost = "costs" if self.case.taken else "costs_nothing"
        above = self.case.rate_per_year > self.case.ceiling_per_year
        keys = [cost, "principal_law", "above" if above else "within", "rolling"]
        return [self._filled(key) for key in (*keys, "next_step", "not_advice")]

    def sentence(self) -> Parts:
        """Return the sentence that answers: what it costs, and what counts."""
        return parts_of(self._filled("sentence"))

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        return self._filled("takeaway")

    def figure_words(self) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them."""
        labels = ("here", "ceiling", "debt", "principal")
        filled = {name: self._filled(f"label_{name}") for name in labels}
        return {**self.locale.words(NOUN), **filled}

    def ticks(self, powers: list[int]) -> list[str]:
        """Return the rates at powers of ten of one per cent."""
        return [self.locale.percent(10.0**each / 100, max(0, -each)) for each in powers]

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        names = {name: self.say(f"table_{name}") for name in answer.rows}
        return answer.frame.round(2).rename(columns=names)

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        locale = self.locale
        if term.unit == "rate":
            return self.rate
        if term.unit == "days":
            return locale.counted(term.value, "days")
        write = {"yuan": locale.yuan, "share": locale.share, "count": locale.number}
        return write[term.unit](term.value)

    @property
    def rate(self) -> str:
        """What it costs a year, in words."""
        return self.locale.percent(self.case.rate_per_year, RATE_DIGITS)

    def _filled(self, key: str) -> str:
        case, locale = self.case, self.locale
        return self.say(
            key,
            received=locale.yuan(case.received),
            asked=locale.yuan(case.asked),
            taken=locale.yuan(case.taken),
            days=locale.counted(case.days, "days"),
            rate=self.rate,
            principal=locale.yuan(case.principal_in_law),
            ceiling=locale.share(case.ceiling_per_year),
            times=locale.number(case.numbers["lpr_multiple"].decimal),
            lpr=locale.share(case.numbers["lpr"].decimal),
            known=locale.day(
                cast("date", case.numbers["lpr_last_known_on"].dated.value)
            ),
            interest=locale.yuan(case.interest_at_ceiling),
            months=locale.counted(case.months, "months"),
            monthly=locale.share(case.lend_again_rate),
            fee=locale.share(case.lend_again_fee),
            after=locale.yuan(float(case.debts[-1])),
        )
