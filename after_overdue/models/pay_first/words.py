"""What a case of several debts says: three orders, what each costs and brings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.catalog.parameters import value
from after_overdue.models.pay_first.arithmetic import Order, Payoff, interest_saved
from after_overdue.models.pay_first.case import NOUN, PayFirstCase
from after_overdue.steps import Term

SENTENCES: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (True, True): "sentence",
        (True, False): "sentence_dearest_first",
        (False, True): "sentence_smallest_first",
        (False, False): "sentence_never",
    }
)
"""The main sentence, by whether dearest first and smallest first pay all off."""


class PayFirstWords(CaseWording[PayFirstCase]):
    """One case in the words of one language."""

    noun = NOUN

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        locale = self.locale
        write = {"yuan": locale.yuan, "share": locale.share, "count": locale.number}
        return write[term.unit](term.value)

    @property
    def _dearest(self) -> Payoff:
        return self.case.ways["dearest_first"]

    @property
    def _smallest(self) -> Payoff:
        return self.case.ways["smallest_first"]

    @property
    def budget(self) -> str:
        """The budget, in words."""
        return self.locale.yuan(self.case.budget)

    def months(self, way: Payoff) -> str:
        """Return how long an order takes, in words."""
        return self.locale.counted(way.months or 0, "months")

    def cost(self, way: Payoff) -> str:
        """Return the interest of an order that ends, in words."""
        return self.locale.yuan(way.interest_paid or 0)

    def slider_text(self) -> str:
        """Return the budget as the slider shows it."""
        return self.say("a_month", yuan=self.budget)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        years = value("credit_record.retention_years", self.case.as_of).number
        late = "arrears_mark" if self.case.any_late else "arrears_none"
        return [
            self._order("dearest_first"),
            self._order("smallest_first"),
            self._order("arrears_first"),
            self.say(late, years=self.locale.counted(years, "years")),
            *self._saved(),
            self.say("name_it"),
            self.say("least", least=self.locale.yuan(self.case.owing.least_in_all)),
        ]

    def _order(self, order: Order) -> str:
        way = self.case.ways[order]
        first = way.first_debt_gone_in
        return self.say(
            order if way.months else f"{order}_never",
            months=self.months(way),
            interest=self.cost(way),
            first=first,
        )

    def _saved(self) -> list[str]:
        """Return what dearest first saves against smallest first, where both end."""
        dear, small = self._dearest, self._smallest
        saved = interest_saved(dear, small)
        if saved is None:
            return []
        if not saved:
            is_equal = dear.interest_paid == small.interest_paid
            return [self.say("saves_nothing" if is_equal else "saves_rounding")]
        first_gone = (small.first_debt_gone_in or 0, dear.first_debt_gone_in or 0)
        key = "saves_sooner" if first_gone[0] < first_gone[1] else "saves"
        return [self.say(key, saved=self.locale.yuan(saved))]

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers: the interest of each order."""
        return [
            (self.say(f"headline_{order}"), self._interest(way))
            for order, way in self.case.ways.items()
        ]

    def _interest(self, way: Payoff) -> str:
        return self.cost(way) if way.months else self.say("headline_never")

    def filled(self, way: Payoff) -> str:
        """Return how long an order takes and what it costs, in a few words."""
        if not way.months:
            return self.say("never")
        return self.say("lasts", months=self.months(way), interest=self.cost(way))

    def sentence(self) -> Parts:
        """Return the sentence that answers: what the order is worth."""
        ends = bool(self._dearest.months), bool(self._smallest.months)
        sentence = self.say(
            SENTENCES[ends],
            budget=self.budget,
            dearest_first=self.cost(self._dearest),
            smallest_first=self.cost(self._smallest),
        )
        return parts_of(sentence)

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        ways = {order: self.filled(way) for order, way in self.case.ways.items()}
        return self.say("takeaway", budget=self.budget, **ways)

    def debt(self, at: int) -> str:
        """Return how the figure calls a debt: what is left and its rate."""
        each = self.case.listed[at]
        return self.say(
            "debt_late" if each.late else "debt",
            balance=self.locale.number(each.balance),
            rate=self.locale.share(each.rate),
        )

    def gone(self, way: Payoff) -> list[str]:
        """Return when each debt is gone in one order, as its bar says."""
        return [
            self.say("hover_gone", months=self.locale.counted(month, "months"))
            if month
            else self.say("hover_never")
            for month in way.gone_in
        ]

    def figure_words(self) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them."""
        heads = {
            f"head_{order}": self.say(
                "head", name=self.say(f"name_{order}"), told=self.filled(way)
            )
            for order, way in self.case.ways.items()
        }
        debts = {f"debt_{at}": self.debt(at) for at in range(len(self.case.debts))}
        return {**self.locale.words(NOUN), **heads, **debts}

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        names = {name: self.say(f"table_{name}") for name in answer.rows}
        return answer.frame.rename(columns=names)
