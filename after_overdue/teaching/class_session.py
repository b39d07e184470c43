"""A class session as its trainer holds it: opened, moved step by step, removed.

Every step of the lesson has a phase: ``waiting`` → ``open`` → ``closed`` →
``revealed``. A command names the `rev` of the view that it was pressed on; a command
from an older view is refused, so that two tabs of one trainer cannot fight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, delete, insert, select, update

from after_overdue.catalog.parameters import value
from after_overdue.errors import ClassError
from after_overdue.teaching.checked_lesson import checked_lesson
from after_overdue.teaching.class_state import ClassState, Phase, class_row, scene_of
from after_overdue.teaching.expiry import expire
from after_overdue.teaching.join_codes import (
    hash_of,
    new_join_code,
    new_secret,
    wall_key,
)
from after_overdue.teaching.lesson import Lesson, is_shown_only, lesson_json
from after_overdue.teaching.lti.outbox import due
from after_overdue.teaching.moments import moment, ms
from after_overdue.teaching.store import Store
from after_overdue.teaching.store_notifications import notify
from after_overdue.teaching.stored_responses import counted
from after_overdue.teaching.tables import answers, class_sessions, learners, present

Command = Literal["open", "close", "reveal", "next", "back"]
FROM: Mapping[str, tuple[Phase, ...]] = MappingProxyType(
    {
        "open": ("waiting", "closed"),
        "close": ("open",),
        "reveal": ("open", "closed"),
    }
)
"""The phases from which a command is possible; a closed step may open again."""
TO: Mapping[str, Phase] = MappingProxyType(
    {"open": "open", "close": "closed", "reveal": "revealed"}
)


@dataclass(frozen=True)
class Opened:
    """A new class session. The host secret is told here and never again."""

    class_id: str
    join_code: str
    join_secret: str
    host_secret: str


@dataclass(frozen=True)
class HostView:
    """What the trainer's page shows."""

    scene: ClassState
    lesson: Lesson
    join_code: str
    join_secret: str
    phases: tuple[Phase, ...]
    learners: int
    answered: int
    locked: bool
    wall_key: str
    opened: datetime
    expires: datetime


def open_class_session(
    store: Store,
    lesson: Lesson,
    *,
    now: datetime,
    zone: str = "UTC",
    asks_name: bool = False,
    own_pace: bool = False,
    host_secret: str = "",
) -> Opened:
    """Open a class session for a lesson; expired ones are removed on the way.

    Parameters
    ----------
    zone : whose time the results tell, such as ``Asia/Shanghai``
    asks_name : whether who joins has to type a name or a staff number
    own_pace : whether every learner goes at their own speed
    host_secret : where it is known beforehand; else a new one

    Raises
    ------
    ClassError
        Where the lesson cannot be played.
    """
    checked = checked_lesson(lesson, now.date())
    secret = host_secret or new_secret()
    opened = Opened(new_secret(), new_join_code(), new_secret(), secret)
    kept = timedelta(days=value("class_session.days_kept", now.date()).number)
    row = {
        "class_id": opened.class_id,
        "lesson": lesson_json(checked),
        "join_code": opened.join_code,
        "join_secret": opened.join_secret,
        "host_hash": hash_of(opened.host_secret),
        "position": 0,
        "phases": ["open" if own_pace else "waiting"] * len(checked.steps),
        "rev": 1,
        "opened_ms": ms(now),
        "expires_ms": ms(now + kept),
        "zone": zone,
        "asks_name": asks_name,
        "own_pace": own_pace,
    }
    expire(store, now=now)
    with store.write() as connection:
        connection.execute(insert(class_sessions).values(row))
    return opened


def host_view(store: Store, host_secret: str, *, now: datetime) -> HostView:
    """Return the class session that a host secret opens; raise ClassError if none."""
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        return _view(connection, row)


def command(
    store: Store, host_secret: str, *, rev: int, command: str, now: datetime
) -> HostView:
    """Do what the trainer pressed, and return the view after it.

    Parameters
    ----------
    rev : the `scene.rev` of the view that the trainer pressed it on
    command : one of ``open``, ``close``, ``reveal``, ``next`` and ``back``
        ``reveal`` closes an open step first. ``next`` and ``back`` close an open step
        that they leave; ``next`` after the last step ends the lesson.

    Raises
    ------
    ClassError
        ``host`` where the secret opens nothing, ``stale`` where another tab was
        first, ``not_now`` where the phase does not allow it.
    """
    with store.write() as connection:
        row = session_row(connection, host_secret, now=now, lock=True)
        move(store, connection, row, rev=rev, command=command)
        return _view(connection, session_row(connection, host_secret, now=now))


def move(
    store: Store, connection: Connection, row: Row[Any], *, rev: int, command: str
) -> None:
    """Do a command on the class of a row that is locked; raise as `command`."""
    if row.own_pace:
        raise ClassError("own_pace")
    if rev != row.rev:
        raise ClassError("stale")
    after = _after(scene_of(row), row, command)
    change(connection, row, **after)
    if after.get("position") == len(row.phases):
        due(store, connection, learners.c.session_id == row.id)


def change(connection: Connection, row: Row[Any], **columns: object) -> None:
    """Change a class, so that everybody who looks is told."""
    changed = {**columns, "rev": row.rev + 1}
    mine = class_sessions.c.id == row.id
    connection.execute(update(class_sessions).where(mine).values(changed))
    notify(connection, row.class_id)


def responses(store: Store, host_secret: str, step: int, *, now: datetime) -> list[Any]:
    """Return the room's responses to a step, first answered first.

    Parameters
    ----------
    step : index of the step in the lesson, from 0
    """
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        return room(connection, row.id, step)


def room(connection: Connection, session_id: int, step: int) -> list[Any]:
    """Return the responses to one step of one session."""
    found = (
        select(answers.c.response)
        .join(learners, learners.c.id == answers.c.learner_id)
        .where(answers.c.session_id == session_id, answers.c.step == step, present)
        .where(answers.c.hidden.is_(False))
        .order_by(answers.c.answered_ms, answers.c.learner_id)
    )
    return list(connection.scalars(found))


def stage(
    store: Store, class_id: str, *, now: datetime
) -> tuple[ClassState, list[Any]]:
    """Return what everybody in a class sees, and the responses once revealed.

    Raises
    ------
    ClassError
        ``learner`` where there is no such class (any more).
    """
    with store.read() as connection:
        row = class_row(connection, class_id, now=now)
        if row is None:
            raise ClassError("learner")
        scene = scene_of(row)
        shown = scene.phase == "revealed"
        return scene, room(connection, row.id, scene.position) if shown else []


def revs(store: Store, class_ids: Sequence[str], *, now: datetime) -> dict[str, int]:
    """Return the rev of each of these classes that is still there."""
    query = select(class_sessions.c.class_id, class_sessions.c.rev).where(
        class_sessions.c.class_id.in_(class_ids),
        class_sessions.c.expires_ms > ms(now),
    )
    with store.read() as connection:
        return {row.class_id: row.rev for row in connection.execute(query)}


def delete_class_session(store: Store, host_secret: str, *, now: datetime) -> None:
    """Remove a class session, its learners and their answers, for good."""
    with store.write() as connection:
        remove(connection, session_row(connection, host_secret, now=now, lock=True))


def remove(connection: Connection, row: Row[Any]) -> None:
    """Remove the class of a row, and tell those who listen to it."""
    connection.execute(delete(class_sessions).where(class_sessions.c.id == row.id))
    notify(connection, row.class_id)


def session_row(
    connection: Connection, host_secret: str, *, now: datetime, lock: bool = False
) -> Row[Any]:
    """Return the row that a host secret opens; raise ClassError if there is none."""
    mine = class_sessions.c.host_hash == hash_of(host_secret)
    query = select(class_sessions).where(mine)
    row = connection.execute(query.with_for_update() if lock else query).first()
    if row is None or row.expires_ms <= ms(now):
        raise ClassError("host")
    return row


def _after(scene: ClassState, row: Row[Any], command: str) -> dict[str, Any]:
    """Return the columns that a command changes."""
    if command not in get_args(Command):
        raise ClassError("command", given=command, allowed=", ".join(get_args(Command)))
    if command in ("next", "back"):
        return _moved(scene, row, 1 if command == "next" else -1)
    readable = scene.step is None or is_shown_only(scene.step.kind)
    if scene.phase not in FROM[command] or (readable and command != "open"):
        raise ClassError("not_now", command=command, phase=scene.phase)
    return {"phases": _with(row, scene.position, TO[command]), "ends_ms": None}


def _moved(scene: ClassState, row: Row[Any], by: int) -> dict[str, Any]:
    position = scene.position + by
    if not 0 <= position <= scene.steps:
        command = "next" if by > 0 else "back"
        raise ClassError("not_now", command=command, phase=scene.phase)
    left_open = scene.phase == "open"
    phases = _with(row, scene.position, "closed") if left_open else row.phases
    return {"position": position, "phases": phases, "shown": None, "ends_ms": None}


def _with(row: Row[Any], position: int, phase: Phase) -> list[Phase]:
    return [*row.phases[:position], phase, *row.phases[position + 1 :]]


def _view(connection: Connection, row: Row[Any]) -> HostView:
    scene = scene_of(row)
    joined, given = counted(connection, row.id, scene.position)
    return HostView(
        scene=scene,
        lesson=scene.lesson,
        join_code=row.join_code,
        join_secret=row.join_secret,
        phases=tuple(row.phases),
        learners=joined,
        answered=given,
        locked=row.locked,
        wall_key=wall_key(row.host_hash),
        opened=moment(row.opened_ms),
        expires=moment(row.expires_ms),
    )
