"""What one learner sees: found by the learner's token, the same for page and script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from after_overdue.errors import ClassError
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.moments import moment, ms
from after_overdue.teaching.own_pace import room_of, seen_by
from after_overdue.teaching.stored_responses import (
    StoredResponse,
    StoredStep,
    given_in_lesson,
)
from after_overdue.teaching.tables import class_sessions, learners


@dataclass(frozen=True)
class LearnerView:
    """What one learner's page shows: the scene, and what this learner answered.

    Attributes
    ----------
    given : to the step that is shown
    lesson_given : to each step that was played, once the lesson has ended
    from_platform : whether a course platform sent this learner, by an id of its own
    room : the responses to the step, where it is revealed to this learner alone
    """

    scene: ClassState
    learner_id: int
    nickname: str | None
    given: StoredResponse | None
    opened: datetime
    expires: datetime
    lesson_given: tuple[StoredStep, ...] = ()
    room: tuple[Any, ...] = ()
    from_platform: bool = False


def known(
    connection: Connection, token: str, *, now: datetime, share: bool = False
) -> tuple[Row[Any], Row[Any]]:
    """Return the rows of the class and the learner that a token belongs to.

    `share` keeps the trainer from closing the step until this transaction ends: it
    takes the lock that the reference to the class takes anyway.
    """
    mine = learners.c.token_hash == hash_of(token)
    learner = connection.execute(select(learners).where(mine)).first()
    if learner is None:
        raise ClassError("learner")
    query = select(class_sessions).where(class_sessions.c.id == learner.session_id)
    locked = query.with_for_update(read=True, key_share=True) if share else query
    row = connection.execute(locked).first()
    if row is None or row.expires_ms <= ms(now):
        raise ClassError("learner" if row is None else "expired")
    if learner.removed_ms is not None:
        raise ClassError("removed")
    return row, learner


def view_of(connection: Connection, row: Row[Any], learner: Row[Any]) -> LearnerView:
    """Return what the page of a learner shows."""
    scene, given = seen_by(connection, row, learner)
    every = given_in_lesson(connection, row, learner.id) if scene.step is None else ()
    return LearnerView(
        scene=scene,
        learner_id=learner.id,
        nickname=learner.nickname,
        given=given,
        opened=moment(row.opened_ms),
        expires=moment(row.expires_ms),
        lesson_given=every,
        from_platform=learner.platform_user is not None,
        room=room_of(connection, scene, given),
    )
