"""The command ``migrate``: what it does to a database, and what it says."""

from sqlalchemy import text

from after_overdue.cli import main
from after_overdue.teaching.store import newest


def test_a_database_without_tables_gets_them_and_once_more_changes_nothing(
    tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new/class.sqlite3")
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out == (
        f"The database of classes is at version {newest()}; it was at nothing.\n"
    )
    assert main(["migrate"]) == 0
    assert "it was so already" in capsys.readouterr().out
    assert (tmp_path / "new/class.sqlite3").stat().st_mode & 0o077 == 0


def test_tables_of_a_newer_version_are_left_alone(
    store, database, monkeypatch, capsys
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    with store.write() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    assert main(["migrate"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "The tables were not changed: the tables have version '9999'"
    )
    with store.read() as connection:
        assert connection.scalar(text("select * from alembic_version")) == "9999"


def test_a_database_that_is_away_or_none_is_told(monkeypatch, capsys) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hidden@127.0.0.1:1/none")
    assert main(["migrate"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("The tables were not changed:")
    assert "hidden" not in said
    monkeypatch.setenv("DATABASE_URL", "mongo://x")
    assert main(["migrate"]) == 2
