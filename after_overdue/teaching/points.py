"""Points: a learner has one for each step with a right answer that they got right.

The results, the grade that a course platform is sent and a learner's last page all
count them here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.stored_responses import Response


@dataclass(frozen=True)
class Points:
    """How many answers are right, of how many steps that have a right answer."""

    right: int
    of: int


def is_point(scene: ClassState, step: int, response: Response | None) -> bool | None:
    """Return whether a step, from 0, brings its point; no answer brings none.

    None where nothing is right, or where the guide no longer asks this.
    """
    try:
        asked = scene.asked(step)
        if not asked.has_right:
            return None
        return response is not None and bool(asked.is_right(response))
    except AfterOverdueError:
        return None


def points(scene: ClassState, given: Iterable[tuple[int, Response | None]]) -> Points:
    """Return the points of a learner.

    Parameters
    ----------
    given : each step that was asked, from 0, and the response to it, if any
    """
    found = (is_point(scene, step, response) for step, response in given)
    marks = [each for each in found if each is not None]
    return Points(sum(marks), len(marks))
