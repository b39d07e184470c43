"""The texts of a quiz item: numbers filled in from its case, footnotes numbered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from after_overdue.cases.locale import Locale
from after_overdue.catalog.figures_in_words import amount_in_words, figure_in_words
from after_overdue.catalog.parameters import Unit, Value, holding, value
from after_overdue.catalog.question_text import (
    FOOTNOTE,
    Note,
    filled,
    footnotes_in,
    parameters_in,
)
from after_overdue.catalog.questions import Figure
from after_overdue.catalog.quizzes import RESULT, QuizItem, Text
from after_overdue.catalog.rules_quizzes import set_here
from after_overdue.catalog.sources import citation_in_words, sources
from after_overdue.sharing.figure_settings import figure_summary, result_at

DIGITS: Mapping[str, int] = {"yuan": 2}
"""Decimals of a result, all or none; others, such as shares, have four at most."""
DIGITS_OF_OTHERS = 4
MARK = "[{}]".format


@dataclass(frozen=True)
class QuizText:
    """A quiz item as it reads on one day.

    Attributes
    ----------
    texts : every text by its key, such as ``ask`` or ``options.the-arrears.because``
    notes : numbered in the order in which they stand in the texts
    figures : every number of the world that is named, once, with its origin
    """

    id: str
    language: str
    texts: Mapping[str, str]
    notes: tuple[Note, ...]
    figures: tuple[Value, ...]

    @property
    def ask(self) -> str:
        """What is asked."""
        return self.texts["ask"]

    def say(self, option: str) -> str:
        """Return what an option says."""
        return self.texts[f"options.{option}.say"]

    def because(self, option: str) -> str:
        """Return the reply to an option."""
        return self.texts[f"options.{option}.because"]

    def noted(self, *keys: str) -> tuple[Note, ...]:
        """Return the notes whose marks stand in the texts of these keys."""
        text = "".join(self.texts[key] for key in keys)
        return tuple(note for note in self.notes if self._mark(note.number) in text)

    _mark: Callable[[int], str] = MARK


def quiz_text(
    item: QuizItem, today: date, *, mark: Callable[[int], str] = MARK
) -> QuizText:
    """Return what a learner reads on the day `today`.

    Parameters
    ----------
    item : in the learner's language
    today : the day on which each number is asked for
    mark : writes the number of a footnote where it stands
    """
    texts = tuple(item.texts())
    figures = {
        name: value(name, today)
        for text in texts
        for name in parameters_in(text.said)
        if set_here(name, text.case) is None
    }
    claims = dict.fromkeys(claim for text in texts for claim in footnotes_in(text.said))
    numbers = {claim: place for place, claim in enumerate(claims, 1)}
    return QuizText(
        item.id,
        item.language,
        {
            text.key: FOOTNOTE.sub(
                lambda found: mark(numbers[found[1]]), _text(text, item, today)
            )
            for text in texts
        },
        tuple(_note(item, claim, place) for claim, place in numbers.items()),
        tuple(figures.values()),
        mark,
    )


def _note(item: QuizItem, claim: str, number: int) -> Note:
    known = sources()
    cited = (citation_in_words(c, item.language, known) for c in item.claims[claim])
    return Note(number, claim, tuple(cited))


def _text(text: Text, item: QuizItem, today: date) -> str:
    """Return a text with each setting, parameter and result in its place."""
    locale = Locale(item.language)

    def say(name: str, bare: bool) -> str:
        number, given = value(name, today), set_here(name, text.case)
        if given is not None:
            number = holding(number, given)
        return figure_in_words(number, locale.words("units"), bare=bare)

    case = text.case
    if case is None:
        return filled(text.said, say)
    message = RESULT.sub(
        lambda found: _result(case, found[1], found[2], bool(found[3]), locale, today),
        text.said,
    )
    return filled(message, say)


def _result(
    case: Figure, path: str, unit: str, bare: bool, locale: Locale, today: date
) -> str:
    found: Any = result_at(figure_summary(case.page, case.address, today), path)
    if isinstance(found, date):
        return locale.day(found)
    amount = round(float(found), DIGITS.get(unit, DIGITS_OF_OTHERS))
    said = dict(locale.words("units"))
    if unit in DIGITS and amount != int(amount):
        said["number"] = said["number"].replace(".####", ".00")
    return amount_in_words(amount, cast(Unit, unit), said, bare=bare)
