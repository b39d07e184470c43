"""What a learner has answered, as the tables keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from after_overdue.teaching.tables import answers

Response = dict[str, Any]


@dataclass(frozen=True)
class StoredResponse:
    """An answer as it is kept; `seq` grows each time the learner changes it."""

    response: Response
    seq: int


@dataclass(frozen=True)
class StoredStep:
    """An answer at the end of a lesson, and whether its step was revealed."""

    step: int
    response: Response
    revealed: bool


def given_in_lesson(
    connection: Connection, row: Row[Any], learner_id: int
) -> tuple[StoredStep, ...]:
    """Return all that a learner answered in the class of a row, in its order."""
    query = (
        select(answers.c.step, answers.c.response)
        .where(answers.c.session_id == row.id, answers.c.learner_id == learner_id)
        .order_by(answers.c.step)
    )
    return tuple(
        StoredStep(each.step, each.response, row.phases[each.step] == "revealed")
        for each in connection.execute(query)
    )


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
