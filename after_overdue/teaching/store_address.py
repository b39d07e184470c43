"""Which database the settings name, and whether it can be used."""

from __future__ import annotations

import sqlite3
import warnings
from pathlib import Path

from psycopg import Error as PostgresError
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, SAWarning

from after_overdue.errors import SettingError
from after_overdue.project import KEPT_IN
from after_overdue.settings import setting

FILE = "class.sqlite3"
DRIVERS = {
    "sqlite": ("", "pysqlite"),
    "postgresql": ("", "psycopg"),
    "postgres": ("", "psycopg"),
}
MEMORY = ":memory:"
UNUSABLE = (ValueError, TypeError, ArgumentError, SAWarning, PostgresError)
"""How the parts of a driver refuse an option."""
SSL_MODES = ("prefer", "disable", "allow", "require", "verify-ca", "verify-full")


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
        return f"sqlite:///{KEPT_IN / setting('DATA_FOLDER') / FILE}"
    scheme = named.partition(":")[0]
    if scheme.partition("+")[0] not in DRIVERS or "://" not in named:
        raise SettingError(
            f"DATABASE_URL begins with '{scheme}'; write "
            "postgresql://user:password@host/name, or leave it out for a file."
        )
    _check_parts(named)
    return named


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


def check_options(named: str) -> None:
    """Raise SettingError where the part after ? is nothing that its driver takes."""
    url = with_driver(named)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", SAWarning)  # "… are being ignored"
            options = url.get_dialect()().create_connect_args(url)[1]
        if url.get_backend_name() == "sqlite":
            sqlite3.connect(MEMORY, **options).close()
            return
        make_conninfo(**options)
        is_known = options.get("sslmode", SSL_MODES[0]) in SSL_MODES
        if not is_known or not 0 < int(options.get("port", 1)) < 65536:
            raise ValueError
    except UNUSABLE as error:
        raise SettingError(
            "DATABASE_URL has a part after ? that its driver does not take, such as an "
            "unknown name or no number; correct it, or leave it out."
        ) from error


def file_named(named: str) -> Path | None:
    """Return the file of an address; None where it is that of a server."""
    url = make_url(named)
    is_file = url.get_backend_name() == "sqlite"
    return Path(str(url.database)).absolute() if is_file else None


def with_driver(url: str) -> URL:
    """Return the address with the driver that we install."""
    found = make_url(url)
    if found.get_backend_name() in ("postgres", "postgresql"):
        return found.set(drivername="postgresql+psycopg")
    return found
