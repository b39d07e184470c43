"""How a database of classes is reached: nothing waits long, nothing is told twice."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event

from after_overdue.teaching.store_trouble import StoreBusy

WAIT_SECONDS, STATEMENT_SECONDS = 3, 5
"""How long anything waits for its turn: a thread, a connection, a lock, another process
that writes; and how long the database may take over one statement."""
PRAGMAS = (
    f"busy_timeout={WAIT_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
)
CONNECTIONS, CONNECT_SECONDS = 10, 3
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
    "options": " ".join(f"-c {name}={value}s" for name, value in BOUNDS.items()),
}
"""How a connection is made, and how soon one that leads nowhere is given up."""

READ_ONLY = "readonly database"
"""What SQLite says of a connection that cannot write."""
OWNERS, OTHERS = 0o600, 0o077


class Turn:
    """The turn to write: one after another, and nobody waits for ever."""

    def __init__(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=WAIT_SECONDS):
            raise StoreBusy("other writers did not finish in time")

    def __exit__(self, *_raised: object) -> None:
        self._lock.release()


def engine_of(url: URL) -> Engine:
    """Return what makes and keeps the connections to a database."""
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
    _make_file(Path(str(url.database)))
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=CONNECTIONS,
        pool_timeout=WAIT_SECONDS,
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _drop_read_only)
    return engine


def _make_file(path: Path) -> None:
    """Make the file, if there is none, so that nobody else on this machine reads it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNERS))
        if path.stat().st_mode & OTHERS:
            path.chmod(OWNERS)
    except OSError as error:
        raise StoreBusy(f"{path} cannot be written: {error.strerror}") from error


def _settle(connection: Any, _record: object) -> None:  # noqa: ANN401
    connection.isolation_level = None  # we say when a transaction begins
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _drop_read_only(context: ExceptionContext) -> None:
    """Have connections made anew that cannot write.

    One that was opened while the file could not be written stays so for good.
    """
    if READ_ONLY in str(context.original_exception):
        context.is_disconnect = True


def _begin(connection: Connection) -> None:
    begins = connection.get_execution_options().get("begins", "BEGIN")
    connection.exec_driver_sql(begins)
