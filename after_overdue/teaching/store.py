"""Where a class is kept: one SQLite file by default, PostgreSQL by its address.

Every write of SQLite begins immediate: a transaction that reads first and writes
later is refused with "database is locked" when two do so at once. Writers of one
process queue at a lock, because SQLite lets those who wait for a file starve.
`synchronous=FULL` puts a commit on the disk before it is acknowledged.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from after_overdue.errors import SettingError
from after_overdue.settings import setting

MIGRATIONS = Path(__file__).parent / "migrations"
PROJECT = Path(__file__).parents[2]
FILE = "class.sqlite3"
BUSY_MS = 12_000
"""How long a writer waits for another process."""
PRAGMAS = (
    f"busy_timeout={BUSY_MS}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
)
MIGRATION_LOCK = 7_025_031
"""Any number that no other program locks in the same PostgreSQL database."""
CONNECTIONS, CONNECT_SECONDS = 10, 5
SCHEMES = ("sqlite", "postgresql", "postgres")
OPENING = Lock()
OPENED: dict[str, Store] = {}
"""The stores of this process by their address."""


class Store:
    """A database of classes.

    Parameters
    ----------
    url : address of a database
        ``sqlite:///class.sqlite3`` or ``postgresql://user@host/name``.
    """

    def __init__(self, url: str) -> None:
        self.url = _address(url)
        self.engine = _engine(self.url)
        self._writer = self.engine.execution_options(begins="BEGIN IMMEDIATE")
        self._turn: AbstractContextManager[object] = (
            Lock() if self.is_sqlite else nullcontext()
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file rather than a server."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a transaction that may write; it is kept once this returns."""
        with self._turn, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a transaction that only reads; it waits for no writer."""
        with self.engine.begin() as connection:
            yield connection

    def migrate(self) -> None:
        """Bring the tables to the newest migration; safe when two servers start."""
        with self.write() as connection:
            if not self.is_sqlite:
                lock = text("select pg_advisory_xact_lock(:lock)")
                connection.execute(lock, {"lock": MIGRATION_LOCK})
            command.upgrade(migrations(connection), "head")

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def migrations(connection: Connection) -> Config:
    """Return Alembic's settings for the packaged migrations on a connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def address() -> str:
    """Return the address of the database that the settings name.

    ``DATABASE_URL``, else a file in the ``DATA_FOLDER`` of the project.

    Raises
    ------
    SettingError
        Where it is no address of a database that we know.
    """
    named = setting("DATABASE_URL")
    if not named:
        return f"sqlite:///{PROJECT / setting('DATA_FOLDER') / FILE}"
    scheme = named.partition(":")[0]
    if scheme.partition("+")[0] not in SCHEMES or "://" not in named:
        raise SettingError(
            f"DATABASE_URL begins with '{scheme}'; write "
            "postgresql://user:password@host/name, or leave it out for a file."
        )
    return named


def store() -> Store:
    """Return the store of this server, its tables made; the first call opens it."""
    url = address()
    with OPENING:
        if url not in OPENED:
            opened = Store(url)
            opened.migrate()
            OPENED[url] = opened
        return OPENED[url]


def trouble_of(error: SQLAlchemyError) -> str:
    """Return what the log may say of an error: nothing that a statement carried.

    Only where the database itself is in trouble its own first line is told; what it
    says of a value would repeat it.
    """
    if isinstance(error, OperationalError) and error.orig is not None:
        return f"{type(error.orig).__name__}: {str(error.orig).partition(chr(10))[0]}"
    if isinstance(error, PoolTimeout):
        return "no connection became free in time"
    return type(error).__name__


def _address(url: str) -> URL:
    """Return the address with the driver that we install."""
    found = make_url(url)
    if found.get_backend_name() in ("postgres", "postgresql"):
        return found.set(drivername="postgresql+psycopg")
    return found


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(
            url,
            pool_pre_ping=True,
            hide_parameters=True,
            pool_size=CONNECTIONS,
            max_overflow=CONNECTIONS,
            connect_args={"connect_timeout": CONNECT_SECONDS},
        )
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, pool_size=CONNECTIONS, max_overflow=CONNECTIONS, hide_parameters=True
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _settle(connection: Any, _record: object) -> None:  # noqa: ANN401
    connection.isolation_level = None  # we say when a transaction begins
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    begins = connection.get_execution_options().get("begins", "BEGIN")
    connection.exec_driver_sql(begins)
