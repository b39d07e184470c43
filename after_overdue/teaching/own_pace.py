"""A class at one's own speed: each learner is at a step of their own.

A step is open until the learner has answered it, and revealed from then on, so that
nobody waits for the trainer and nobody answers after the answer was shown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import room, session_row
from after_overdue.teaching.class_state import ClassState, scene_of
from after_overdue.teaching.own_step import TextStep
from after_overdue.teaching.store import Store
from after_overdue.teaching.stored_responses import StoredResponse, given_to
from after_overdue.teaching.tables import answers, learners, present


def seen_by(
    connection: Connection, row: Row[Any], learner: Row[Any]
) -> tuple[ClassState, StoredResponse | None]:
    """Return what a learner sees of a class, and what they answered to that step."""
    scene = scene_of(row)
    if row.own_pace:
        scene = replace(scene, position=min(learner.position, scene.steps))
    given = given_to(connection, row.id, scene.position, learner.id)
    if row.own_pace and scene.step is None:
        return replace(scene, phase="ended"), None
    if row.own_pace:
        return replace(scene, phase="revealed" if given else "open"), given
    return scene, given


def room_of(
    connection: Connection, scene: ClassState, given: StoredResponse | None
) -> tuple[Any, ...]:
    """Return the responses that a step at one's own speed is revealed with.

    A text that no trainer has released is shown to nobody but its writer.
    """
    if not scene.own_pace or given is None:
        return ()
    if isinstance(scene.step, TextStep):
        return (given.response,)
    return tuple(room(connection, scene.session_id, scene.position))


def walked(connection: Connection, row: Row[Any], learner: Row[Any], to: int) -> None:
    """Take a learner to a step, or to the end; raise ClassError where there is none."""
    steps = scene_of(row).steps
    if not row.own_pace:
        raise ClassError("other_step")
    if not 0 <= to <= steps:
        raise ClassError("no_step", given=to + 1, most=steps)
    mine = learners.c.id == learner.id
    connection.execute(update(learners).where(mine).values(position=to))


def progress(
    store: Store, host_secret: str, *, now: datetime
) -> tuple[tuple[int, ...], int]:
    """Return how many learners answered each step, and how many are at the end."""
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        steps = scene_of(row).steps
        here = learners.c.session_id == row.id, present
        query = (
            select(answers.c.step, func.count())
            .select_from(answers.join(learners, learners.c.id == answers.c.learner_id))
            .where(*here)
            .group_by(answers.c.step)
        )
        given = {step: count for step, count in connection.execute(query)}  # noqa: C416
        ended = select(func.count()).where(*here, learners.c.position >= steps)
        done = connection.scalar(ended) or 0
    return tuple(given.get(step, 0) for step in range(steps)), done
