"""What a class learned: the same prediction, asked before and after.

A lesson that asks a prediction twice, at the same settings, compares the two: who
answered both is compared with themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from after_overdue.teaching.class_session import session_row
from after_overdue.teaching.class_state import scene_of
from after_overdue.teaching.lesson import Lesson, Prediction
from after_overdue.teaching.reveal import texts
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import answers, learners, present

Pairs = tuple[tuple[Any, Any], ...]
"""Responses before and after, of each who gave both."""


def asked_before(lesson: Lesson) -> Mapping[int, int]:
    """Return for each step that asks a prediction again the one that asked it first."""
    first: dict[object, int] = {}
    found = {}
    for place, step in enumerate(lesson.steps):
        if isinstance(step, Prediction):
            earlier = first.setdefault(_asks(step), place)
            if earlier != place:
                found[place] = earlier
    return found


def asked_again(lesson: Lesson, place: int) -> int | None:
    """Return the next step that asks the same as a step; None where there is none."""
    before = asked_before(lesson)
    first = before.get(place, place)
    return next((at for at in before if before[at] == first and at > place), None)


def _asks(step: Prediction) -> object:
    return step.page, step.asks, tuple(sorted(texts(step.settings).items()))


def pairs(connection: Connection, row: Row[Any], place: int) -> Pairs:
    """Return the responses before and after of a class at a step that asks again."""
    earlier = asked_before(scene_of(row).lesson).get(place)
    if earlier is None:
        return ()
    before, after = answers.alias(), answers.alias()
    same = before.c.learner_id == after.c.learner_id
    query = (
        select(before.c.response, after.c.response)
        .join(after, same & (before.c.session_id == after.c.session_id))
        .join(learners, learners.c.id == after.c.learner_id)
        .where(before.c.session_id == row.id, present)
        .where(before.c.step == earlier, after.c.step == place)
        .order_by(after.c.learner_id)
    )
    return tuple((each[0], each[1]) for each in connection.execute(query))


def paired_responses(
    store: Store, host_secret: str, step: int, *, now: datetime
) -> Pairs:
    """Return the pairs of the class that a host's secret opens.

    Parameters
    ----------
    step : index of the step in the lesson, from 0
    """
    with store.read() as connection:
        return pairs(connection, session_row(connection, host_secret, now=now), step)
