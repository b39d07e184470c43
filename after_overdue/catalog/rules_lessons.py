"""Rules of the ready lessons: what their steps name, AO-352 and AO-353."""

from __future__ import annotations

from collections.abc import Iterator

from after_overdue.catalog.lessons import LessonStep, lesson_file
from after_overdue.catalog.library import Library
from after_overdue.catalog.rules_questions import FigureProblems
from after_overdue.errors import Problem


def lesson_problems(
    library: Library, figure_problems: FigureProblems
) -> Iterator[Problem]:
    """Yield each rule that a lesson breaks."""
    for slug, lesson in library.lessons.items():
        for number, step in enumerate(lesson.steps, 1):
            for what, remedy, rule in (
                *_question(step, library),
                *_figure(step, figure_problems),
                *_prediction(step, library),
            ):
                message = f"step {number} {what}"
                yield Problem(lesson_file(slug), message, remedy, rule)


Broken = Iterator[tuple[str, str, str]]


def _question(step: LessonStep, library: Library) -> Broken:
    known = {item.id for item in library.every_quiz_item()}
    if step.quiz is not None and step.quiz not in known:
        what = f"asks the quiz question '{step.quiz}', which there is not."
        yield what, "Correct the id, or write the question.", "AO-352"
    signs = {"offer_check": library.offer_signs, "call_check": library.call_signs}
    value = step.check and signs[step.check.page]
    if step.check and value and step.check.story not in value.stories:
        what = f"tells the story '{step.check.story}', which there is not."
        yield what, f"Tell one of: {', '.join(value.stories)}.", "AO-352"


def _figure(step: LessonStep, figure_problems: FigureProblems) -> Broken:
    if step.figure is None:
        return
    for said in figure_problems(step.figure.page, step.figure.address, results={}):
        what = f"does not open its page: {said}"
        yield what, "Correct 'page' or 'settings'.", "AO-353"


def _prediction(step: LessonStep, library: Library) -> Broken:
    """Yield a prediction that no words ask: the page has no such thing to predict."""
    if step.predict is None:
        return
    page, asks = step.predict.page, step.predict.asks
    key = f"predictions.{page}.{asks}.ask"
    if not any(key in said for said in library.said.values()):
        what = f"asks for a {asks} of {page}, which has no words under 'predictions'."
        remedy = "Ask for what can be predicted on the page."
        yield what, remedy, "AO-353"
