"""A quiz question in a room: what everybody answered, drawn, told and explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median
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

    def _say(self, key: str, **values: object) -> str:
        return self.locale.words("predictions")[key].format(**values)

    def summary(self) -> list[str]:
        """Return how many answered, and how many of them are right."""
        count = len(self.answers)
        if not count:
            return [self._say("guessed_none")]
        lines = [self._counted(count)]
        if self.item.kind == "number":
            lines.append(self._say("median", median=self._number(self._median)))
            lines.append(self._say("model", right=self._number(self._truth)))
        return [*lines, self._share("right_share")]

    def headlines(self) -> list[tuple[str, str]]:
        """Return label and value of each key number, for a board."""
        rows = []
        if self.answers:
            rows.append((self._say("head_right"), self._share("right_of")))
        if self.item.kind == "number":
            if self.answers:
                rows.append((self._say("head_median"), self._number(self._median)))
            rows.append((self._say("head_model"), self._number(self._truth)))
        return rows

    def _share(self, key: str) -> str:
        count, good, said = len(self.answers), sum(self.right), self.locale
        share = said.percent(good / count)
        return self._say(
            key, right=said.number(good), count=said.number(count), share=share
        )

    def _counted(self, count: int) -> str:
        key = "guessed_one" if count == 1 else "guessed"
        return self._say(key, count=self.locale.number(count))

    def figure(self) -> Figure:
        """Return a bar for each option, or the numbers above a line."""
        words = self.locale.words("predictions")
        if self.item.kind == "number":
            alt = " ".join([self.name, *self.summary()])
            return number_line_figure(
                self._guesses, words=words, alt=alt, unit=self._unit
            )
        bars = self.bars()
        lines = [self._say("bar", option=each.text, said=each.said) for each in bars]
        alt = " ".join([self.name, *self.summary(), *lines])
        return option_bars_figure(bars, words=words, alt=alt)

    def bars(self) -> list[OptionBar]:
        """Return one bar an option: who chose it, or who put it in its place."""
        counts: Counter[str] = Counter()
        for each in self.answers:
            if self.item.kind == "order":
                pairs = zip(each["order"], self.item.right, strict=True)
                counts.update(given for given, right in pairs if given == right)
            else:
                counts.update({*each["options"]})
        return [
            self._bar(place, option.id, counts[option.id])
            for place, option in enumerate(self.item.options, 1)
        ]

    def _bar(self, place: int, option: str, count: int) -> OptionBar:
        share = count / len(self.answers) if self.answers else 0
        ordered = self.item.kind == "order"
        said, text = self.locale, self.text.say(option)
        return OptionBar(
            self._say("placed", place=place, option=text) if ordered else text,
            share,
            self._say("counted", count=said.number(count), share=said.percent(share)),
            right=not ordered and option in self.item.right,
        )

    @property
    def _median(self) -> float:
        return float(median(each["number"] for each in self.answers))

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
        model = self._say("label_model", right=self._number(self._truth))
        middle = None
        if self.answers:
            text = self._say("label_median", median=self._number(self._median))
            middle = Line(self._median, text)
        return Guesses(
            axis="x",
            values=[each["number"] for each in self.answers],
            right=self.right,
            step=0,
            median=middle,
            truth=Line(self._truth, model),
        )

    def explanation(self) -> list[str]:
        """Return the reply to each option, the right ones first."""
        if self.item.kind == "number":
            return [self.text.texts["number.right"]]
        right = self.item.right
        order = sorted(self.item.options, key=lambda each: each.id not in right)
        return [
            self._say(
                "reply_right" if each.id in right else "reply",
                option=self.text.say(each.id),
                because=self.text.because(each.id),
            )
            for each in order
        ]
