"""What a step asks of a class, in the words of its language, and what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.cases.permalinks import versioned
from after_overdue.cases.predictable import Ends
from after_overdue.catalog.questions import Figure as Place
from after_overdue.catalog.quizzes import QuizItem
from after_overdue.errors import ClassError, TrainingError
from after_overdue.predictions.case import (
    PredictionCase,
    Response,
    prediction_case,
)
from after_overdue.predictions.curves import CurvePad
from after_overdue.predictions.guesses import RoomGuesses
from after_overdue.predictions.words import PredictionWords
from after_overdue.teaching.lesson import PageStep, Prediction, QuizStep, Step
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_step import ChoiceStep, NumberStep, TextStep
from after_overdue.teaching.quiz import (
    is_right,
    kept,
    marked,
    question_of,
    shown,
    truth,
    unit_label,
)
from after_overdue.teaching.quiz_text import QuizText, quiz_text
from after_overdue.teaching.reply import Link, Replied
from after_overdue.teaching.reveal import texts
from after_overdue.teaching.room_quiz import no_mark


@dataclass(frozen=True)
class PredictionAsked:
    """A prediction as a class is asked for it."""

    case: PredictionCase
    locale: Locale
    has_right = True

    @property
    def words(self) -> PredictionWords:
        """The prediction in words."""
        return PredictionWords(self.case, self.locale)

    @property
    def kind(self) -> str:
        """month, number, point or curve."""
        return self.case.thing.kind

    @property
    def question(self) -> str:
        """What is asked."""
        return self.words.question

    @property
    def months(self) -> Ends | None:
        """The months that may be predicted, where one is asked for."""
        return self.case.months

    @property
    def numbers(self) -> Ends | None:
        """The numbers that may be predicted, where one is asked for."""
        return self.case.numbers

    @property
    def pad(self) -> CurvePad | None:
        """Where a curve is drawn, where one is asked for."""
        return self.case.pad

    @property
    def none(self) -> str:
        """How "there is no such month" is said; nothing where it is no answer."""
        return self.words.month(None) if self.case.thing.may_be_none else ""

    def refusal(self, response: object) -> str:
        """Return why a response is no answer; nothing where it is one."""
        return self.words.refusal(response)

    def kept(self, response: Response) -> dict[str, Any]:
        """Return what is kept of a response that is an answer."""
        return dict(response)

    def is_right(self, response: Response) -> bool:
        """Return whether a response lies within the tolerance of the model."""
        return self.case.is_right(response)

    def said(self, response: Response) -> str:
        """Return a response in words."""
        return self.words.response(response)

    def right_answer(self, response: Response | None = None) -> str:
        """Return what is right, in words; of a point, at the month of a response."""
        return self.words.right((response or {}).get("month"))

    def replies(self, response: Response) -> list[Replied]:
        """Return what is right by the model, and where it can be seen."""
        known = self.words.right(response.get("month"))
        right = self.words.say("model", right=known)
        return [Replied("", right, self.is_right(response), self.see)]

    def reasons(self, response: Response | None) -> list[Replied]:
        """Return why, in the sentence that sums the picture up."""
        right = response is not None and self.is_right(response)
        picture = RoomGuesses(self.case, (), self.locale).picture
        return [Replied("", picture.takeaway, right, self.see)]

    @cached_property
    def see(self) -> Link:
        """The page at the settings of the prediction."""
        picture = RoomGuesses(self.case, (), self.locale).picture
        return picture.noun, picture.link


@dataclass(frozen=True)
class QuestionAsked:
    """A question of the quiz as a class is asked it."""

    item: QuizItem
    day: date
    has_right = True

    @property
    def text(self) -> QuizText:
        """Its texts; a class reads them without the marks of footnotes."""
        return quiz_text(self.item, self.day, mark=no_mark)

    @property
    def kind(self) -> str:
        """single, multiple, number or order."""
        return "numeric" if self.item.kind == "number" else self.item.kind

    @property
    def question(self) -> str:
        """What is asked."""
        return self.text.ask

    @property
    def options(self) -> list[tuple[str, str]]:
        """Id and words of each option, in the order in which they are shown."""
        text = self.text
        return [(each.id, text.say(each.id)) for each in shown(self.item)]

    @property
    def unit(self) -> str:
        """What stands around the number to answer with."""
        return unit_label(self.item)

    def refusal(self, response: object) -> str:
        """Return why a response is no answer; nothing where it is one."""
        try:
            is_right(self.item, response, self.day)
        except TrainingError as error:
            return str(error)
        return ""

    def kept(self, response: Response) -> dict[str, Any]:
        """Return what is kept of a response that is an answer."""
        return kept(self.item, response)

    def is_right(self, response: Response) -> bool:
        """Return whether a response is right."""
        return is_right(self.item, response, self.day)

    def said(self, response: Response) -> str:
        """Return a response in words."""
        if self.item.kind == "number":
            number = Locale(self.item.language).number(response["number"])
            return self.unit.replace("…", number, 1)
        chosen = response.get("options") or response.get("order") or ()
        text = self.text
        return " · ".join(text.say(each) for each in chosen)

    @property
    def right_response(self) -> Response:
        """A response that is right."""
        if self.item.kind == "number":
            return {"number": truth(self.item, self.day)}
        key = "order" if self.item.kind == "order" else "options"
        return {key: list(self.item.right)}

    def right_answer(self, response: Response | None = None) -> str:
        """Return what is right, in words, whatever was answered."""
        return self.said(self.right_response)

    def replies(self, response: Response) -> list[Replied]:
        """Return the reply to each part of the answer, and where it is disproved."""
        replies = marked(self.item, response, self.day).replies
        text = self.text
        return [
            Replied(
                each.say,
                text.texts.get(f"number.{each.part}") or text.because(each.part),
                each.right,
                None if each.see is None else self._link(each.see),
            )
            for each in replies
        ]

    def reasons(self, response: Response | None) -> list[Replied]:
        """Return the reply to each part, or to what is right where nothing was said."""
        return self.replies(response or self.right_response)

    def _link(self, place: Place) -> Link:
        language = {"lang": self.item.language}
        return place.page, {**language, **versioned(place.address)}

    @property
    def see(self) -> Link | None:
        """The page at the settings that the question speaks of."""
        place = self.item.number or self.item.case
        return self._link(place) if place else None


Asked = PredictionAsked | QuestionAsked | OwnAsked


def asked_step(step: Step, language: str, day: date) -> Asked:
    """Return what a step asks on a day; raise ClassError where it asks nothing.

    Raises
    ------
    ClassError
        ``no_question`` where the quiz has no such question (any more).
    InputError
        Where the settings of a prediction do not open its page.
    """
    if isinstance(step, Prediction):
        value = tuple(sorted(texts(step.settings).items()))
        return _prediction(step.page, step.asks, value, language, day)
    if isinstance(step, QuizStep):
        return QuestionAsked(question_of(step.question, language), day)
    if isinstance(step, ChoiceStep | NumberStep | TextStep):
        return OwnAsked(step, language)
    raise ClassError("response", said=step.kind)


@lru_cache(maxsize=256)
def _prediction(
    page: str, asks: str, values: tuple[tuple[str, str], ...], language: str, day: date
) -> PredictionAsked:
    case = prediction_case(page, asks, dict(values), day)
    return PredictionAsked(case, Locale(language))


def page_link(step: PageStep, language: str) -> Link:
    """Return the page to explore, at the trainer's settings."""
    return step.page, {"lang": language, **versioned(texts(step.settings))}
