"""The wall: what a projector shows of a class, opened by a secret that only looks."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import room
from after_overdue.teaching.class_state import (
    ClassState,
    class_row,
    scene_of,
    shows_room,
)
from after_overdue.teaching.countdown import Countdown, countdown_of
from after_overdue.teaching.join_codes import wall_key
from after_overdue.teaching.learned import Pairs, asked_before, pairs
from after_overdue.teaching.store import Store
from after_overdue.teaching.stored_responses import counted


@dataclass(frozen=True)
class WallView:
    """What everybody in the room sees on the wall.

    Attributes
    ----------
    learners, answered : how many have joined, and how many answered this step
    room : the responses to this step, once they are revealed; curves once it is closed
    shown : settings to which the page that is explored was moved
    learned : answers before and after by step, of this one where it asks again and its
        room is shown; at the end of every one that was revealed
    """

    scene: ClassState
    join_code: str
    join_secret: str
    learners: int
    answered: int
    room: tuple[Any, ...]
    shown: Mapping[str, str] = field(default_factory=dict)
    countdown: Countdown | None = None
    learned: Mapping[int, Pairs] = field(default_factory=dict)


def wall_view(store: Store, class_id: str, key: str, *, now: datetime) -> WallView:
    """Return what the wall of a class shows; raise ClassError where there is none.

    Raises
    ------
    ClassError
        ``wall`` where the key opens no wall, or the class is gone.
    """
    with store.read() as connection:
        row = class_row(connection, class_id, now=now)
        if row is None or not _opens(row, key):
            raise ClassError("wall")
        return _view(connection, row, now)


def _opens(row: Row[Any], key: str) -> bool:
    return hmac.compare_digest(wall_key(row.host_hash).encode(), key.encode())


def _view(connection: Connection, row: Row[Any], now: datetime) -> WallView:
    scene = scene_of(row)
    joined, given = counted(connection, row.id, scene.position)
    shown = shows_room(scene)
    return WallView(
        scene=scene,
        join_code=row.join_code,
        join_secret=row.join_secret,
        learners=joined,
        answered=given,
        room=tuple(room(connection, row.id, scene.position)) if shown else (),
        shown=row.shown or {},
        countdown=countdown_of(row, now),
        learned={
            each: pairs(connection, row, each)
            for each in asked_before(scene.lesson)
            if (shown and each == scene.position)
            or (scene.step is None and row.phases[each] == "revealed")
        },
    )
