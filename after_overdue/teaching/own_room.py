"""A question of the trainer's own in a room: what everybody answered, drawn and told.

What the trainer and the learners wrote is no Markdown: it is escaped where it is put
into a sentence of ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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
from after_overdue.teaching.tally import Tally


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

    @cached_property
    def _tally(self) -> Tally:
        return Tally(self.answers, self.right, self.locale)

    def summary(self) -> list[str]:
        """Return how many answered, and how many of them are right."""
        tally = self._tally
        if not self.answers:
            return [tally.say("guessed_none")]
        lines = [tally.counted()]
        if isinstance(self.asked.step, NumberStep):
            lines.append(tally.say("median", median=self._number(tally.median)))
        return [*lines, *([tally.share("right_share")] if self.asked.has_right else [])]

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        rows, tally = [], self._tally
        if self.answers and self.asked.has_right:
            rows.append((tally.say("head_right"), tally.share("right_of")))
        if isinstance(self.asked.step, NumberStep):
            if self.answers:
                rows.append((tally.say("head_median"), self._number(tally.median)))
            rows.append((tally.say("head_own"), self.asked.right_answer()))
        return rows

    def figure(self) -> Figure | None:
        """Return a bar for each option, or the numbers above a line; None of a text."""
        words = self.locale.words("predictions")
        alt = " ".join([self.name, *self.summary()])
        if isinstance(self.asked.step, NumberStep):
            unit = self.asked.unit
            return number_line_figure(self._guesses, words=words, alt=alt, unit=unit)
        if not isinstance(self.asked.step, ChoiceStep):
            return None
        bars, say = self.bars(), self._tally.say
        lines = [say("bar", option=each.text, said=each.said) for each in bars]
        return option_bars_figure(bars, words=words, alt=" ".join([alt, *lines]))

    def bars(self) -> list[OptionBar]:
        """Return one bar an option: who chose it, or who put it in its place."""
        ordered, known = self.asked.kind == "order", self.asked.right_ids
        counts = self._tally.counts(known if ordered else ())
        return [
            self._tally.bar(
                text,
                counts[name],
                is_right=name in known,
                place=place if ordered else None,
            )
            for place, (name, text) in enumerate(self.asked.says.items(), 1)
        ]

    def lines(self) -> list[str]:
        """Return the texts that were written, first written first."""
        return [each["text"] for each in self.answers if "text" in each]

    def _number(self, number: float) -> str:
        return self.asked.said({"number": round(number, 2)})

    @property
    def _guesses(self) -> Guesses:
        step = self.asked.step
        assert isinstance(step, NumberStep)
        right = letters(self.asked.right_answer())
        truth = Line(step.right, self._tally.say("label_own", right=right))
        return self._tally.guesses(truth, lambda each: letters(self._number(each)))

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
                self._tally.say(
                    "reply_right" if each.right else "reply",
                    option=plain(each.say),
                    because=plain(each.because),
                )
                for each in told
            ),
        ]
