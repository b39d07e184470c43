"""A trainer's notes on a step: the lesson's own, else those of a ready lesson."""

from __future__ import annotations

from functools import lru_cache

from after_overdue.catalog.lessons import StepNotes, lessons
from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.lesson_text import ready_lesson, step_text
from after_overdue.teaching.own_step import Notes

NOWHERE = "…"
"""What stands for what is right, where the guide no longer asks a step."""


def notes_at(scene: ClassState, step: int) -> Notes | None:
    """Return the notes on a step of a class; None where there are none."""
    return step_notes(scene.lesson, step, _right(scene, step))


def asked_times(lesson: Lesson, place: int) -> int:
    """Return how often a lesson has asked the same before a place."""
    return lesson.steps[:place].count(lesson.steps[place])


def step_notes(lesson: Lesson, place: int, right: str) -> Notes | None:
    """Return the notes on a step of a lesson.

    Parameters
    ----------
    right : what is right of a prediction, in words
    """
    step, language = lesson.steps[place], lesson.language
    if step.notes:
        return step.notes
    known, text = _known(language), step_text(step)
    found = known.get((text, asked_times(lesson, place))) or known.get((text, 0))
    if found is None:
        return None
    lines = (each[language] for each in (found.point, found.wrong, found.say))
    point, wrong, say = (each.format(right=right or NOWHERE) for each in lines)
    return Notes(found.minutes, point, wrong, say)


def _right(scene: ClassState, step: int) -> str:
    if scene.lesson.steps[step].kind != "prediction":
        return ""
    try:
        return scene.asked(step).right_answer(None)
    except AfterOverdueError:
        return ""


@lru_cache(maxsize=8)
def _known(language: str) -> dict[tuple[str, int], StepNotes]:
    """Return the notes of every ready lesson, by what a step does for which time."""
    return {
        (step_text(step), asked_times(played, place)): ready.notes
        for slug, lesson in lessons().items()
        for played in [ready_lesson(slug, language)]
        for place, (step, ready) in enumerate(
            zip(played.steps, lesson.steps, strict=True)
        )
        if ready.notes
    }
