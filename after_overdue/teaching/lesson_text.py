"""Steps as text: how an address and a ready lesson name what a lesson does."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import ValidationError

from after_overdue.catalog.lessons import LessonStep, lessons
from after_overdue.errors import ClassError
from after_overdue.teaching.lesson import (
    STEP,
    Lesson,
    PageStep,
    Prediction,
    QuizStep,
    Setting,
    Step,
    step_json,
)
from after_overdue.teaching.lesson_file import LONGEST_FILE, unreadable
from after_overdue.teaching.lesson_source import LONGEST_SHOWN
from after_overdue.teaching.reveal import texts

PREDICT, QUIZ, EXPLORE, OWN = "predict", "quiz", "explore", "own"


def step_text(step: Step) -> str:
    """Return a step as an address holds it.

    Examples
    --------
    >>> step_text(Prediction("score_recovery", {"points_lost": 60}, "month"))
    'predict/score_recovery/month?points_lost=60'
    >>> step_text(QuizStep("what-is-late"))
    'quiz/what-is-late'
    """
    if step.notes or not isinstance(step, QuizStep | PageStep | Prediction):
        return f"{OWN}/{_packed(json.dumps(step_json(step), ensure_ascii=False))}"
    if isinstance(step, QuizStep):
        return f"{QUIZ}/{step.question}"
    query = urlencode(texts(step.settings))
    if isinstance(step, PageStep):
        place = f"{EXPLORE}/{step.page}"
    else:
        place = f"{PREDICT}/{step.page}/{step.asks}"
    return f"{place}?{query}" if query else place


def step_of(text: str) -> Step:
    """Return the step that a text stands for; raise ClassError where it is none."""
    asked = urlsplit(text)
    match asked.path.split("/"):
        case ["quiz", question] if question:
            return QuizStep(question)
        case ["explore", page]:
            return PageStep(page, _settings(asked.query))
        case ["predict", page, ("month" | "number" | "point" | "curve") as asks]:
            return Prediction(page, _settings(asked.query), asks)
        case ["own", packed] if packed:
            return step_from(_unpacked(packed))
        case _:
            raise ClassError("step", given=text[:LONGEST_SHOWN])


def step_from(plain: str) -> Step:
    """Return the step that JSON stands for; raise ClassError where it is none."""
    try:
        return STEP.validate_json(plain)
    except ValidationError as error:
        raise unreadable(error) from None


def _packed(text: str) -> str:
    """Return a text as an address holds it, shorter than its letters would be there."""
    return urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def _unpacked(packed: str) -> str:
    try:
        content = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        unpacking = zlib.decompressobj()
        return unpacking.decompress(content, LONGEST_FILE).decode()
    except (ValueError, zlib.error):
        raise ClassError("step", given=packed[:LONGEST_SHOWN]) from None


def _settings(query: str) -> dict[str, Setting]:
    return dict(parse_qsl(query))


def ready_lesson(slug: str, language: str) -> Lesson:
    """Return a lesson of content, to be played in a language."""
    found = lessons()[slug]
    steps = tuple(map(_step, found.steps))
    return Lesson(found.title[language], language, steps)


def ready_predictions(language: str) -> list[Prediction]:
    """Return each prediction of the ready lessons once, in their order."""
    steps = [each for slug in lessons() for each in ready_lesson(slug, language).steps]
    found = {step_text(each): each for each in steps if isinstance(each, Prediction)}
    return list(found.values())


def _step(ready: LessonStep) -> Step:
    if ready.predict:
        settings = _plain(ready.predict.address)
        return Prediction(ready.predict.page, settings, ready.predict.asks)
    if ready.explore:
        return PageStep(ready.explore.page, _plain(ready.explore.address))
    assert ready.question is not None
    return QuizStep(ready.question)


def _plain(address: Mapping[str, str]) -> dict[str, Setting]:
    return dict(address)
