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
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from after_overdue.errors import SettingError
from after_overdue.settings import setting

MIGRATIONS = Path(__file__).parent / "migrations"
PROJECT = Path(__file__).parents[2]
FILE = "class.sqlite3"
WAIT_SECONDS, STATEMENT_SECONDS = 3, 5
"""How long anything waits for its turn: a thread, a connection, a lock, another process
that writes; and how long the database may take over one statement."""
PRAGMAS = (
    f"busy_timeout={WAIT_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
)
MIGRATION_LOCK = 7_025_031
"""Any number that no other program locks in the same PostgreSQL database."""
CONNECTIONS, CONNECT_SECONDS = 10, 3
MIGRATION_SECONDS = 60
"""How long a server that starts waits for another's migrations."""
BOUNDS = {
    "lock_timeout": WAIT_SECONDS,
    "statement_timeout": STATEMENT_SECONDS,
    "idle_in_transaction_session_timeout": 2 * STATEMENT_SECONDS,
}
"""What PostgreSQL gives up by itself, in seconds."""
REACHED = {
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 2_000 * STATEMENT_SECONDS,
    "options": " ".join(f"-c {name}={held}s" for name, held in BOUNDS.items()),
}
"""How a connection is made, and how soon one that leads nowhere is given up."""
DRIVERS = {
    "sqlite": ("", "pysqlite"),
    "postgresql": ("", "psycopg"),
    "postgres": ("", "psycopg"),
}
MEMORY = ":memory:"


class StoreBusy(SQLAlchemyError):
    """Whoever wanted to use the store did not get a turn in time."""


class Turn:
    """The turn to write: one after another, and nobody waits for ever."""

    def __init__(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=WAIT_SECONDS):
            raise StoreBusy("other writers did not finish in time")

    def __exit__(self, *_raised: object) -> None:
        self._lock.release()


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
        self._file: tuple[int, int] | None = None
        self._turn: AbstractContextManager[object] = (
            Turn() if self.is_sqlite else nullcontext()
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
                for name in ("lock_timeout", "statement_timeout"):
                    patience = f"set local {name} = '{MIGRATION_SECONDS}s'"
                    connection.execute(text(patience))
                lock = text("select pg_advisory_xact_lock(:lock)")
                connection.execute(lock, {"lock": MIGRATION_LOCK})
            command.upgrade(migrations(connection), "head")
        self._file = self._found()

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
    if scheme.partition("+")[0] not in DRIVERS or "://" not in named:
        raise SettingError(
            f"DATABASE_URL begins with '{scheme}'; write "
            "postgresql://user:password@host/name, or leave it out for a file."
        )
    _check_parts(named)
    return named


OPENING = Turn()
OPENED: dict[str, Store] = {}
"""The stores of this process by their address."""


def _check_parts(named: str) -> None:
    """Raise SettingError where an address has a part that cannot be used."""
    try:
        found = make_url(named)
    except (ValueError, ArgumentError) as error:
        raise SettingError(
            "DATABASE_URL has a port that is no number, or a character that has to be "
            "written as %..; write postgresql://user:password@host:5432/name."
        ) from error
    backend, _, driver = found.drivername.partition("+")
    if driver not in DRIVERS[backend]:
        raise SettingError(
            f"DATABASE_URL names the driver '{driver}', which is not installed here; "
            f"write {backend}:// alone."
        )
    if found.port is not None and not 0 < found.port < 65536:
        raise SettingError(
            f"DATABASE_URL has the port {found.port}; write one from 1 to 65535."
        )
    if backend == "sqlite" and (found.database or MEMORY) == MEMORY:
        raise SettingError(
            "DATABASE_URL names no file; write sqlite:////folder/class.sqlite3."
        )


def store() -> Store:
    """Return the store of this server, its tables made; the first call opens it."""
    url = address()
    with OPENING:
        if url in OPENED and OPENED[url].is_lost:
            OPENED.pop(url).close()
        if url not in OPENED:
            OPENED[url] = _opened(url)
        return OPENED[url]


def _opened(url: str) -> Store:
    opened = Store(url)
    try:
        opened.migrate()
    except SQLAlchemyError:
        opened.close()
        raise
    return opened


def trouble_of(error: SQLAlchemyError) -> str:
    """Return what the log may say of an error: nothing that a statement carried.

    Only where the database itself is in trouble its own first line is told; what it
    says of a value would repeat it.
    """
    if isinstance(error, OperationalError) and error.orig is not None:
        return f"{type(error.orig).__name__}: {str(error.orig).partition(chr(10))[0]}"
    if isinstance(error, PoolTimeout):
        return "no connection became free in time"
    if isinstance(error, StoreBusy):
        return str(error)
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
            pool_timeout=WAIT_SECONDS,
            connect_args=REACHED,
        )
    _make_folder(Path(str(url.database)).parent)
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=CONNECTIONS,
        pool_timeout=WAIT_SECONDS,
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreBusy(f"there is no folder {folder}: {error.strerror}") from error


def _settle(connection: Any, _record: object) -> None:  # noqa: ANN401
    connection.isolation_level = None  # we say when a transaction begins
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    begins = connection.get_execution_options().get("begins", "BEGIN")
    connection.exec_driver_sql(begins)
