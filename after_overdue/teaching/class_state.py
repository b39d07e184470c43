"""The scene: what everybody in a class sees now, the same for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from after_overdue.teaching.asked import Asked, asked_step
from after_overdue.teaching.lesson import Lesson, Step, is_drawn, lesson_of
from after_overdue.teaching.moments import moment, ms
from after_overdue.teaching.tables import class_sessions

Phase = Literal["waiting", "open", "closed", "revealed", "ended"]


@dataclass(frozen=True)
class ClassState:
    """A class session at one of its steps.

    Attributes
    ----------
    class_id : names the class in addresses; it opens nothing by itself
    rev : grows by 1 with every command of the trainer
    day : of its opening, UTC; numbers and rules are those of this day throughout
    position : index of the step, from 0; the number of steps once the lesson has ended
    phase : of this step; a page to explore is only ever ``waiting``, ``open`` or
        ``closed``; ``ended`` after the last step
    read_in : the language of whoever looks; nothing for that of the lesson
    asks_name : whether who joins has to type a name or a staff number
    zone : in which the class takes place, such as ``Asia/Shanghai``
    own_pace : whether every learner goes at their own speed
    """

    session_id: int
    class_id: str
    lesson: Lesson
    rev: int
    day: date
    position: int
    phase: Phase
    read_in: str = ""
    asks_name: bool = False
    zone: str = "UTC"
    own_pace: bool = False

    @property
    def language(self) -> str:
        """The language in which the class is seen."""
        return self.read_in or self.lesson.language

    @property
    def steps(self) -> int:
        """How many steps the lesson has."""
        return len(self.lesson.steps)

    @property
    def step(self) -> Step | None:
        """The step that is shown; None once the lesson has ended."""
        ended = self.position >= self.steps
        return None if ended else self.lesson.steps[self.position]

    def asked(self, step: int) -> Asked:
        """Return what a step asks; raise ClassError where it asks nothing."""
        return asked_step(self.lesson.steps[step], self.language, self.day)

    def in_language(self, language: str) -> ClassState:
        """Return the same as it is seen in another language."""
        return replace(self, read_in=language)


def shows_room(scene: ClassState) -> bool:
    """Return whether a trainer and a wall show the room's answers.

    Curves are shown as a fan once nobody draws any more, before the model is.
    """
    phases = ("closed", "revealed") if is_drawn(scene.step) else ("revealed",)
    return scene.phase in phases


def scene_of(row: Row[Any]) -> ClassState:
    """Return the scene that a row of `class_sessions` stands for."""
    lesson = lesson_of(row.lesson)
    ended = row.position >= len(lesson.steps)
    return ClassState(
        session_id=row.id,
        class_id=row.class_id,
        lesson=lesson,
        rev=row.rev,
        day=moment(row.opened_ms).date(),
        position=row.position,
        phase="ended" if ended else row.phases[row.position],
        asks_name=row.asks_name,
        zone=row.zone,
        own_pace=row.own_pace,
    )


def class_row(
    connection: Connection, class_id: str, *, now: datetime, lock: bool = False
) -> Row[Any] | None:
    """Return the row of a class that goes on; None where there is none.

    What is not printable is no class's, and no text that every database takes.
    """
    if not class_id.isprintable():
        return None
    query = select(class_sessions).where(class_sessions.c.class_id == class_id)
    row = connection.execute(query.with_for_update() if lock else query).first()
    return row if row is not None and row.expires_ms > ms(now) else None
