"""Settings that cannot work: each stops the start, in one sentence that names it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from after_overdue.errors import SettingError
from after_overdue.settings import BASE_PATH, DEFAULTS, rooted, setting
from after_overdue.teaching.class_session import host_view, open_class_session
from after_overdue.teaching.store import OPENED, store
from after_overdue.web import class_upkeep
from after_overdue.web.checked_settings import check_settings
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import routes
from tests.teaching.classes import LESSON
from tests.web.class_room import now

ROOT = Path(__file__).parents[2]
BAD = {
    "AFTER_OVERDUE_TODAY": [
        *("tomorrow", "29.2.2028", "2027-02-29"),
        *("0001-01-01", "2020-02-29", "9999-12-31"),
    ],
    "FRAMED_BY": ["lms.example", "https://a b.example/x", "https://lms.example/page"],
    "PAGES_FRAMED_BY": ["hub.example", "* https://hub.example"],
    "SITE_ADDRESS": [
        "guide.example",
        "//guide.example",
        "ftp://guide.example",
        "https://",
        "https://guide.example?x=1",
        "https://guide.example/#top",
        "https://guide.example/a path",
        "https://guide.example//guide",
        "https://guide.example/read",
        "https://me@guide.example",
        "https://guide.example:port",
        "https://guide.example:123456",
        "https://guide example",
        "https://guide.example/..",
        "https://guide.example/a/./b",
    ],
    "SECURITY_CONTACT": ["me@guide.example", "http://guide.example", "mailto:me"],
    BASE_PATH: ["a path", "guide//here", "_stcore", "/read/", ".."],
    "DATABASE_URL": [
        "class.sqlite3",
        "mysql://db.example/x",
        "postgresql",
        "postgresql+asyncpg://db.example/x",
        "postgresql+psycopg2://db.example/x",
        "sqlite+aiosqlite:///x",
        "postgresql://me:hidden@db.example:port/x",
        "postgresql://me:hidden@db.example:0/x",
        "postgresql://me:hidden@db.example:99999/x",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:////tmp",
        "sqlite:////proc/none/class.sqlite3",
        "sqlite:////tmp/class.sqlite3?timeout=abc",
        "sqlite:////tmp/class.sqlite3?nonsense=1",
        "postgresql://me:hidden@db.example/x?nonsense=1",
        "postgresql://me:hidden@db.example/x?sslmode=banana",
        "postgresql://me:hidden@db.example/x?port=99999",
    ],
    "DATA_FOLDER": ["/proc/none", "/dev/null", "README.md", "README.md/data"],
    "TRUSTED_PROXIES": [
        "proxy",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.1;10.0.0.2",
        "10.0.0.7, *",
        ",",
    ],
    "ALLOWED_HOSTS": [
        "https://guide.example",
        "guide.example:443",
        "guide.example/x",
        "*example.org",
        "*.",
        "a b",
        "...",
        ", ,",
    ],
    "LTI_KEY_FILE": ["/none/key.pem", "README.md"],
    "LTI_REGISTRATION": ["short", "ü" * 20],
    "LTI_REACH": ["anywhere", "private,public"],
    "LOG_FORMAT": ["xml", "json,text"],
    "MIGRATE": ["no", "stop"],
    "METRICS_TOKEN": ["short", "sixteen letters!", "ü" * 20],
    "VALKEY_URL": [
        "localhost:6379",
        "http://h",
        "valkey://",
        "valkey://h:port",
        "valkey://h:1,g:2",
        "valkey://h/x",
        "valkey://h?x=1",
        "valkey://h/0?x=1",
    ],
    **{
        name: ["0", "-1", "1e3", "many", "٣", "1.5", "9" * 5000]
        for name in DEFAULTS
        if DEFAULTS[name].isdecimal()
    },
    **{
        name: ["0 per minute", "many", "5", "5 per 0 minutes", "-5 per minute", "5/x"]
        for name in DEFAULTS
        if name.startswith("LIMIT_")
    },
}
GOOD = {
    "FRAMED_BY": ["*", "none", "https://lms.example https://*.school.example:8443"],
    "PAGES_FRAMED_BY": ["none", "*", "https://hub.example"],
    "SITE_ADDRESS": ["https://guide.example/", "http://[::1]:8501/a/guide/"],
    BASE_PATH: ["guide", "/a/guide/"],
    "DATABASE_URL": [
        "postgres://h/x",
        "postgresql+psycopg://u:p@h:5432/x?sslmode=require",
    ],
    "TRUSTED_PROXIES": ["*", "10.0.0.7, 10.0.0.0/8,fd00::/8"],
    "ALLOWED_HOSTS": ["*", "guide.example, *.example.org", "10.0.0.7,[::1]"],
    "LOG_FORMAT": ["JSON", " text "],
    "MIGRATE": ["command"],
    "SECURITY_CONTACT": ["mailto:me@guide.example", "https://guide.example/report"],
    "METRICS_TOKEN": ["a-token_of-16-letters"],
    "VALKEY_URL": [
        "valkey://h",
        "valkey://[2001:db8::1]/",
        "valkeys://user:word@h:6380/1",
    ],
}


@pytest.fixture(autouse=True)
def bare(monkeypatch) -> None:
    """No setting of whoever runs the tests."""
    for name in DEFAULTS:
        monkeypatch.delenv(name, raising=False)


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, given) for name, all_given in table.items() for given in all_given]


@pytest.mark.parametrize(("name", "given"), cases(BAD))
def test_a_setting_that_cannot_work_stops_the_start(monkeypatch, name, given) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(SettingError) as refused:
        check_settings()
    sentence = str(refused.value)
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "hidden" not in sentence


@pytest.mark.parametrize(("name", "given"), cases(GOOD))
def test_a_setting_that_works_is_taken(monkeypatch, name, given) -> None:
    monkeypatch.setenv(name, given)
    check_settings()


def test_a_path_is_the_same_wherever_it_is_named(monkeypatch) -> None:
    monkeypatch.setenv("SITE_ADDRESS", "https://school.example/guide/")
    monkeypatch.setenv(BASE_PATH, "guide")
    check_settings()
    assert rooted("/apr") == "/guide/apr"
    monkeypatch.setenv(BASE_PATH, "another")
    with pytest.raises(SettingError, match=r"SITE_ADDRESS .* the same path in both"):
        check_settings()


def test_every_setting_is_tried_but_the_one_that_is_any_text() -> None:
    assert set(BAD) == set(DEFAULTS) - {"OPERATOR"}


def test_whoever_finds_a_weakness_is_told_whom_to_tell(monkeypatch) -> None:
    client, path = TestClient(Starlette(routes=routes)), "/.well-known/security.txt"
    assert client.get(path).status_code == 404
    monkeypatch.setenv("SECURITY_CONTACT", "mailto:me@guide.example")
    found = client.get(path)
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert found.text.startswith("Contact: mailto:me@guide.example\nExpires: 20")


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_setting_that_is_left_empty_has_its_default(monkeypatch, name) -> None:
    monkeypatch.setenv(name, "  ")
    assert setting(name) == DEFAULTS[name]
    check_settings()


def test_a_start_that_stops_says_one_sentence_and_no_traceback() -> None:
    ended = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={"LIMIT_JSON": "0 per minute", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    (said,) = ended.stderr.splitlines()
    assert said.startswith("After Overdue does not start. LIMIT_JSON is '0 per minute'")


def test_where_nothing_can_be_written_all_but_classes_is_served(
    monkeypatch, tmp_path
) -> None:
    """A checkout that nobody may write to; once somebody may, classes are there."""
    in_the_way = tmp_path / "data"
    in_the_way.touch()
    monkeypatch.setattr("after_overdue.teaching.store_address.KEPT_IN", tmp_path)
    check_settings()
    site = Starlette(routes=routes, middleware=middleware)
    with TestClient(site) as client:
        assert client.get("/read/en/").status_code == 200
        for language, said in (("en", "cannot be reached"), ("zh", "连不上")):
            form = {"code": "K7DRWXQM"}
            found = client.post(f"/join?lang={language}", data=form)
            assert found.status_code == 503
            assert said in found.text
        in_the_way.unlink()
        assert client.post("/join", data={"code": "K7DRWXQM"}).status_code == 404
    OPENED.popitem()[1].close()


def test_a_folder_that_was_emptied_is_found_again(monkeypatch, tmp_path) -> None:
    """By a class and by the upkeep; nothing is kept in a file that is gone."""
    folder = tmp_path / "data"
    monkeypatch.setenv("DATA_FOLDER", str(folder))
    open_class_session(store(), LESSON, now=now())
    shutil.rmtree(folder)
    folder.touch()
    with pytest.raises(class_upkeep.SQLAlchemyError):
        class_upkeep.tidy()
    folder.unlink()
    class_upkeep.tidy()
    opened = open_class_session(store(), LESSON, now=now())
    assert (folder / "class.sqlite3").exists()
    assert host_view(store(), opened.host_secret, now=now()).learners == 0
    OPENED.popitem()[1].close()
