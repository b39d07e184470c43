"""The desk: what a trainer has in front of them, and the remote in their hand.

The desk is opened by the host's secret. The remote is opened by a secret that follows
from what is kept of it: it moves the class on and shows the notes, and does no more.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from after_overdue.errors import AfterOverdueError, ClassError
from after_overdue.teaching.class_session import (
    change,
    move,
    room,
    session_row,
)
from after_overdue.teaching.class_state import (
    ClassState,
    Phase,
    class_row,
    scene_of,
    shows_room,
)
from after_overdue.teaching.countdown import (
    PER_SECOND,
    SECONDS,
    Countdown,
    countdown_of,
)
from after_overdue.teaching.join_codes import KEY_LENGTH, hash_of
from after_overdue.teaching.join_codes import wall_key as wall_key_of
from after_overdue.teaching.lesson import is_drawn
from after_overdue.teaching.moments import ms
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import answers, learners


@dataclass(frozen=True)
class Seat:
    """A learner as the desk sees them.

    Attributes
    ----------
    number : in the class, in the order of joining, from 1
    answer : to this step, in words; nothing where there is none
    hidden : whether the trainer took the answer off the list
    """

    id: int
    number: int
    nickname: str
    removed: bool
    answer: str
    hidden: bool = False


@dataclass(frozen=True)
class DeskView:
    """What the desk shows.

    Attributes
    ----------
    phases : of every step
    shown : settings to which the page that is explored was moved
    curves : that the room drew at this step, once nobody draws any more
    """

    scene: ClassState
    phases: tuple[Phase, ...]
    seats: tuple[Seat, ...]
    locked: bool
    shown: Mapping[str, str]
    join_code: str
    wall_key: str
    remote_key: str
    countdown: Countdown | None = None
    curves: tuple[Any, ...] = ()

    @property
    def present(self) -> tuple[Seat, ...]:
        """Those who are in the class."""
        return tuple(each for each in self.seats if not each.removed)

    @property
    def answered(self) -> int:
        """How many of them answered this step."""
        return sum(1 for each in self.present if each.answer)


@dataclass(frozen=True)
class Holder:
    """Who asks: with the host's secret, or with a remote of a class."""

    secret: str = ""
    class_id: str = ""
    key: str = ""

    def row(self, connection: Connection, now: datetime, *, lock: bool) -> Row[Any]:
        """Return the row of the class; raise ClassError where nothing is opened."""
        if self.secret:
            return session_row(connection, self.secret, now=now, lock=lock)
        row = class_row(connection, self.class_id, now=now, lock=lock)
        if row is None:
            raise ClassError("host")
        if not hmac.compare_digest(remote_key(row.host_hash), self.key):
            raise ClassError("host")
        return row


def remote_key(host_hash: str) -> str:
    """Return the secret of a class's remote."""
    return hash_of(f"remote:{host_hash}")[:KEY_LENGTH]


def desk_view(store: Store, holder: Holder, *, now: datetime) -> DeskView:
    """Return what the desk shows; raise ClassError where nothing is opened."""
    with store.read() as connection:
        row = holder.row(connection, now, lock=False)
        scene = scene_of(row)
        return DeskView(
            scene=scene,
            phases=tuple(row.phases),
            seats=tuple(_seats(connection, row, scene)),
            locked=row.locked,
            shown=row.shown or {},
            join_code=row.join_code,
            wall_key=wall_key_of(row.host_hash),
            remote_key=remote_key(row.host_hash),
            countdown=countdown_of(row, now),
            curves=_curves(connection, row, scene),
        )


def _curves(
    connection: Connection, row: Row[Any], scene: ClassState
) -> tuple[Any, ...]:
    drawn = is_drawn(scene.step) and shows_room(scene)
    return tuple(room(connection, row.id, scene.position)) if drawn else ()


def _seats(connection: Connection, row: Row[Any], scene: ClassState) -> Iterator[Seat]:
    mine = learners.c.session_id == row.id
    people = connection.execute(select(learners).where(mine).order_by(learners.c.id))
    given = select(answers).where(
        answers.c.session_id == row.id, answers.c.step == scene.position
    )
    said = {each.learner_id: each for each in connection.execute(given)}
    for number, person in enumerate(people, 1):
        found = said.get(person.id)
        yield Seat(
            person.id,
            number,
            person.nickname or "",
            removed=person.removed_ms is not None,
            answer=_said(scene, found.response) if found else "",
            hidden=found.hidden if found else False,
        )


def _said(scene: ClassState, response: dict[str, Any]) -> str:
    try:
        return scene.asked(scene.position).said(response)
    except AfterOverdueError:
        return "…"


@contextmanager
def _changing(
    store: Store, holder: Holder, now: datetime
) -> Iterator[tuple[Connection, Row[Any]]]:
    with store.write() as connection:
        yield connection, holder.row(connection, now, lock=True)


def desk_command(
    store: Store, holder: Holder, *, rev: int, command: str, now: datetime
) -> None:
    """Do what was pressed on a view with this `rev`; raise as `command` of a class."""
    with _changing(store, holder, now) as (connection, row):
        move(store, connection, row, rev=rev, command=command)


def lock_joining(store: Store, holder: Holder, *, locked: bool, now: datetime) -> None:
    """Let nobody join any more, or everybody again."""
    with _changing(store, holder, now) as (connection, row):
        change(connection, row, locked=locked)


def seat_learner(
    store: Store, holder: Holder, *, learner: int, removed: bool, now: datetime
) -> None:
    """Take a learner out of the class, or in again; their answers are kept.

    Raises
    ------
    ClassError
        ``seat`` where the class has no such learner.
    """
    with _changing(store, holder, now) as (connection, row):
        mine = learners.c.session_id == row.id, learners.c.id == learner
        seated = ms(now) if removed else None
        taken = update(learners).where(*mine).values(removed_ms=seated)
        if not connection.execute(taken).rowcount:
            raise ClassError("seat")
        change(connection, row)


def list_answer(
    store: Store, holder: Holder, *, learner: int, hidden: bool, now: datetime
) -> None:
    """Take the text that a learner wrote off the list of this step, or put it back.

    Raises
    ------
    ClassError
        ``seat`` where the learner has written none.
    """
    with _changing(store, holder, now) as (connection, row):
        written = update(answers).where(
            answers.c.session_id == row.id,
            answers.c.step == row.position,
            answers.c.learner_id == learner,
        )
        if not connection.execute(written.values(hidden=hidden)).rowcount:
            raise ClassError("seat")
        change(connection, row)


def count_down(
    store: Store, holder: Holder, *, rev: int, seconds: int, now: datetime
) -> None:
    """Begin a countdown of the step, or with no seconds end it.

    Raises
    ------
    ClassError
        ``stale`` where the class has moved on, ``not_now`` where nobody can answer.
    """
    with _changing(store, holder, now) as (connection, row):
        scene = scene_of(row)
        if rev != row.rev:
            raise ClassError("stale")
        if seconds and (seconds not in SECONDS or scene.phase != "open"):
            raise ClassError("not_now", command="count", phase=scene.phase)
        ends = ms(now) + seconds * PER_SECOND if seconds else None
        change(connection, row, ends_ms=ends)


def show_page(
    store: Store, holder: Holder, *, settings: Mapping[str, str], now: datetime
) -> None:
    """Move the page that is explored together to other settings."""
    with _changing(store, holder, now) as (connection, row):
        change(connection, row, shown=dict(settings))
