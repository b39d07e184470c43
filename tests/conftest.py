"""What all tests share: their day, databases of classes, and no test by the clock."""

import os
from collections.abc import Iterator
from itertools import count

import psycopg
import pytest
from hypothesis import HealthCheck, settings

from after_overdue.clock import TODAY
from after_overdue.teaching.store import Store
from scripts.postgres import server
from tests.days import DAYS

settings.register_profile(
    "by no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("by no clock")

KINDS = ("sqlite", "postgresql")
READY = "ready"
os.environ.setdefault(TODAY, DAYS[0])
NAMES = (f"class_{number}" for number in count(1))


@pytest.fixture(scope="session")
def postgres() -> Iterator[psycopg.Connection]:
    """A PostgreSQL that runs for these tests, with a database to make others from."""
    with (
        server(durable=False) as address,
        psycopg.connect(address, autocommit=True) as connection,
    ):
        connection.execute(f"create database {READY}")
        ready = Store(url_of(connection, READY))
        ready.migrate()
        ready.close()
        yield connection


@pytest.fixture(params=KINDS)
def database(request, tmp_path) -> Iterator[str]:
    """The address of a database of its own, of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'class.sqlite3'}"
        return
    connection, name = request.getfixturevalue("postgres"), next(NAMES)
    connection.execute(f"create database {name} template {READY}")
    yield url_of(connection, name)
    connection.execute(f"drop database {name} with (force)")


def url_of(connection: psycopg.Connection, name: str) -> str:
    """The address of a database on the same server."""
    value = connection.info
    return (
        f"postgresql://{value.user}:{value.password}@{value.host}:{value.port}/{name}"
    )


@pytest.fixture
def store(database) -> Iterator[Store]:
    """A store with its tables made and nothing in them."""
    opened = Store(database)
    opened.migrate()
    yield opened
    opened.close()
