"""What a room answered, counted and told, whoever wrote the question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.figures.guesses import Guesses, Line
from after_overdue.figures.option_bars import OptionBar


@dataclass(frozen=True)
class Tally:
    """The answers of a room to one question.

    Attributes
    ----------
    answers : those that are answers to this question
    right : whether each is right
    """

    answers: Sequence[Mapping[str, Any]]
    right: Sequence[bool]
    locale: Locale

    def say(self, key: str, **values: object) -> str:
        """Return a sentence about a room."""
        return self.locale.words("predictions")[key].format(**values)

    def counted(self) -> str:
        """Return how many answered; there are some."""
        count = len(self.answers)
        key = "guessed_one" if count == 1 else "guessed"
        return self.say(key, count=self.locale.number(count))

    def share(self, key: str) -> str:
        """Return how many of the answers are right."""
        count, good, said = len(self.answers), sum(self.right), self.locale
        share = said.percent(good / count)
        return self.say(
            key, right=said.number(good), count=said.number(count), share=share
        )

    @property
    def median(self) -> float:
        """The middle of the numbers that were answered."""
        return float(median(each["number"] for each in self.answers))

    def counts(self, order: Sequence[str] = ()) -> Counter[str]:
        """Return how many chose each option, or put it where it stands in `order`."""
        counts: Counter[str] = Counter()
        for each in self.answers:
            if order:
                pairs = zip(each["order"], order, strict=True)
                counts.update(given for given, right in pairs if given == right)
            else:
                counts.update({*each["options"]})
        return counts

    def bar(
        self, text: str, count: int, *, is_right: bool, place: int | None = None
    ) -> OptionBar:
        """Return the bar of an option; of one that is put in order, with its place."""
        share = count / len(self.answers) if self.answers else 0
        said = self.locale
        return OptionBar(
            text if place is None else self.say("placed", place=place, option=text),
            share,
            self.say("counted", count=said.number(count), share=said.percent(share)),
            right=place is None and is_right,
        )

    def guesses(self, truth: Line, number: Callable[[float], str]) -> Guesses:
        """Return the numbers that were answered, beside what is right.

        Parameters
        ----------
        number : writes one of them
        """
        middle = None
        if self.answers:
            text = self.say("label_median", median=number(self.median))
            middle = Line(self.median, text)
        return Guesses(
            axis="x",
            values=[each["number"] for each in self.answers],
            right=self.right,
            step=0,
            median=middle,
            truth=truth,
        )
