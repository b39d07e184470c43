"""How it stands with the grades of a class, for its trainer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select

from after_overdue.teaching.class_session import session_row
from after_overdue.teaching.lti.outbox import due
from after_overdue.teaching.moments import moment
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import learners, lti_grades, present

State = Literal["none", "waiting", "retrying", "stopped", "sent"]


@dataclass(frozen=True)
class Sending:
    """How it stands with one learner's grade.

    Attributes
    ----------
    number : of the learner in the class, in the order of joining
    user : the platform's own id
    trouble : why it was not taken, as a key of the interface words
    """

    number: int
    user: str
    state: State
    given: int = 0
    most: int = 0
    sent: datetime | None = None
    trouble: str = ""


def send_all_again(store: Store, host_secret: str, *, now: datetime) -> None:
    """Make every grade of a class due."""
    with store.write() as connection:
        row = session_row(connection, host_secret, now=now)
        due(store, connection, learners.c.session_id == row.id)


def sendings(store: Store, host_secret: str, *, now: datetime) -> list[Sending]:
    """Return how it stands with the grade of everybody who came from a platform."""
    with store.read() as connection:
        row = session_row(connection, host_secret, now=now)
        query = (
            select(learners.c.platform_user, lti_grades)
            .select_from(learners.outerjoin(lti_grades))
            .where(learners.c.session_id == row.id, present)
            .order_by(learners.c.id)
        )
        found = enumerate(connection.execute(query), 1)
        return [_sending(number, each) for number, each in found if each.platform_user]


def _sending(number: int, row: Any) -> Sending:  # noqa: ANN401
    state: State = "sent"
    if row.learner_id is None:
        state = "none"
    elif row.due_ms is not None:
        state = "retrying" if row.trouble else "waiting"
    elif row.trouble:
        state = "stopped"
    return Sending(
        number=number,
        user=row.platform_user,
        state=state,
        given=row.given or 0,
        most=row.most or 0,
        sent=None if row.sent_ms is None else moment(row.sent_ms),
        trouble=row.trouble or "",
    )
