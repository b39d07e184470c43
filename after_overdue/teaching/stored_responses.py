"""What a learner has answered, as the tables keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from after_overdue.teaching.lesson import is_shown_only
from after_overdue.teaching.tables import answers, learners, present

Response = dict[str, Any]


@dataclass(frozen=True)
class StoredResponse:
    """An answer as it is kept; `seq` grows each time the learner changes it."""

    response: Response
    seq: int


@dataclass(frozen=True)
class StoredStep:
    """A step that was played, as it stands for one learner at the end of a lesson.

    Attributes
    ----------
    response : None where nothing was answered
    """

    step: int
    response: Response | None
    revealed: bool


def given_in_lesson(
    connection: Connection, row: Row[Any], learner_id: int
) -> tuple[StoredStep, ...]:
    """Return each step that the class of a row has answered, as it is for a learner."""
    query = select(answers.c.step, answers.c.response).where(
        answers.c.session_id == row.id, answers.c.learner_id == learner_id
    )
    given = {each.step: each.response for each in connection.execute(query)}
    return tuple(
        StoredStep(
            step,
            given.get(step),
            phase == "revealed" or (row.own_pace and step in given),
        )
        for step, phase in enumerate(row.phases)
        if is_asked(row, step)
    )


def is_asked(row: Row[Any], step: int) -> bool:
    """Return whether a class has been asked a step by now."""
    shown_only = is_shown_only(row.lesson["steps"][step]["kind"])
    return row.phases[step] != "waiting" and not shown_only


def given_to(
    connection: Connection, session_id: int, step: int, learner_id: int
) -> StoredResponse | None:
    """Return what a learner answered to a step, None where nothing is kept."""
    query = select(answers.c.response, answers.c.seq).where(
        answers.c.session_id == session_id,
        answers.c.step == step,
        answers.c.learner_id == learner_id,
    )
    row = connection.execute(query).first()
    return StoredResponse(row.response, row.seq) if row else None


def counted(connection: Connection, session_id: int, step: int) -> tuple[int, int]:
    """Return how many are in a class, and how many of them answered a step."""
    here = learners.c.session_id == session_id, present
    joined = select(func.count()).select_from(learners).where(*here)
    given = (
        select(func.count())
        .select_from(answers.join(learners, learners.c.id == answers.c.learner_id))
        .where(*here, answers.c.step == step)
    )
    return connection.scalar(joined) or 0, connection.scalar(given) or 0
