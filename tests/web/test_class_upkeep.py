"""The upkeep of classes: what a server does at its start and every hour."""

import time

import pytest
from sqlalchemy import func, select, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.clock import now
from after_overdue.errors import SettingError
from after_overdue.teaching.class_session import host_view, open_class_session
from after_overdue.teaching.expiry import expire
from after_overdue.teaching.store import OPENED, Store
from after_overdue.teaching.tables import class_sessions, clocks
from after_overdue.web.lifespan import lifespan
from after_overdue.web.routes import routes
from tests.teaching.classes import LESSON

PATIENCE_SECONDS = 20


def classes(store: Store) -> int:
    """How many classes are kept."""
    with store.read() as connection:
        found = select(func.count()).select_from(class_sessions)
        return connection.scalar(found)


def test_a_server_that_starts_removes_what_has_expired(
    store, database, monkeypatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    expired, value = (open_class_session(store, LESSON, now=now()) for _ in range(2))
    with store.write() as connection:
        of_one = class_sessions.c.class_id == expired.class_id
        connection.execute(update(class_sessions).where(of_one).values(expires_ms=1))
    expire(store, now=now())
    with store.write() as connection:
        connection.execute(update(clocks).values(doubted_ms=0))
    until = time.monotonic() + PATIENCE_SECONDS
    with TestClient(Starlette(routes=routes, lifespan=lifespan())):
        while classes(store) != 1 and time.monotonic() < until:
            time.sleep(0.05)
    OPENED.pop(database).close()
    assert host_view(store, value.host_secret, now=now()).learners == 0
    assert classes(store) == 1


def test_a_server_starts_without_its_database_and_a_class_says_so(monkeypatch) -> None:
    nowhere = "postgresql://nobody:secret@127.0.0.1:1/none"
    monkeypatch.setenv("DATABASE_URL", nowhere)
    with TestClient(Starlette(routes=routes, lifespan=lifespan())) as client:
        assert client.get("/healthz").text == "ok"
        found = client.post("/join", data={"code": "K7DRWXQM"})
    assert found.status_code == 503
    assert "cannot be reached" in found.text
    assert "secret" not in found.text


def test_an_address_that_cannot_be_read_stops_the_start(monkeypatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mongo://db.example/x")
    with (
        pytest.raises(SettingError, match="DATABASE_URL begins with 'mongo'"),
        TestClient(Starlette(lifespan=lifespan())),
    ):
        pass
