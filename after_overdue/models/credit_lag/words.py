"""What a case of credit says: who gives it, how much, and how old credit is."""

from __future__ import annotations

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.catalog.timeline import Event, timeline
from after_overdue.models.credit_lag.case import NOUN, CreditLagCase

MINUS = "−"


class CreditLagWords(CaseWording[CreditLagCase]):
    """One case in the words of one language."""

    noun = NOUN

    def days(self, number: int) -> str:
        """Return a number of days, without its sign."""
        return self.locale.counted(abs(number), "days")

    @property
    def worth(self) -> str:
        """What changes hands, in words."""
        return self.locale.yuan(self.case.amount)

    @property
    def area(self) -> str:
        """Value times days, in words."""
        return self.locale.number(round(float(self.case.curves.credit_value_days), 2))

    def slider_text(self) -> str:
        """Return the lag in words."""
        return self._filled("slider")

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        case = self.case
        lines = [self._filled("gives")]
        if case.lag_days:
            lines += [self._filled("area"), self.say("at_nought")]
        return [*lines, self.say("law"), self.say("no_interest")]

    def headlines(self) -> list[tuple[str, str]]:
        """Return the key numbers: who gives credit, and how much."""
        return [
            (self.say("headline_giver"), self.say(f"{self.case.curves.giver}")),
            (
                self.say("headline_area"),
                self.say("waited", worth=self.worth, days=self.days(self._lag)),
            ),
        ]

    def sentence(self) -> Parts:
        """Return the sentence that answers: who waits, and how long."""
        return parts_of(self._filled("sentence"))

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        return self._filled("takeaway")

    def figure_words(self) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them."""
        filled = {
            "area": self._filled("label"),
            "worth": self._filled("worth"),
            "back": self._filled("back"),
        }
        return {**self.locale.words(NOUN), **filled}

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        names = {name: self.say(f"table_{name}") for name in answer.rows}
        return answer.frame.rename(columns=names)

    def events(self) -> list[str]:
        """Return the history of consumer credit, one event a line."""
        return [self._event(event) for event in timeline().values()]

    def event_citations(self) -> tuple[str, ...]:
        """Return what backs the history, each citation once."""
        events = timeline().values()
        return tuple(dict.fromkeys(cite for each in events for cite in each.sources))

    def _event(self, event: Event) -> str:
        earlier = [self._when(timeline()[name]) for name in event.corrected_by]
        return self.say(
            "event_corrected" if earlier else "event",
            when=self._when(event),
            title=event.title[self.locale.language],
            text=event.text[self.locale.language],
            status=self.locale.words("status")[event.status],
            earlier=self.say("and").join(earlier),
        )

    def _when(self, event: Event) -> str:
        if event.when:
            return event.when[self.locale.language]
        precision = event.starts.count("-")
        if precision == 0:
            return self.say("year", year=event.starts)
        written = (self.locale.month, self.locale.day)[precision - 1]
        return written(event.first_day)

    @property
    def day(self) -> str:
        """The day of the payment."""
        return str(self._lag).replace("-", MINUS)

    @property
    def _lag(self) -> int:
        return self.case.lag_days

    def _filled(self, key: str) -> str:
        """Return a sentence that depends on who gives credit."""
        return self.say(
            f"{key}_{self.case.curves.giver}",
            worth=self.worth,
            days=self.days(self._lag),
            area=self.area,
        )
