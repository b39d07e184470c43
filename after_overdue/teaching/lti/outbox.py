"""The outbox of grades: what has to be sent is kept with the answer that changed it.

A row says that a learner's grade has changed and when it is sent next. What is sent is
worked out then, so that many answers make one message and the last one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, literal, select, update

from after_overdue.teaching.moments import ms
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import learners, lti_grades, present

LEASE = timedelta(minutes=2)
"""How long one server has for what it took; then another may take it."""
FIRST_WAIT, LONGEST_WAIT, MOST_TRIES = timedelta(seconds=30), timedelta(hours=2), 20
AT_ONCE = 20


def due(store: Store, connection: Connection, chosen: ColumnElement[bool]) -> None:
    """Note that the grades of these learners have to be sent, now and once."""
    from_platform = learners.c.platform_user.is_not(None)
    rows = select(learners.c.id, *map(literal, (1, 0, 0)))
    new = store.insert(lti_grades).from_select(
        ["learner_id", "changed", "due_ms", "tries"],
        rows.where(chosen, from_platform, present),
    )
    again = {"changed": lti_grades.c.changed + 1, "due_ms": 0, "tries": 0}
    connection.execute(
        new.on_conflict_do_update(index_elements=["learner_id"], set_=again)
    )


def taken(store: Store, *, now: datetime) -> Sequence[tuple[int, int]]:
    """Take what is due, so that no other server does: learners, and which change."""
    query = (
        select(lti_grades.c.learner_id, lti_grades.c.changed)
        .where(lti_grades.c.due_ms <= ms(now))
        .order_by(lti_grades.c.due_ms)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    with store.write() as connection:
        found = [(row.learner_id, row.changed) for row in connection.execute(query)]
        mine = lti_grades.c.learner_id.in_([learner for learner, _ in found])
        lease = update(lti_grades).where(mine).values(due_ms=ms(now + LEASE))
        connection.execute(lease)
    return found


def settled(
    store: Store, learner: int, changed: int, given: int, most: int, *, now: datetime
) -> None:
    """Keep that a grade was taken; what has changed meanwhile stays due."""
    mine = lti_grades.c.learner_id == learner
    sent = {"sent_ms": ms(now), "given": given, "most": most}
    with store.write() as connection:
        kept = {**sent, "trouble": None, "tries": 0}
        connection.execute(update(lti_grades).where(mine).values(kept))
        same = lti_grades.c.changed == changed
        connection.execute(update(lti_grades).where(mine, same).values(due_ms=None))


def failed(
    store: Store, learner: int, trouble: str, *, now: datetime, again: bool = True
) -> None:
    """Keep why a grade was not taken, and when it is tried again, if at all."""
    mine = lti_grades.c.learner_id == learner
    with store.write() as connection:
        tries = connection.scalar(select(lti_grades.c.tries).where(mine)) or 0
        wait = min(FIRST_WAIT * 2 ** min(tries, MOST_TRIES), LONGEST_WAIT)
        goes_on = again and tries < MOST_TRIES
        kept = {
            "tries": tries + 1,
            "trouble": trouble,
            "due_ms": ms(now + wait) if goes_on else None,
        }
        connection.execute(update(lti_grades).where(mine).values(kept))
