"""The results of a class as three tables: people, questions, and every answer.

Everything is in words of the class's language and in its time; what only a program
reads stands in columns of its own, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.errors import AfterOverdueError
from after_overdue.predictions.room_shift import RoomShift
from after_overdue.predictions.shift import Middle, Shift
from after_overdue.teaching.asked import PredictionAsked
from after_overdue.teaching.class_session import HostView, host_view
from after_overdue.teaching.learned import Pairs, asked_before, paired_responses
from after_overdue.teaching.lesson import Prediction, QuizStep, Step
from after_overdue.teaching.moments import local
from after_overdue.teaching.points import points
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.results import Person, Result, attendance, results
from after_overdue.teaching.store import Store

Cell = str | int | float | datetime | None
PEOPLE = (
    *("learner", "nickname", "joined", "asked_of", "answered_of", "right_of"),
    "score",
)
QUESTIONS = ("step", "question", "right_answer", "given", "right_given", "id")
ANSWERS = (
    *("learner", "nickname", "step", "question", "answer", "right_answer"),
    *("is_right", "distance", "at", "id", "answer_id"),
)
LEARNED = (
    *("first_step", "step", "question", "both", "before_median", "before_low"),
    *("before_high", "after_median", "after_low", "after_high", "unit", "closer"),
    *("closer_share", "id"),
)


@dataclass(frozen=True)
class Table:
    """One table: its name, the keys and words of its heads, and its rows."""

    name: str
    keys: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class ResultTables:
    """The tables of one class."""

    view: HostView
    present: Sequence[Person]
    rows: Sequence[Result]
    twice: Mapping[int, Pairs]

    @classmethod
    def of(cls, store: Store, host_secret: str, *, now: datetime) -> ResultTables:
        """Return the tables of the class that a host's secret opens."""
        view = host_view(store, host_secret, now=now)
        present = attendance(store, host_secret, now=now)
        twice = {
            each: paired_responses(store, host_secret, each, now=now)
            for each in asked_before(view.lesson)
        }
        return cls(view, present, results(store, host_secret, now=now), twice)

    @cached_property
    def locale(self) -> Locale:
        """The language of the class."""
        return Locale(self.view.lesson.language)

    def people(self) -> Table:
        """Return a row for each person: when they came, what they answered."""
        return self._table("people", PEOPLE, map(self._person, self.present))

    def questions(self) -> Table:
        """Return a row for each question: what is right, and how many knew."""
        steps = dict.fromkeys(each.step for each in self.rows)
        return self._table("questions", QUESTIONS, map(self._question, sorted(steps)))

    def answers(self) -> Table:
        """Return a row for each person and question."""
        return self._table("answers", ANSWERS, map(self._answer, self.rows))

    def learned(self) -> Table:
        """Return a row for each prediction that was asked twice, and answered."""
        rows = filter(None, map(self._learned, self.twice))
        return self._table("learned", LEARNED, rows)

    def _learned(self, place: int) -> Sequence[Cell]:
        """Return how the room moved; nothing where nobody can be compared."""
        try:
            asked = self.view.scene.asked(place)
        except AfterOverdueError:
            return ()
        assert isinstance(asked, PredictionAsked)  # only a prediction is asked twice
        moved = RoomShift.of(asked.case, self.twice[place], self.locale)
        if moved is None:
            return ()
        shift, first = moved.shift, asked_before(self.view.lesson)[place]
        ends = [*_ends(shift.before, shift), *_ends(shift.after, shift)]
        share = shift.closer / shift.count
        name, unit = about(self.view.lesson.steps[place]), moved.words.gap_unit
        asked_for = (first + 1, place + 1, asked.question, shift.count)
        return [*asked_for, *ends, unit, shift.closer, share, name]

    def _table(
        self, name: str, keys: Sequence[str], rows: Iterable[Sequence[Cell]]
    ) -> Table:
        texts, scene = self.locale.words("workbook"), self.view.scene
        own = {"nickname": "named"} if scene.asks_name else {}
        heads = [texts[own.get(key, key)].format(zone=scene.zone) for key in keys]
        return Table(texts[name], keys, heads, list(rows))

    def _person(self, person: Person) -> Sequence[Cell]:
        own = [each for each in self.rows if each.person == person]
        given = [each for each in own if each.response is not None]
        steps = ((each.step - 1, each.response) for each in own)
        found = points(self.view.scene, steps)
        return (
            person.learner,
            person.nickname or "",
            local(person.joined, self.view.scene.zone),
            len(own),
            len(given),
            found.right,
            found.right / found.of if found.of else None,
        )

    def _question(self, step: int) -> Sequence[Cell]:
        every = [each for each in self.rows if each.step == step]
        given = [each for each in every if each.response is not None]
        question, right = self._asked(step, None)
        name, knew = about(every[0].asked), _marked(given) if right else None
        return step, question, right, len(given), knew, name

    def _answer(self, result: Result) -> Sequence[Cell]:
        texts, zone = self.locale.words("learner"), self.view.scene.zone
        question, right = self._asked(result.step, result.response)
        marks = {True: texts["right"], False: texts["wrong"], None: ""}
        return (
            result.person.learner,
            result.person.nickname or "",
            result.step,
            question,
            self._said(result),
            right,
            marks[result.right],
            self._distance(result),
            local(result.answered, zone) if result.answered else None,
            about(result.asked),
            response_text(result.response),
        )

    def _asked(self, step: int, response: dict[str, Any] | None) -> tuple[str, str]:
        """Return a question and what is right, or why the guide no longer asks it."""
        try:
            asked = self.view.scene.asked(step - 1)
            return asked.question, asked.right_answer(response)
        except AfterOverdueError as error:
            return message_of(error, self.locale.language), ""

    def _distance(self, result: Result) -> float | None:
        """Return how far an answer lies from the model; None where nothing is far."""
        try:
            asked = self.view.scene.asked(result.step - 1)
        except AfterOverdueError:
            return None
        if result.response is None or not isinstance(asked, PredictionAsked):
            return None
        far = asked.case.distance(result.response)
        return None if far is None else round(far, 2)

    def _said(self, result: Result) -> str:
        if result.response is None:
            return ""
        try:
            return self.view.scene.asked(result.step - 1).said(result.response)
        except AfterOverdueError:
            return ""


def _ends(middle: Middle, shift: Shift) -> list[float | None]:
    """Return a median and its interval, which few people do not have."""
    sure = [middle.low, middle.high] if shift.is_sure else [None, None]
    return [None if each is None else round(each, 2) for each in (middle.median, *sure)]


def _marked(given: Iterable[Result]) -> int:
    return sum(1 for each in given if each.right)


def about(step: Step) -> str:
    """Return what a step asks, as a name that stays the same in every language."""
    if isinstance(step, QuizStep):
        return step.question
    return f"{step.page}.{step.asks}" if isinstance(step, Prediction) else step.kind


def response_text(response: Mapping[str, Any] | None) -> str:
    """Return a response as a program reads it, in one cell.

    Examples
    --------
    >>> response_text({"month": 25, "number": 640})
    'month 25, number 640'
    >>> response_text({"month": None})
    'none'
    >>> response_text({"order": ["b", "a"]})
    'b, a'
    """
    if response is None:
        return ""
    for key in ("options", "order", "curve"):
        if key in response:
            return ", ".join(map(str, response[key]))
    if len(response) == 1:
        return _plain(next(iter(response.values())))
    return ", ".join(f"{key} {_plain(value)}" for key, value in response.items())


def _plain(value: object) -> str:
    return "none" if value is None else str(value)
