"""A trainer's notes on a step: the lesson's own, else those of a ready lesson."""

from __future__ import annotations

from functools import lru_cache

from after_overdue.catalog.lessons import StepNotes, lessons
from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.lesson import Step
from after_overdue.teaching.lesson_text import ready_lesson, step_text
from after_overdue.teaching.own_step import Notes

NOWHERE = "…"
"""What stands for what is right, where the guide no longer asks a step."""


def notes_at(scene: ClassState, step: int) -> Notes | None:
    """Return the notes on a step of a class; None where there are none."""
    asked = scene.lesson.steps[step]
    return step_notes(asked, scene.lesson.language, _right(scene, step))


def step_notes(step: Step, language: str, right: str) -> Notes | None:
    """Return the notes on a step.

    Parameters
    ----------
    right : what is right of a prediction, in words
    """
    if step.notes:
        return step.notes
    found = _known(language).get(step_text(step))
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
def _known(language: str) -> dict[str, StepNotes]:
    """Return the notes of every ready lesson, by what their step does."""
    return {
        step_text(step): ready.notes
        for slug, lesson in lessons().items()
        for step, ready in zip(
            ready_lesson(slug, language).steps, lesson.steps, strict=True
        )
        if ready.notes
    }
