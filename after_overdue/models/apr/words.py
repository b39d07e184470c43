"""What a case of true cost says: answers, headlines, takeaway and working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.worded import Worded
from after_overdue.cases.wording import CaseWording
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.apr.case import NOUN, AprCase, AprPreset
from after_overdue.models.apr.plan import FEES
from after_overdue.steps import Term

PERCENT_DIGITS = {"rate": 2, "annual": 2, "monthly": 4}
"""Digits of per cent that a working tells, by unit."""
DISCLOSURE = ("rate_shown_since", "table_required_from")
"""Parameters of the folder `cost_disclosure`."""


class AprWords(CaseWording[AprCase]):
    """One case in the words of one language."""

    noun = NOUN

    def fee(self) -> str:
        """Return the monthly fee in words."""
        return self.locale.share(self.case.monthly_fee)

    def slider_text(self) -> str:
        """Return the fee as the slider shows it."""
        return self.say("a_month", share=self.fee())

    def at(self, month: int) -> str:
        """Return how a month is called."""
        return self.say("month_word", month=month, last=self.case.last_month)

    def month_words(self) -> Worded:
        """Return how every month on the axis is called, from the first."""
        return Worded(range(1, self.case.last_month + 1), self.at)

    def annual(self, case: AprCase, digits: int = 2) -> str:
        """Return the annual rate of a case like this one."""
        if not case.has_payout:
            return self.say("no_rate")
        return self.locale.percent(float(case.rate.apr), digits)

    @property
    def ear(self) -> str:
        """The compounded annual rate."""
        if not self.case.has_payout:
            return self.say("no_rate")
        return self.locale.percent(float(self.case.rate.ear), 2)

    @property
    def monthly(self) -> str:
        """The true monthly rate."""
        return self.locale.percent(float(self.case.rate.monthly_rate), 4)

    @property
    def said_a_year(self) -> str:
        """What the fee seems to cost a year."""
        return self.locale.share(self.case.nominal_rate_per_year)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        return [
            self._cost(),
            *self._why(),
            self._money(),
            *self._timing(),
            *self._settled(),
            self._ask(),
        ]

    def _cost(self) -> str:
        key = "cost" if self.case.monthly_fee else "cost_nothing"
        return self.say(
            key,
            fee=self.fee(),
            said=self.said_a_year,
            apr=self.annual(self.case),
            ear=self.ear,
        )

    def _why(self) -> list[str]:
        case, flows = self.case, self.case.flows
        if not case.monthly_fee or case.fees != "spread":
            return []
        return [
            self.say(
                f"why{self._course}",
                amount=self.locale.yuan(case.amount),
                average=self.locale.percent(
                    float(flows.average_balance) / case.amount, 1
                ),
                first=self.effective(1),
                last=self.effective(case.last_month),
                month=case.last_month,
            )
        ]

    @property
    def _course(self) -> str:
        """How the fee's share of what is owed runs: it climbs, or it does not."""
        if self.case.last_month == 1:
            return "_one"
        late = self.case.settles_early and not self.case.fees_waived
        return "_charged" if late else ""

    def dressed(self, term: Term) -> str:
        """Return one number of a working with its unit."""
        locale = self.locale
        if term.unit in PERCENT_DIGITS:
            return locale.percent(term.value, PERCENT_DIGITS[term.unit])
        write = {"yuan": locale.yuan, "fee": locale.share, "count": locale.number}
        return write[term.unit](term.value)

    def effective(self, month: int) -> str:
        """Return a month's fee as a share of what is still owed."""
        return self.locale.percent(float(self.case.flows.effective_rate[month]), 2)

    def _money(self) -> str:
        case = self.case
        key = "money_settled" if case.settles_early else "money"
        return self.say(
            f"{key}_upfront" if case.fees == "upfront" else key,
            amount=self.locale.yuan(case.amount),
            month=case.last_month,
            first=self.locale.yuan(float(case.flows.payment[1])),
            fees=self.locale.yuan(float(case.flows.fees_total)),
            said=self.said_a_year,
            honest=self.locale.yuan(case.interest_at_nominal_rate),
        )

    def _timing(self) -> list[str]:
        """Return what the same fees cost when they are taken at another time."""
        if not self.case.monthly_fee:
            return []
        rates = {
            name: self.annual(replace(self.case, fees=name, settle_after=None))
            for name in FEES
        }
        return [self.say("timing", **rates)]

    def _settled(self) -> list[str]:
        case = self.case
        if not case.monthly_fee or case.months == 1:
            return []
        month = case.last_month if case.settles_early else case.months // 2
        early = {
            waived: replace(case, settle_after=month, fees_waived=waived)
            for waived in (True, False)
        }
        key = "settle_now" if case.settles_early else "settle_if"
        if case.fees != "spread":
            key = "settle_taken"
        return [
            self.say(
                key,
                month=month,
                waived=self.annual(early[True]),
                charged=self.annual(early[False]),
                saved=self.locale.yuan(float(early[True].flows.fees_saved)),
            )
        ]

    def _ask(self) -> str:
        days = {
            name: self.locale.day(cast("date", found.dated.value))
            for name, found in self.disclosure.items()
        }
        return self.say("ask", **days)

    @property
    def disclosure(self) -> Mapping[str, Value]:
        """The rules on showing the cost, as they stand on the day of the case."""
        return {
            name: value(f"cost_disclosure.{name}", self.case.as_of)
            for name in DISCLOSURE
        }

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers: said a year, APR, EAR."""
        return [
            (self.say("headline_said"), self.said_a_year),
            (self.say("headline_apr"), self.annual(self.case)),
            (self.say("headline_ear"), self.ear),
        ]

    def sentence(self) -> Parts:
        """Return the sentence that answers: what it looks like, and what it is."""
        case = self.case
        key = "sentence" if case.has_payout else "takeaway_nothing"
        message = self.say(
            key, fee=self.fee(), said=self.said_a_year, apr=self.annual(case)
        )
        return parts_of(message)

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        case = self.case
        key = "takeaway_taken" if case.fees != "spread" else f"takeaway{self._course}"
        if not case.has_payout:
            key = "takeaway_nothing"
        elif not case.monthly_fee:
            key = "takeaway_free"
        return self.say(
            key,
            fee=self.fee(),
            said=self.said_a_year,
            apr=self.annual(self.case),
            first=self.effective(1),
            last=self.effective(self.case.last_month),
            month=self.case.last_month,
        )

    def figure_words(self, times: int) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them.

        Parameters
        ----------
        times : how much larger than the debt the fees are drawn
        """
        case = self.case
        upfront = case.fees == "upfront" and case.has_payout
        caps = self.say("caps_level" if case.fees == "spread" else "caps_once")
        drawn = self.say("caps_times", caps=caps, times=times)
        filled = {
            "sounds": self.say("label_sounds", share=self.said_a_year),
            "costs": self.say("label_costs", share=self.annual(case)),
            "caps": drawn if times > 1 else caps,
            "note": self.say(
                "label_upfront",
                fees=self.locale.yuan(float(case.flows.fees_total)),
                received=self.locale.yuan(float(case.flows.cash_flow[0])),
            )
            if upfront
            else " ",
        }
        return {**self.locale.words(NOUN), **filled}

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        frame = answer.frame
        money = frame.columns.drop(["month", "effective_rate"])
        frame[money] = frame[money].map(lambda each: f"{each:,.2f}")
        frame["effective_rate"] = [
            "" if pd.isna(each) else self.locale.percent(each, 2)
            for each in frame["effective_rate"]
        ]
        names = {name: self.say(f"table_{name}") for name in answer.rows}
        return frame.rename(columns=names)

    def preset(self, entry: AprPreset) -> str:
        """Return how an entry of a price list is called: its name, fee and status."""
        status = self.locale.words("status")[entry.value.parameter.status]
        share = self.locale.share(entry.monthly_fee)
        return self.say(
            "preset_option",
            label=entry.label[self.locale.language],
            fee=self.say("a_month", share=share),
            status=status,
        )
