"""The results of a class: what each learner answered to each step that was played."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from after_overdue.teaching.class_session import session_row
from after_overdue.teaching.class_state import ClassState, scene_of
from after_overdue.teaching.lesson import Step
from after_overdue.teaching.moments import moment
from after_overdue.teaching.points import is_point
from after_overdue.teaching.store import Store
from after_overdue.teaching.stored_responses import is_asked
from after_overdue.teaching.tables import answers, learners, present


@dataclass(frozen=True)
class Person:
    """Who is in the class; `learner` is their number by the order of joining."""

    learner: int
    nickname: str | None
    joined: datetime


@dataclass(frozen=True)
class Result:
    """What one learner answered to one step; None where there is no answer.

    Attributes
    ----------
    step : number of the step in the lesson, from 1
    right : None without an answer, or where the guide no longer asks this
    """

    person: Person
    step: int
    asked: Step
    response: dict[str, Any] | None
    right: bool | None
    answered: datetime | None


def attendance(store: Store, host_secret: str, *, now: datetime) -> list[Person]:
    """Return everybody in the class, in the order of joining."""
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        return list(_people(connection, row).values())


def _people(connection: Connection, row: Row[Any]) -> dict[int, Person]:
    """Return the people of a class by the id of their row."""
    mine = learners.c.session_id == row.id, present
    here = select(learners).where(*mine).order_by(learners.c.id)
    return {
        each.id: Person(number, each.nickname, moment(each.joined_ms))
        for number, each in enumerate(connection.execute(here), 1)
    }


def results(store: Store, host_secret: str, *, now: datetime) -> list[Result]:
    """Return a row for each learner and each step that has been asked."""
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        scene = scene_of(row)
        people = _people(connection, row)
        given = select(answers).where(answers.c.session_id == row.id)
        by_place = {
            (each.learner_id, each.step): each for each in connection.execute(given)
        }
    return [
        _result(scene, person, step, by_place.get((learner, step)))
        for learner, person in people.items()
        for step in range(scene.steps)
        if is_asked(row, step)
    ]


def _result(
    scene: ClassState, person: Person, step: int, given: Row[Any] | None
) -> Result:
    return Result(
        person=person,
        step=step + 1,
        asked=scene.lesson.steps[step],
        response=given.response if given else None,
        right=is_point(scene, step, given.response) if given else None,
        answered=moment(given.answered_ms) if given else None,
    )
