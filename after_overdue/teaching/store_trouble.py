"""What goes wrong with the store of classes, and what of it may be told."""

from __future__ import annotations

from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StoreBusy(SQLAlchemyError):
    """Whoever wanted to use the store did not get a turn in time."""


class StoreVersion(SQLAlchemyError):
    """The tables of the database are those of another version of this program."""


def trouble_of(error: SQLAlchemyError) -> str:
    """Return what the log may say of an error: nothing that a statement carried.

    Only where the database itself is in trouble its own first line is told; what it
    says of a value would repeat it.
    """
    if isinstance(error, OperationalError) and error.orig is not None:
        return first_line(error.orig)
    if isinstance(error, PoolTimeout):
        return "no connection became free in time"
    if isinstance(error, StoreBusy | StoreVersion):
        return str(error)
    return type(error).__name__


def first_line(error: BaseException) -> str:
    """Return what a database that is in trouble says of it."""
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
