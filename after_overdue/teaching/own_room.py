"""A question of the trainer's own in a room: what everybody answered, drawn and told.

What the trainer and the learners wrote is no Markdown: it is escaped where it is put
into a sentence of ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.figures.guesses import Guesses, Line
from after_overdue.figures.marks import letters
from after_overdue.figures.number_line import number_line_figure
from after_overdue.figures.option_bars import OptionBar, option_bars_figure
from after_overdue.figures.theme import Figure
from after_overdue.reading.plain import plain
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_step import ChoiceStep, NumberStep, OwnStep


@dataclass(frozen=True)
class OwnRoom:
    """What a room answered to one question of the trainer's own.

    Attributes
    ----------
    answers : those that are answers to this question
    """

    asked: OwnAsked
    answers: Sequence[Mapping[str, Any]]
    locale: Locale

    @classmethod
    def of(cls, step: OwnStep, responses: Sequence[object], locale: Locale) -> OwnRoom:
        """Return a room at a question; what is no answer to it is left out."""
        asked = OwnAsked(step, locale.language)
        taken: list[Any] = [each for each in responses if not asked.refusal(each)]
        return cls(asked, taken, locale)

    @property
    def name(self) -> str:
        """What is asked."""
        return self.asked.question

    @property
    def right(self) -> list[bool]:
        """Whether each answer is right."""
        return [bool(self.asked.is_right(each)) for each in self.answers]

    def _say(self, key: str, **values: object) -> str:
        return self.locale.words("predictions")[key].format(**values)

    def summary(self) -> list[str]:
        """Return how many answered, and how many of them are right."""
        count = len(self.answers)
        if not count:
            return [self._say("guessed_none")]
        key = "guessed_one" if count == 1 else "guessed"
        lines = [self._say(key, count=self.locale.number(count))]
        if isinstance(self.asked.step, NumberStep):
            lines.append(self._say("median", median=self._number(self._median)))
        return [*lines, *([self._share("right_share")] if self.asked.has_right else [])]

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        rows = []
        if self.answers and self.asked.has_right:
            rows.append((self._say("head_right"), self._share("right_of")))
        if isinstance(self.asked.step, NumberStep):
            if self.answers:
                rows.append((self._say("head_median"), self._number(self._median)))
            rows.append((self._say("head_own"), self.asked.right_answer()))
        return rows

    def _share(self, key: str) -> str:
        count, good, said = len(self.answers), sum(self.right), self.locale
        share = said.percent(good / count)
        return self._say(
            key, right=said.number(good), count=said.number(count), share=share
        )

    def figure(self) -> Figure | None:
        """Return a bar for each option, or the numbers above a line; None of a text."""
        words = self.locale.words("predictions")
        alt = " ".join([self.name, *self.summary()])
        if isinstance(self.asked.step, NumberStep):
            unit = self.asked.unit
            return number_line_figure(self._guesses, words=words, alt=alt, unit=unit)
        if not isinstance(self.asked.step, ChoiceStep):
            return None
        bars = self.bars()
        lines = [self._say("bar", option=each.text, said=each.said) for each in bars]
        return option_bars_figure(bars, words=words, alt=" ".join([alt, *lines]))

    def bars(self) -> list[OptionBar]:
        """Return one bar an option: who chose it, or who put it in its place."""
        ordered, counts = self.asked.kind == "order", Counter[str]()
        for each in self.answers:
            if ordered:
                pairs = zip(each["order"], self.asked.right_ids, strict=True)
                counts.update(given for given, right in pairs if given == right)
            else:
                counts.update(each.get("options", ()))
        says = self.asked.says.items()
        return [self._bar(at, *option, counts) for at, option in enumerate(says, 1)]

    def _bar(self, place: int, name: str, text: str, counts: Counter[str]) -> OptionBar:
        ordered = self.asked.kind == "order"
        share = counts[name] / len(self.answers) if self.answers else 0
        said = self.locale
        return OptionBar(
            self._say("placed", place=place, option=text) if ordered else text,
            share,
            self._say(
                "counted", count=said.number(counts[name]), share=said.percent(share)
            ),
            right=not ordered and name in self.asked.right_ids,
        )

    def lines(self) -> list[str]:
        """Return the texts that were written, first written first."""
        return [each["text"] for each in self.answers if "text" in each]

    @property
    def _median(self) -> float:
        return float(median(each["number"] for each in self.answers))

    def _number(self, number: float) -> str:
        return self.asked.said({"number": round(number, 2)})

    @property
    def _guesses(self) -> Guesses:
        step = self.asked.step
        assert isinstance(step, NumberStep)
        known = self._say("label_own", right=letters(self.asked.right_answer()))
        middle = None
        if self.answers:
            text = self._say("label_median", median=letters(self._number(self._median)))
            middle = Line(self._median, text)
        return Guesses(
            axis="x",
            values=[each["number"] for each in self.answers],
            right=self.right,
            step=0,
            median=middle,
            truth=Line(step.right, known),
        )

    def explanation(self) -> list[str]:
        """Return what the trainer wrote, the right options first, as Markdown."""
        step, known = self.asked.step, self.asked.right_ids
        lines = [plain(self.asked.because)] if self.asked.because else []
        if not isinstance(step, ChoiceStep):
            return lines
        options = sorted(
            zip(self.asked.says, step.options, strict=True),
            key=lambda each: each[0] not in known,
        )
        ordered = self.asked.kind == "order"
        if ordered:
            lines.insert(0, plain(self.asked.right_answer()))
        told = [each for name, each in options if each.because]
        return [
            *lines,
            *(
                self._say(
                    "reply_right" if each.right else "reply",
                    option=plain(each.say),
                    because=plain(each.because),
                )
                for each in told
            ),
        ]
