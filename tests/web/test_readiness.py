"""What a balancer and an operator are told: ready or not, and the metrics."""

import pytest
from alembic import command
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from sqlalchemy import text
from starlette.testclient import TestClient

from after_overdue.errors import ContentError
from after_overdue.teaching.store import Store, migrations, newest
from after_overdue.teaching.store import store as store_of_server
from after_overdue.teaching.store_address import address
from after_overdue.web import readiness
from after_overdue.web.readiness import FINE

TOKEN = "a-token_of-16-letters"
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def client(server, monkeypatch) -> TestClient:
    """A balancer, which names the server as it likes."""
    monkeypatch.setenv("ALLOWED_HOSTS", "guide.example")
    monkeypatch.setattr(readiness, "KEPT_SECONDS", 0)
    with TestClient(server) as it:
        yield it


def set_version(version: str) -> None:
    """Let the tables be of another version, as another server's migration does."""
    store = store_of_server()
    with store.write() as connection:
        connection.execute(
            text("update alembic_version set version_num = :to"), {"to": version}
        )
    store._checked = -float("inf")


def test_a_server_that_can_serve_is_ready(client) -> None:
    found = client.get("/readyz")
    assert found.status_code == 200
    assert found.json() == {"store": FINE, "schema": FINE, "content": FINE}


def test_a_store_that_does_not_answer_makes_it_not_ready(monkeypatch, client) -> None:
    nowhere = "postgresql://nobody:secret@127.0.0.1:1/none"
    with monkeypatch.context() as away:
        away.setenv("DATABASE_URL", nowhere)
        found = client.get("/readyz")
    assert found.status_code == 503
    assert found.json()["store"] == "does not answer"
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_tables_of_a_newer_version_are_told_and_left_alone(client) -> None:
    set_version("9999")
    found = client.get("/readyz")
    assert (found.status_code, found.json()["schema"]) == (503, "is of another version")
    ours = {"host": "guide.example"}
    answered = client.post("/join", data={"code": "K7DRWXQM"}, headers=ours)
    assert answered.status_code == 503
    assert client.get("/read/en/", headers=ours).status_code == 200
    back = Store(address())
    with back.write() as connection:
        found = connection.scalar(text("select version_num from alembic_version"))
        set_to = text("update alembic_version set version_num = :version")
        connection.execute(set_to, {"version": newest()})
    back.close()
    assert found == "9999"
    assert client.get("/readyz").status_code == 200


def test_tables_of_an_older_version_are_brought_up_or_told(client, monkeypatch) -> None:
    store = store_of_server()
    with store.write() as connection:
        command.downgrade(migrations(connection), "0001")
    store._checked = -float("inf")
    monkeypatch.setenv("MIGRATE", "command")
    assert client.get("/readyz").json()["schema"] == "is of another version"
    monkeypatch.setenv("MIGRATE", "start")
    assert client.get("/readyz").status_code == 200


def test_content_that_is_broken_makes_it_not_ready(client, monkeypatch) -> None:
    def broken() -> None:
        raise ContentError([])

    monkeypatch.setattr(readiness, "read_content", broken)
    assert client.get("/readyz").json()["content"] == "is broken"


def test_the_store_is_asked_once_however_often_a_stranger_asks(
    client, monkeypatch
) -> None:
    monkeypatch.setattr(readiness, "KEPT_SECONDS", 3600)
    asked = []
    monkeypatch.setattr(readiness, "_asked", lambda: asked.append(1))
    assert {client.get("/readyz").status_code for _ in range(20)} == {200}
    assert len(asked) == 1


@pytest.mark.parametrize("given", [{}, {"authorization": "Bearer "}, BEARER])
def test_metrics_are_off_until_a_token_is_set(client, given) -> None:
    answered = client.get("/metrics", headers={"host": "guide.example", **given})
    assert answered.status_code == 404


def test_metrics_are_for_who_has_the_token(client, monkeypatch) -> None:
    monkeypatch.setenv("METRICS_TOKEN", TOKEN)
    ours = {"host": "guide.example"}
    for wrong in ("", TOKEN, f"Bearer {TOKEN}x", "Bearer é"):
        headers = {**ours, "authorization": wrong.encode()}
        assert client.get("/metrics", headers=headers).status_code == 404
    client.get("/join/a-secret-of-a-class", headers=ours)
    client.get("/readyz")
    found = client.get("/metrics", headers={**ours, **BEARER})
    assert found.headers["content-type"].startswith("application/openmetrics-text")
    assert "a-secret-of-a-class" not in found.text
    families = {each.name: each for each in text_string_to_metric_families(found.text)}
    assert {
        "after_overdue_sessions",
        "after_overdue_streams",
        "after_overdue_answers",
        "after_overdue_store_seconds",
        "after_overdue_store_failures",
        "after_overdue_store_threads_in_use",
        "after_overdue_store_connections_in_use",
        "after_overdue_first_views_made",
    } <= set(families)
    routes = {
        (each.labels["route"], each.labels["status"])
        for each in families["after_overdue_answers"].samples
        if each.name.endswith("_total")
    }
    assert ("/join/{secret}", "404") in routes
