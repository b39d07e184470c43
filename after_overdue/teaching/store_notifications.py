"""Notifications that a class has changed, among all servers of one database.

PostgreSQL carries them: a writer sends ``NOTIFY``, and each process keeps one
connection that listens. A file carries none: its writers notify their own process, and
other processes find the change when they look. Everybody looks now and then anyway, for
what no writer does: a class whose time is over.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from threading import Lock

import psycopg
from sqlalchemy import URL, Connection, func, select

from after_overdue.teaching.store_engine import REACHED
from after_overdue.teaching.store_trouble import first_line

LOG = logging.getLogger(__name__)
CHANNEL = "after_overdue_class"
ANY = ""
"""Stands for a class where any may have changed."""
LOOK_SECONDS, FILE_LOOK_SECONDS, RETRY_SECONDS = 5.0, 0.25, 1.0
"""How often any class may have changed: where a server notifies, of a file, and while
no connection listens."""
Listener = Callable[[str], object]
_CHANGED = "after_overdue_changed"


def notify(connection: Connection, class_id: str) -> None:
    """Notify who listens that a class has changed, once this transaction is kept."""
    if connection.dialect.name == "sqlite":
        connection.info.setdefault(_CHANGED, []).append(class_id)
    else:
        connection.execute(select(func.pg_notify(CHANNEL, class_id)))


def changed_in(connection: Connection) -> list[str]:
    """Return the classes of which a transaction notifies, and forget them."""
    changed: list[str] = connection.info.pop(_CHANGED, [])
    return changed


class Process:
    """Those of this process who listen to the writers of a file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._listeners: list[tuple[str | None, Listener]] = []

    def add(self, file: str | None, listener: Listener) -> None:
        """Notify a listener from now on."""
        with self._lock:
            self._listeners.append((file, listener))

    def remove(self, file: str | None, listener: Listener) -> None:
        """Notify a listener no more."""
        with self._lock:
            self._listeners.remove((file, listener))

    def tell(self, file: str | None, class_ids: Iterable[str]) -> None:
        """Notify everybody who listens to a file."""
        with self._lock:  # so that nobody who has gone is notified
            mine = [each for name, each in self._listeners if name == file]
            for class_id in class_ids:
                for listener in mine:
                    listener(class_id)


PROCESS = Process()


async def listen(url: URL, changed: Listener) -> None:
    """Name each class that changes, until this is cancelled.

    Parameters
    ----------
    url : address of a database, with its driver
    changed : called in this loop with the id of a class, or with `ANY`: as soon as
        notifications arrive, whenever some may have been lost, and now and then
    """
    if url.get_backend_name() == "sqlite":
        await _listen_to_file(url.database, changed)
    while True:
        try:
            await _listen_to_server(url, changed)
        except psycopg.Error as error:
            LOG.error("Changes of classes are not notified: %s", first_line(error))
        changed(ANY)
        await asyncio.sleep(RETRY_SECONDS)


async def _listen_to_file(file: str | None, changed: Listener) -> None:
    loop = asyncio.get_running_loop()

    def from_thread(class_id: str) -> None:
        loop.call_soon_threadsafe(changed, class_id)

    PROCESS.add(file, from_thread)
    try:
        while True:
            changed(ANY)
            await asyncio.sleep(FILE_LOOK_SECONDS)
    finally:
        PROCESS.remove(file, from_thread)


async def _listen_to_server(url: URL, changed: Listener) -> None:
    _, named = url.get_dialect()().create_connect_args(url)
    given = {**named, **REACHED, "autocommit": True}
    async with await psycopg.AsyncConnection.connect(**given) as connection:
        await connection.execute(f"listen {CHANNEL}")
        while True:
            changed(ANY)
            async for each in connection.notifies(timeout=LOOK_SECONDS):
                changed(each.payload)
