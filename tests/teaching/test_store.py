"""The store: its tables are made by numbered migrations, its writes queue."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from after_overdue.errors import SettingError
from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.store import (
    MIGRATIONS,
    OPENED,
    Store,
    address,
    migrations,
)
from after_overdue.teaching.store import store as store_of_server
from after_overdue.teaching.tables import class_sessions, metadata
from tests.teaching.classes import LESSON, NOW

ROOT = Path(__file__).parents[2]


def test_the_migrations_make_exactly_the_tables_that_the_code_knows(store) -> None:
    with store.read() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(store, opened) -> None:
    store.migrate()
    with store.read() as connection:
        assert len(connection.execute(select(class_sessions)).all()) == 1


def test_every_migration_can_be_taken_back(store) -> None:
    with store.write() as connection:
        command.downgrade(migrations(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(migrations(connection), "head")
    with store.read() as connection:
        assert set(inspect(connection).get_table_names()) >= set(metadata.tables)


def test_migrations_are_numbered_without_a_gap() -> None:
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    numbers = [int(path.name.split("_")[0]) for path in files]
    assert numbers == list(range(1, len(files) + 1))


def servers_started(url: str) -> list[int]:
    """Start three servers at once, and return how each ended."""
    code = f"from after_overdue.teaching.store import Store; Store({url!r}).migrate()"
    servers = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) for _ in range(3)
    ]
    return [each.wait(60) for each in servers]


def test_servers_that_start_at_once_make_the_tables_once(store, database) -> None:
    with store.write() as connection:
        command.downgrade(migrations(connection), "base")
    assert servers_started(database) == [0, 0, 0]
    with store.read() as connection:
        versions = connection.execute(text("select * from alembic_version")).all()
    assert len(versions) == 1


def test_a_failed_write_leaves_nothing(store, opened) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as connection:
        connection.execute(class_sessions.delete())
        raise ZeroDivisionError
    with store.read() as connection:
        assert len(connection.execute(select(class_sessions)).all()) == 1


def test_servers_that_start_at_once_make_the_file_once(tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'class.sqlite3'}"
    assert servers_started(url) == [0, 0, 0]


def test_a_file_keeps_each_commit_through_a_power_cut(tmp_path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'class.sqlite3'}")
    with store.read() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    store.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_file_that_can_be_written_again_is_written_by_every_connection(
    tmp_path, monkeypatch
) -> None:
    """A connection opened meanwhile stays read-only for good, so it is given up."""
    store = Store(f"sqlite:///{tmp_path / 'class.sqlite3'}")
    store.migrate()
    with store.read() as connection:
        connection.exec_driver_sql(
            "PRAGMA query_only=ON"
        )  # as if it had been opened so
    with pytest.raises(SQLAlchemyError, match="readonly database"):
        open_class_session(store, LESSON, now=NOW)
    assert open_class_session(store, LESSON, now=NOW).class_id
    store.close()


def test_the_environment_says_where_classes_are_kept(monkeypatch, tmp_path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("DATA_FOLDER", raising=False)
    assert Path(address().removeprefix("sqlite:///")).parent == ROOT / "data"
    monkeypatch.setenv("DATA_FOLDER", str(tmp_path))
    assert address() == f"sqlite:///{tmp_path}/class.sqlite3"
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/after")
    assert address() == "postgresql://db.example/after"


@pytest.mark.parametrize("url", ["class.sqlite3", "mysql://db.example/x", "postgresql"])
def test_an_address_of_no_database_is_refused_without_its_password(
    monkeypatch, url
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(SettingError, match="DATABASE_URL begins with"):
        address()
    monkeypatch.setenv("DATABASE_URL", "oracle://someone:hidden@db.example/x")
    with pytest.raises(SettingError) as refused:
        address()
    assert "hidden" not in str(refused.value)


def test_a_server_opens_its_store_once(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'class.sqlite3'}")
    with ThreadPoolExecutor(8) as threads:
        opened = {
            id(each.result())
            for each in [threads.submit(store_of_server) for _ in range(8)]
        }
    assert len(opened) == 1
    OPENED.pop(address()).close()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_name_postgresql_uses_the_driver_installed(scheme) -> None:
    store = Store(f"{scheme}://someone@127.0.0.1/after")
    assert store.url.drivername == "postgresql+psycopg"
    assert not store.is_sqlite
