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
from after_overdue.teaching.lti.outbox import due
from after_overdue.teaching.moments import moment, ms
from after_overdue.teaching.nicknames import LONGEST, checked_nickname
from after_overdue.teaching.own_pace import seen_by, walked
from after_overdue.teaching.responses import checked_response
from after_overdue.teaching.seen import LearnerView, known, view_of
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import answers, class_sessions, learners, present

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
    hashed = hash_of(token)
    with store.write() as connection:
        row = _invited(connection, code=code, secret=secret, now=now, lock=True)
        if row.locked and not _is_in(connection, row, hashed):
            raise ClassError("locked")
        if row.asks_name and name is None:
            raise ClassError("no_name", most=LONGEST)
        others = learners.c.session_id == row.id, learners.c.token_hash != hashed
        seated = select(func.count()).where(*others, present)
        if (connection.scalar(seated) or 0) >= most:
            raise ClassError("full", most=most)
        new = {
            "session_id": row.id,
            "token_hash": hashed,
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
        row, learner = known(connection, token, now=now)
        return view_of(connection, row, learner)


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
        row, learner = known(connection, token, now=now, share=True)
        scene, given = seen_by(connection, row, learner)
        if row.own_pace and given and given.response == response:
            return view_of(connection, row, learner)
        _answerable(scene, row.phases, step)
        kept = checked_response(scene.in_language(language), step, response)
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
        if row.own_pace:
            due(store, connection, learners.c.id == learner.id)
        return view_of(connection, row, learner)


def walk(store: Store, token: str, *, to: int, now: datetime) -> LearnerView:
    """Take a learner to a step, from 0, of a class at one's own speed.

    Raises
    ------
    ClassError
        ``no_step``, or ``other_step`` where the trainer moves the class.
    """
    with store.write() as connection:
        row, learner = known(connection, token, now=now)
        walked(connection, row, learner, to)
        due(store, connection, learners.c.id == learner.id)
        return view_of(connection, *known(connection, token, now=now))


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


def _answerable(scene: ClassState, phases: list[str], step: int) -> None:
    """Raise ClassError with the reason where a step takes no answer."""
    if not 0 <= step < scene.steps:
        raise ClassError("no_step", given=step + 1, most=scene.steps)
    phase = scene.phase if step == scene.position else phases[step]
    if phase in ("closed", "revealed"):
        raise ClassError("closed")
    if step != scene.position:
        raise ClassError("other_step")
    if phase == "waiting":
        raise ClassError("not_open")


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
