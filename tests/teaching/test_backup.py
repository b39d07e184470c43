"""The drill of `docs/deploy.md`: a class is backed up in service and brought back."""

import sqlite3
import subprocess
from contextlib import closing

import pytest

from after_overdue.teaching.class_session import delete_class_session, host_view
from after_overdue.teaching.learner import answer, learner_view
from after_overdue.teaching.store import Store
from scripts.postgres import programs
from tests.teaching.classes import NOW


@pytest.fixture
def answered(store, opened, press, token) -> str:
    """A learner who has answered."""
    press("open")
    answer(store, token, step=0, response={"month": 25}, now=NOW)
    return token


def goes_on(back: Store, opened, token: str) -> None:
    """The class is where it was, and takes another answer."""
    view = learner_view(back, token, now=NOW)
    assert view.given.response == {"month": 25}
    answer(back, token, step=0, response={"month": 26}, now=NOW)
    assert host_view(back, opened.host_secret, now=NOW).answered == 1


def test_a_file_that_is_backed_up_in_service_comes_back_whole(
    store, opened, answered, tmp_path
) -> None:
    if not store.is_sqlite:
        postgres_comes_back(store, opened, answered, tmp_path)
        return
    copy = tmp_path / "backup.sqlite3"
    with (
        closing(sqlite3.connect(str(store.url.database))) as live,
        closing(sqlite3.connect(copy)) as kept,
    ):
        live.backup(kept)
    delete_class_session(store, opened.host_secret, now=NOW)
    back = Store(f"sqlite:///{copy}")
    back.check()
    goes_on(back, opened, answered)
    back.close()


def postgres_comes_back(store, opened, token: str, tmp_path) -> None:
    """Dump, remove, restore: with PostgreSQL's own programs."""
    url = store.url.set(drivername="postgresql").render_as_string(hide_password=False)
    folder, dump = programs(), str(tmp_path / "classes.dump")
    given = ["--format=custom", f"--file={dump}", url]
    subprocess.run([str(folder / "pg_dump"), *given], check=True)
    delete_class_session(store, opened.host_secret, now=NOW)
    clean = ["--clean", "--if-exists", "--no-owner", f"--dbname={url}", dump]
    subprocess.run([str(folder / "pg_restore"), *clean], check=True)
    back = Store(url)
    back.check()
    goes_on(back, opened, token)
    back.close()
