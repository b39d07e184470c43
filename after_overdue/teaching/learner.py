"""A learner of a class: how one joins, sees the step, and answers it once.

A learner is known by a random token alone: a cookie, this browser's storage and a
personal link carry it; the tables keep its hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.dialects import postgresql, sqlite

from after_overdue.catalog.parameters import value
from after_overdue.errors import ClassError
from after_overdue.teaching.class_state import ClassState, scene_of
from after_overdue.teaching.join_codes import (
    hash_of,
    is_secret,
    new_secret,
    typed_join_code,
)
from after_overdue.teaching.moments import moment, ms
from after_overdue.teaching.nicknames import LONGEST, checked_nickname
from after_overdue.teaching.responses import checked_response
from after_overdue.teaching.store import Store
from after_overdue.teaching.stored_responses import (
    StoredResponse,
    StoredStep,
    given_in_lesson,
    given_to,
)
from after_overdue.teaching.tables import answers, class_sessions, learners

HIGHEST_SEQ = 2**53
"""The largest whole number that a browser counts exactly."""


@dataclass(frozen=True)
class Invitation:
    """A class that somebody may join, and the secret of its link."""

    scene: ClassState
    secret: str
    expires: datetime


@dataclass(frozen=True)
class Joined:
    """A new learner. The token is told here and never again."""

    class_id: str
    token: str
    expires: datetime


@dataclass(frozen=True)
class LearnerView:
    """What one learner's page shows: the scene, and what this learner answered.

    Attributes
    ----------
    given : to the step that is shown
    lesson_given : to each step that was played, once the lesson has ended
    """

    scene: ClassState
    learner_id: int
    nickname: str | None
    given: StoredResponse | None
    opened: datetime
    expires: datetime
    lesson_given: tuple[StoredStep, ...] = ()


def invitation(
    store: Store, *, now: datetime, code: str = "", secret: str = ""
) -> Invitation:
    """Return the class that a typed code, or the secret of a link, leads to.

    Raises
    ------
    ClassError
        ``code`` or ``link`` where there is none, ``expired`` where its time is over.
    """
    with store.read() as connection:
        row = _invited(connection, code=code, secret=secret, now=now)
        return Invitation(scene_of(row), row.join_secret, moment(row.expires_ms))


def join(
    store: Store,
    *,
    now: datetime,
    code: str = "",
    secret: str = "",
    nickname: str = "",
    token: str = "",
) -> Joined:
    """Make a new learner of the class that a code or a link's secret leads to.

    Parameters
    ----------
    token : of the learner, from the page with the invitation
        A press that counts twice joins once. Without it a new one is made.

    Raises
    ------
    ClassError
        As `invitation`, as `checked_nickname`, ``full``, ``locked``, or ``no_name``
        where the class asks for one.
    """
    name = checked_nickname(nickname)
    most = value("class_session.most_learners", now.date()).number
    token = token if is_secret(token) else new_secret()
    known = hash_of(token)
    with store.write() as connection:
        row = _invited(connection, code=code, secret=secret, now=now, lock=True)
        if row.locked and not _is_in(connection, row, known):
            raise ClassError("locked")
        if row.asks_name and name is None:
            raise ClassError("no_name", most=LONGEST)
        others = learners.c.session_id == row.id, learners.c.token_hash != known
        if (connection.scalar(select(func.count()).where(*others)) or 0) >= most:
            raise ClassError("full", most=most)
        new = {
            "session_id": row.id,
            "token_hash": known,
            "nickname": name,
            "joined_ms": ms(now),
        }
        once = store.insert(learners).values(new)
        connection.execute(once.on_conflict_do_nothing(index_elements=["token_hash"]))
    return Joined(row.class_id, token, moment(row.expires_ms))


def _is_in(connection: Connection, row: Row[Any], token_hash: str) -> bool:
    mine = learners.c.session_id == row.id, learners.c.token_hash == token_hash
    return connection.scalar(select(learners.c.id).where(*mine)) is not None


def learner_view(store: Store, token: str, *, now: datetime) -> LearnerView:
    """Return what the learner with this token sees; raise ClassError if nobody is."""
    with store.read() as connection:
        row, learner = _known(connection, token, now=now)
        return _view(connection, row, learner)


def answer(
    store: Store,
    token: str,
    *,
    step: int,
    response: object,
    now: datetime,
    seq: int | None = None,
    language: str = "",
) -> LearnerView:
    """Keep a learner's answer to a step, and return what the learner sees then.

    The same answer may be sent any number of times: it is kept once. What is `given`
    in what this returns has been committed.

    Parameters
    ----------
    step : index of the step in the lesson, from 0
    response : JSON values
        A prediction: ``{"month": 25}``, ``{"number": 12.5}`` or both; ``null`` for
        "there is no such month" where a model may say so. A question:
        ``{"options": ["a"]}``, ``{"number": 3}`` or ``{"order": ["b", "a"]}``.
    seq : higher than that of the answer this one replaces
        One that is no newer changes nothing. None replaces whatever is kept.
    language : of the sentence that says why a response is none; else the class's

    Raises
    ------
    ClassError
        ``closed``, ``not_open``, ``other_step`` or ``response``.
    """
    with store.write() as connection:
        row, learner = _known(connection, token, now=now, share=True)
        scene = _answerable(scene_of(row).in_language(language), row.phases, step)
        kept = checked_response(scene, step, response)
        if seq is not None and not 0 < seq <= HIGHEST_SEQ:
            raise ClassError("seq", given=seq, most=HIGHEST_SEQ)
        new = {
            "session_id": row.id,
            "step": step,
            "learner_id": learner.id,
            "response": kept,
            "seq": seq or 1,
            "answered_ms": ms(now),
        }
        connection.execute(_upsert(new, store, always=seq is None))
        return _view(connection, row, learner)


def _upsert(
    new: dict[str, Any], store: Store, *, always: bool
) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that replaces an older answer, or with `always` any."""
    offered = store.insert(answers).values(new)
    changed = offered.excluded
    return offered.on_conflict_do_update(
        index_elements=["session_id", "step", "learner_id"],
        set_={
            "response": changed.response,
            "seq": answers.c.seq + 1 if always else changed.seq,
            "answered_ms": changed.answered_ms,
        },
        where=None if always else changed.seq > answers.c.seq,
    )


def _answerable(scene: ClassState, phases: list[str], step: int) -> ClassState:
    """Return the scene if the step takes answers; raise ClassError with the reason."""
    if not 0 <= step < scene.steps:
        raise ClassError("no_step", given=step + 1, most=scene.steps)
    if phases[step] in ("closed", "revealed"):
        raise ClassError("closed")
    if step != scene.position:
        raise ClassError("other_step")
    if phases[step] == "waiting":
        raise ClassError("not_open")
    return scene


def _invited(
    connection: Connection,
    *,
    code: str,
    secret: str,
    now: datetime,
    lock: bool = False,
) -> Row[Any]:
    """Return the row of the class that a code or a secret leads to.

    `lock` makes others who join wait, so that who counts sees them; answers do not.
    """
    column = class_sessions.c.join_secret if secret else class_sessions.c.join_code
    key = secret or typed_join_code(code)
    found = None
    if key.isprintable():
        asked = select(class_sessions).where(column == key)
        locked = asked.with_for_update(key_share=True) if lock else asked
        found = connection.execute(locked)
    row = found.first() if found else None
    if row is None:
        raise ClassError("link") if secret else ClassError("code", given=code[:20])
    if row.expires_ms <= ms(now):
        raise ClassError("expired")
    return row


def _known(
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


def _view(connection: Connection, row: Row[Any], learner: Row[Any]) -> LearnerView:
    scene = scene_of(row)
    given = given_to(connection, row.id, scene.position, learner.id)
    every = given_in_lesson(connection, row, learner.id) if scene.step is None else ()
    return LearnerView(
        scene=scene,
        learner_id=learner.id,
        nickname=learner.nickname,
        given=given,
        opened=moment(row.opened_ms),
        expires=moment(row.expires_ms),
        lesson_given=every,
    )
