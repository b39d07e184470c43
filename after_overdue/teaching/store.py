"""Where a class is kept: one SQLite file by default, PostgreSQL by its address.

Every write of SQLite begins immediate: a transaction that reads first and writes
later is refused with "database is locked" when two do so at once. Writers of one
process queue at a lock, because SQLite lets those who wait for a file starve.
`synchronous=FULL` puts a commit on the disk before it is acknowledged.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from after_overdue import clock
from after_overdue.settings import choice
from after_overdue.teaching.store_address import address, with_driver
from after_overdue.teaching.store_engine import Turn, engine_of
from after_overdue.teaching.store_notifications import PROCESS, changed_in
from after_overdue.teaching.store_trouble import StoreVersion

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATION_LOCK = 7_025_031
"""Any number that no other program locks in the same PostgreSQL database."""
MIGRATION_SECONDS = 60
"""How long a server that starts waits for another's migrations."""
CHECK_SECONDS = 5
"""How often the version of the tables and the clock are looked at while in service."""
CLOCK = "select extract(epoch from clock_timestamp())"


class Store:
    """A database of classes.

    Parameters
    ----------
    url : address of a database
        ``sqlite:///class.sqlite3`` or ``postgresql://user@host/name``.
    """

    def __init__(self, url: str) -> None:
        self.url = with_driver(url)
        self.engine = engine_of(self.url)
        self.behind = timedelta(0)
        self._writer = self.engine.execution_options(begins="BEGIN IMMEDIATE")
        self._file: tuple[int, int] | None = None
        self._checked = -float("inf")
        self._turn: AbstractContextManager[object] = (
            Turn() if self.is_sqlite else nullcontext()
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file rather than a server."""
        return self.url.get_backend_name() == "sqlite"

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """Return an insert that can say what to do where the row is there already."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a transaction that may write; it is kept once this returns."""
        with self._turn, self._writer.begin() as connection:
            changed_in(connection)  # of a transaction that was not kept
            yield connection
            changed = changed_in(connection)
        PROCESS.tell(self.url.database, changed)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a transaction that only reads; it waits for no writer."""
        with self.engine.begin() as connection:
            yield connection

    def migrate(self) -> tuple[str, str]:
        """Bring the tables to the newest migration; safe when two servers start.

        Returns
        -------
        tuple
            The version that was found, empty where there was none, and that of now.

        Raises
        ------
        StoreVersion
            Where a newer version of this program made them.
        """
        with self.write() as connection:
            if not self.is_sqlite:
                for name in ("lock_timeout", "statement_timeout"):
                    patience = f"set local {name} = '{MIGRATION_SECONDS}s'"
                    connection.execute(text(patience))
                lock = text("select pg_advisory_xact_lock(:lock)")
                connection.execute(lock, {"lock": MIGRATION_LOCK})
            found = _version(connection)
            _refuse_newer(found)
            if found != newest():
                command.upgrade(migrations(connection), "head")
        self._file = self._found()
        return found, newest()

    def check(self) -> None:
        """Look whether the tables are ours, and how far our clock is behind theirs.

        Raises
        ------
        StoreVersion
            Where they are those of another version.
        """
        if time.monotonic() - self._checked < CHECK_SECONDS:
            return
        with self.read() as connection:
            found = _version(connection)
            if not self.is_sqlite:
                seconds = float(connection.scalar(text(CLOCK)) or 0)
                self.behind = timedelta(seconds=seconds - time.time())
        _refuse_newer(found)
        if found != newest():
            raise StoreVersion(
                f"the tables have version '{found or 'none'}', this program needs "
                f"'{newest()}'; run 'python -m after_overdue migrate'"
            )
        self._file = self._found()
        self._checked = time.monotonic()

    @property
    def is_lost(self) -> bool:
        """Whether the file has gone from its place, or another one has come there."""
        return self._file != self._found()

    def _found(self) -> tuple[int, int] | None:
        if not self.is_sqlite:
            return None
        try:
            found = Path(str(self.url.database)).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def migrations(connection: Connection | None = None) -> Config:
    """Return Alembic's settings for the packaged migrations, on a connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


@lru_cache(maxsize=1)
def versions() -> tuple[str, ...]:
    """Return the versions of the tables that this program knows, the newest first."""
    script = ScriptDirectory.from_config(migrations())
    return tuple(each.revision for each in script.walk_revisions())


def newest() -> str:
    """Return the version of the tables that this program works with."""
    return versions()[0]


def _version(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _refuse_newer(found: str) -> None:
    if found and found not in versions():
        raise StoreVersion(
            f"the tables have version '{found}', which a newer version of this program "
            f"made; this one knows '{newest()}', so start the newer one"
        )


OPENING = Turn()
OPENED: dict[str, Store] = {}
"""The stores of this process by their address."""


def store() -> Store:
    """Return the store of this server, its tables made; the first call opens it.

    Raises
    ------
    SQLAlchemyError
        Where it cannot be reached, or its tables are of another version.
    """
    url = address()
    with OPENING:
        if url in OPENED and OPENED[url].is_lost:
            OPENED.pop(url).close()
        opened = OPENED[url] if url in OPENED else Store(url)
        try:
            if url not in OPENED and choice("MIGRATE") == "start":
                opened.migrate()
            opened.check()
        except SQLAlchemyError:
            OPENED.pop(url, opened).close()
            raise
        OPENED[url] = opened
        return opened


def now() -> datetime:
    """Return the present moment by the clock of the store, the same for all servers.

    Where the store is a file, or has not answered yet, this machine's clock counts.
    """
    opened = OPENED.get(address())
    return clock.now() + (opened.behind if opened else timedelta(0))
