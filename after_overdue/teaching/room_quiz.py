"""A quiz question in a room: what everybody answered, drawn, told and explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.catalog.quizzes import QuizItem
from after_overdue.errors import TrainingError
from after_overdue.figures.guesses import Guesses, Line
from after_overdue.figures.number_line import number_line_figure
from after_overdue.figures.option_bars import OptionBar, option_bars_figure
from after_overdue.figures.theme import Figure
from after_overdue.teaching.quiz import is_right, question_of, truth, unit_label
from after_overdue.teaching.quiz_text import QuizText, quiz_text
from after_overdue.teaching.tally import Tally

Answers = Sequence[Mapping[str, Any]]


def no_mark(_number: int) -> str:
    """Write no footnote: a board is read from the last row."""
    return ""


@dataclass(frozen=True)
class RoomQuiz:
    """What a room answered to one question, in one language.

    Attributes
    ----------
    answers : those that are answers to this question
    """

    item: QuizItem
    answers: Answers
    right: Sequence[bool]
    today: date
    locale: Locale

    @classmethod
    def of(
        cls, question: str, responses: Sequence[object], *, today: date, locale: Locale
    ) -> RoomQuiz:
        """Return a room at a question; what is no answer to it is left out."""
        item = question_of(question, locale.language)
        taken, right = [], []
        for response in responses:
            try:
                good = is_right(item, response, today)
            except TrainingError:
                continue
            taken.append(response)
            right.append(good)
        return cls(item, taken, right, today, locale)  # type: ignore[arg-type]  # marked

    @cached_property
    def text(self) -> QuizText:
        """The question as it reads today."""
        return quiz_text(self.item, self.today, mark=no_mark)

    @property
    def name(self) -> str:
        """What is asked."""
        return self.text.ask

    @cached_property
    def _tally(self) -> Tally:
        return Tally(self.answers, self.right, self.locale)

    def summary(self) -> list[str]:
        """Return how many answered, and how many of them are right."""
        tally = self._tally
        if not self.answers:
            return [tally.say("guessed_none")]
        lines = [tally.counted()]
        if self.item.kind == "number":
            lines.append(tally.say("median", median=self._number(tally.median)))
            lines.append(tally.say("model", right=self._number(self._truth)))
        return [*lines, tally.share("right_share")]

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        rows, tally = [], self._tally
        if self.answers:
            rows.append((tally.say("head_right"), tally.share("right_of")))
        if self.item.kind == "number":
            if self.answers:
                rows.append((tally.say("head_median"), self._number(tally.median)))
            rows.append((tally.say("head_model"), self._number(self._truth)))
        return rows

    def figure(self) -> Figure:
        """Return a bar for each option, or the numbers above a line."""
        words = self.locale.words("predictions")
        if self.item.kind == "number":
            alt = " ".join([self.name, *self.summary()])
            return number_line_figure(
                self._guesses, words=words, alt=alt, unit=self._unit
            )
        bars, say = self.bars(), self._tally.say
        lines = [say("bar", option=each.text, said=each.said) for each in bars]
        alt = " ".join([self.name, *self.summary(), *lines])
        return option_bars_figure(bars, words=words, alt=alt)

    def bars(self) -> list[OptionBar]:
        """Return one bar an option: who chose it, or who put it in its place."""
        ordered, known = self.item.kind == "order", self.item.right
        counts = self._tally.counts(known if ordered else ())
        return [
            self._tally.bar(
                self.text.say(option.id),
                counts[option.id],
                is_right=option.id in known,
                place=place if ordered else None,
            )
            for place, option in enumerate(self.item.options, 1)
        ]

    @property
    def _truth(self) -> float:
        return truth(self.item, self.today)

    @property
    def _unit(self) -> str:
        return unit_label(self.item).replace("…", "").strip()

    def _number(self, number: float) -> str:
        said = self.locale.number(round(number, 2))
        return unit_label(self.item).replace("…", said)

    @property
    def _guesses(self) -> Guesses:
        right = self._number(self._truth)
        model = Line(self._truth, self._tally.say("label_model", right=right))
        return self._tally.guesses(model, self._number)

    def explanation(self) -> list[str]:
        """Return the reply to each option, the right ones first."""
        if self.item.kind == "number":
            return [self.text.texts["number.right"]]
        right = self.item.right
        order = sorted(self.item.options, key=lambda each: each.id not in right)
        return [
            self._tally.say(
                "reply_right" if each.id in right else "reply",
                option=self.text.say(each.id),
                because=self.text.because(each.id),
            )
            for each in order
        ]
