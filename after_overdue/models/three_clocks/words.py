"""What a case of the three clocks says: one sentence, and one for each clock."""

from __future__ import annotations

from datetime import date

import pandas as pd

from after_overdue.cases.result import Result
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.wording import CaseWording
from after_overdue.models.three_clocks.case import NOUN, ThreeClocksCase
from after_overdue.models.three_clocks.fields import Rows, Summary


class ThreeClocksWords(CaseWording[ThreeClocksCase]):
    """One case in the words of one language."""

    noun = NOUN

    @property
    def stands(self) -> str:
        """How the overdue stands, the end of the keys that say it."""
        clocks = self.case.clocks
        if clocks.paid_on is not None:
            return "paid"
        return "never" if clocks.days_charged else "not_due"

    def filled(self, key: str, stands: str = "") -> str:
        """Return the sentence of a key that fits: paid, not paid yet, or not due."""
        case, clocks = self.case, self.case.clocks
        return self.say(
            f"{key}_{stands or self.stands}",
            day=self.slider_text(),
            penalty=self.penalty,
            amount=self.locale.yuan(case.amount),
            rate=self.locale.share(case.rate),
            due=self.day(case.due_on),
            as_of=self.day(case.as_of),
            paid_on=self.day(clocks.paid_on),
            kept_until=self.day(clocks.kept_until),
            years=case.retention_years,
        )

    def day(self, day: date | None) -> str:
        """Return a day in words; nothing where there is none."""
        return "" if day is None else self.locale.day(day)

    @property
    def penalty(self) -> str:
        """What being late costs, in words."""
        return self.locale.yuan(self.case.clocks.charged)

    def slider_text(self) -> str:
        """Return the day on which it is paid, as the slider calls it."""
        after = self.case.paid_after
        return self.say("never") if after is None else self.say("on_day", day=after)

    def sentence(self) -> Parts:
        """Return the sentence under the title, its clocks marked."""
        return parts_of(self.filled("sentence"))

    def answers(self) -> list[str]:
        """Return one sentence for each clock, and one for paid repair."""
        return [
            self._debt(),
            self.filled("record"),
            self.say("score"),
            self.say("paid_repair"),
        ]

    def _debt(self) -> str:
        """Return what the debt does; where nothing can accrue, that it stays still."""
        runs_free = self.stands == "never" and not self.case.amount * self.case.rate
        return self.filled("debt", "free" if runs_free else "")

    def headlines(self) -> list[tuple[str, str]]:
        """Return the three clocks, each with where it stops."""
        return [
            (self.say("clock_debt"), self.filled("headline_debt")),
            (self.say("clock_record"), self.filled("headline_record")),
            (self.say("clock_score"), self.say("no_date")),
        ]

    def takeaway(self) -> str:
        """Return the sentence that says what the chart shows."""
        return "".join(text for text, _ in self.sentence())

    def figure_words(self) -> dict[str, str]:
        """Return the words of the figure with the case's numbers in them."""
        paid_on = self.case.clocks.paid_on
        filled = {
            "paid": self.say("label_paid", day=self.day(paid_on)) if paid_on else "",
            "debt": self.filled("label_debt"),
            "record": self.filled("label_record"),
        }
        return {**self.locale.words(NOUN), **filled}

    def table(self, answer: Result[Summary, Rows]) -> pd.DataFrame:
        """Return the rows under the reader's own headings, in the reader's words."""
        rows = answer.rows
        frame = pd.DataFrame(
            {
                "clock": [self.say(f"clock_{each}") for each in rows["clock"]],
                "starts_on": [self._day(each) for each in rows["starts_on"]],
                "last_day": [self._day(each) for each in rows["last_day"]],
                "penalty": [
                    "" if each is None else self.locale.yuan(each)
                    for each in rows["penalty"]
                ],
            }
        )
        return frame.rename(columns={name: self.say(f"table_{name}") for name in frame})

    def _day(self, day: date | None) -> str:
        return self.say("no_date") if day is None else self.day(day)
