"""The end of a class: what has expired is removed, unless the clock is in doubt.

A clock that runs a month ahead would remove every class for good. So the tables keep
when the clock was last looked at: where it has moved on by more than the hours between
two looks, what only the new time would remove is kept until that time has gone on for
a day.
"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from after_overdue.teaching.moments import moment, ms
from after_overdue.teaching.store import Store
from after_overdue.teaching.tables import class_sessions, clocks

LOG = logging.getLogger(__name__)
STEADY = timedelta(hours=2)
"""Two looks are less apart: every server looks once an hour, two at once as well."""
GRACE = timedelta(days=1)
ONLY = 1
"""The key of the one row."""


@dataclass(frozen=True)
class Looked:
    """What is known of the clock.

    Attributes
    ----------
    seen_ms : the moment of the last look
    doubted_ms : the moment to which the clock jumped; 0 where it is not in doubt
    sure_ms : what expired until then is over by any clock
    """

    seen_ms: int
    doubted_ms: int
    sure_ms: int


def after(last: Looked, now_ms: int) -> Looked:
    """Return what is known of the clock after one more look.

    Examples
    --------
    >>> hour, day = 3_600_000, 86_400_000
    >>> after(Looked(0, 0, 0), hour)
    Looked(seen_ms=3600000, doubted_ms=0, sure_ms=3600000)
    >>> jumped = after(Looked(hour, 0, hour), 31 * day)
    >>> jumped.sure_ms == hour, jumped.doubted_ms == 31 * day
    (True, True)
    >>> after(jumped, 2 * hour).sure_ms == hour
    True
    """
    over = last.doubted_ms + ms_of(GRACE) <= now_ms
    if abs(now_ms - last.seen_ms) > ms_of(STEADY):
        sure = last.doubted_ms if last.doubted_ms and over else last.sure_ms
        return Looked(now_ms, now_ms, min(sure, now_ms))
    if last.doubted_ms and not over:
        return replace(last, seen_ms=now_ms)
    return Looked(now_ms, 0, now_ms)


def ms_of(span: timedelta) -> int:
    """Return a span in milliseconds."""
    return span // timedelta(milliseconds=1)


def expire(store: Store, *, now: datetime) -> int:
    """Remove every class session that is over for sure; return how many there were."""
    with store.write() as connection:
        last = _last(store, connection, ms(now))
        looked = after(last, ms(now))
        connection.execute(update(clocks).values(asdict(looked)))
        over = class_sessions.c.expires_ms <= looked.sure_ms
        removed = int(connection.execute(delete(class_sessions).where(over)).rowcount)
    if looked.doubted_ms == looked.seen_ms != last.seen_ms:
        message = (
            "The clock went from %s to %s; what only that removes is kept for a day."
        )
        LOG.warning(message, moment(last.seen_ms), moment(looked.seen_ms))
    return removed


def _last(store: Store, connection: Connection, now_ms: int) -> Looked:
    """Return the last look, locked; of several servers' first looks, one is it."""
    new = store.insert(clocks).values(id=ONLY, **asdict(Looked(now_ms, now_ms, 0)))
    connection.execute(new.on_conflict_do_nothing(index_elements=["id"]))
    columns = clocks.c.seen_ms, clocks.c.doubted_ms, clocks.c.sure_ms
    return Looked(*connection.execute(select(*columns).with_for_update()).one())
