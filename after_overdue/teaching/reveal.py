"""The reveal of a step: the room's answers drawn, told, and explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from after_overdue.cases.locale import Locale
from after_overdue.figures.theme import Figure
from after_overdue.predictions.case import PredictionCase, prediction_case
from after_overdue.predictions.guesses import RoomGuesses
from after_overdue.predictions.room_curves import RoomCurves, room_guesses
from after_overdue.predictions.room_shift import RoomShift
from after_overdue.teaching.lesson import AskedStep, Prediction, QuizStep, Setting
from after_overdue.teaching.own_room import OwnRoom
from after_overdue.teaching.room_quiz import RoomQuiz

Settings = Mapping[str, Setting]
Pairs = Sequence[tuple[Any, Any]]


@dataclass(frozen=True)
class Reveal:
    """What a room sees once a step is revealed.

    Attributes
    ----------
    name : accessible name of the figure
    figure : None where texts were written
    headlines : label and value of each key number
    summary : how many answered, the middle, what is right and how many were
    explanation : sentences in Markdown, none of them a learner's
    lines : the texts that learners wrote, as plain text
    shift : what the room learned since it was asked the same; None where it was not
    """

    name: str
    figure: Figure | None
    headlines: Sequence[tuple[str, str]]
    summary: Sequence[str]
    explanation: Sequence[str]
    lines: Sequence[str] = ()
    shift: Figure | None = None


def reveal(
    step: AskedStep,
    responses: Sequence[object],
    *,
    today: date,
    locale: Locale,
    shows_model: bool = True,
    pairs: Pairs = (),
) -> Reveal:
    """Return the reveal of a step.

    Parameters
    ----------
    responses : of the room; what is no answer to the step is left out
    today : the day whose numbers and rules are used
    locale : the language of the board
    shows_model : False keeps back the model beside the curves that a room drew
    pairs : responses before and after, where the same was asked before
    """
    if isinstance(step, QuizStep):
        quiz = RoomQuiz.of(step.question, responses, today=today, locale=locale)
        drawn, headlines = quiz.figure(), quiz.headlines()
        return Reveal(quiz.name, drawn, headlines, quiz.summary(), quiz.explanation())
    if not isinstance(step, Prediction):
        own = OwnRoom.of(step, responses, locale)
        return Reveal(
            own.name,
            own.figure(),
            own.headlines(),
            own.summary(),
            own.explanation(),
            own.lines(),
        )
    case = asked(step, today)
    taken: list[Any] = [each for each in responses if case.accepts(each)]
    guesses = room_guesses(case, taken, locale).after(pairs)
    if isinstance(guesses, RoomCurves) and not shows_model:
        said = guesses.summary(shows_model=False)
        fan = guesses.figure(shows_model=False)
        return Reveal(guesses.words.name, fan, (), said, ())
    return _predicted(guesses, RoomShift.of(case, pairs, locale))


def _predicted(guesses: RoomGuesses, shift: RoomShift | None) -> Reveal:
    """Return the reveal of a prediction, with what was learned where there is that."""
    heads = guesses.headlines()
    if shift and isinstance(guesses, RoomCurves):
        heads = heads[:1]  # the shift tells the distance, before and after
    return Reveal(
        name=guesses.words.name,
        figure=guesses.figure(),
        headlines=[*heads, *(shift.headlines() if shift else ())],
        summary=[*guesses.summary(), *(shift.summary() if shift else ())],
        explanation=guesses.picture.answers,
        shift=shift.figure() if shift else None,
    )


def asked(step: Prediction, today: date) -> PredictionCase:
    """Return the prediction of a step; raise InputError where its settings are not."""
    return prediction_case(step.page, step.asks, texts(step.settings), today)


def texts(settings: Settings) -> dict[str, str]:
    """Return settings as an address holds them.

    Examples
    --------
    >>> texts({"months": 24, "fees_waived": True, "readings": ["schedule", "restored"]})
    {'months': '24', 'fees_waived': 'yes', 'readings': 'schedule,restored'}
    """
    return {name: _text(value) for name, value in settings.items()}


def _text(value: Setting) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ",".join(value)
    return f"{value:.10g}" if isinstance(value, float) else str(value)
