"""The log: what went wrong, once a minute, and nothing of a learner or of a visit."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator

import httpx2 as httpx
import psycopg
import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import SQLAlchemyError

from after_overdue import logs
from after_overdue.errors import SettingError
from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.learner import join
from after_overdue.teaching.store import Store
from after_overdue.teaching.store_trouble import trouble_of
from after_overdue.teaching.tables import learners
from tests.loops import run
from tests.running_site import running_site
from tests.teaching.classes import LESSON
from tests.web.class_room import JSON, now

WORDS = "小王-said-77777"


class Log:
    """A logger whose lines are kept here."""

    def __init__(self, name: str) -> None:
        self.written = io.StringIO()
        self.handler = logging.StreamHandler(self.written)
        self.logger = logging.getLogger(name)
        self.logger.addHandler(self.handler)
        self.logger.propagate = False

    @property
    def lines(self) -> list[str]:
        """What was written."""
        return self.written.getvalue().splitlines()


def _undressed() -> None:
    """Give the handlers of pytest back as they were."""
    for handler in (*logging.root.handlers, logging.lastResort):
        for each in [each for each in handler.filters if type(each) is logs.Troubles]:
            handler.removeFilter(each)
        if type(handler.formatter) is logs.Lines:
            handler.setFormatter(None)


@pytest.fixture
def installed() -> Iterator[None]:
    """The log as a server has it, for one test."""
    made = logging.getLogRecordFactory()
    logs.install()
    yield
    logging.setLogRecordFactory(made)
    _undressed()


@pytest.fixture
def log(installed, request) -> Iterator[Log]:
    """A logger of this test alone."""
    it = Log(f"tests.{request.node.name}")
    yield it
    it.logger.removeHandler(it.handler)


def failing(words: str) -> None:
    raise ValueError(words)


def test_an_error_is_told_by_its_kind_and_place_alone(log) -> None:
    try:
        failing(WORDS)
    except ValueError as error:
        log.logger.exception("A step cannot be drawn.")
        log.logger.error("It failed: %s", error)
        log.logger.warning(error)
    assert len(log.lines) == 3
    for line in log.lines:
        assert WORDS not in line
        assert "ValueError at tests/test_logs.py:" in line


def test_the_causes_of_an_error_are_told_too(log) -> None:
    try:
        try:
            failing(WORDS)
        except ValueError as error:
            raise RuntimeError(WORDS) from error
    except RuntimeError:
        log.logger.exception("Twice.")
    assert "RuntimeError at" in log.lines[0]
    assert "caused by ValueError at" in log.lines[0]
    assert WORDS not in log.lines[0]


def test_what_we_wrote_for_the_operator_is_told_whole(log) -> None:
    log.logger.error("%s", SettingError("FRAMED_BY holds a mistake."))
    assert log.lines[0].endswith("FRAMED_BY holds a mistake.")


def test_a_task_that_nobody_waited_for_tells_no_words(installed) -> None:
    log = Log("asyncio")

    async def forgotten() -> None:
        task = asyncio.ensure_future(asyncio.sleep(0))
        await task
        lost = asyncio.get_running_loop().create_future()
        lost.set_exception(ValueError(WORDS))
        del lost

    run(forgotten())
    log.logger.removeHandler(log.handler)
    log.logger.propagate = True
    assert "never retrieved" in log.lines[0]
    assert WORDS not in log.written.getvalue()


def test_the_same_trouble_is_told_once_a_minute(log, monkeypatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: clock[0])
    for seconds in (0, 1, 58, 2):
        clock[0] += seconds
        log.logger.error("The store of classes does not answer.")
    assert len(log.lines) == 2
    assert "2 more in the minutes before" in log.lines[1]
    log.logger.error("Something else.")
    assert len(log.lines) == 3


def test_a_line_is_json_where_that_is_set(monkeypatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "json")
    made = logging.getLogRecordFactory()
    logs.install()
    log = Log("tests.json")
    token = logs.REQUEST.set(lambda: {"request": "r1", "route": "/join/{secret}"})
    try:
        failing(WORDS)
    except ValueError:
        log.logger.exception("Failed “so”.")
    logs.REQUEST.reset(token)
    logging.setLogRecordFactory(made)
    _undressed()
    found = json.loads(log.lines[0])
    assert (found["level"], found["logger"]) == ("error", "tests.json")
    assert (found["request"], found["route"]) == ("r1", "/join/{secret}")
    assert found["message"] == "Failed “so”."
    assert found["trouble"].startswith("ValueError at tests/test_logs.py:")


def test_a_format_that_is_none_is_refused(monkeypatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(SettingError, match="LOG_FORMAT is 'xml'; allowed are text"):
        logs.install()


def test_what_a_database_refuses_is_not_repeated(store) -> None:
    """A value that does not fit, one that is there already, a table that is gone."""
    opened = open_class_session(store, LESSON, now=now())
    token = join(store, code=opened.join_code, nickname="Wang77777", now=now()).token
    row = {"session_id": 1, "token_hash": hash_of(token), "joined_ms": 1}
    spoilt = (
        insert(learners).values({**row, "nickname": "Wang77777"}),
        insert(learners).values({**row, "token_hash": None, "nickname": "Wang77777"}),
        text("insert into nothing values (:name)").bindparams(name="Wang77777"),
    )
    for statement in spoilt:
        with pytest.raises(SQLAlchemyError) as refused, store.write() as connection:
            connection.execute(statement)
        for wording in (trouble_of(refused.value), logs.described(refused.value)):
            assert "Wang77777" not in wording
            assert hash_of(token) not in wording


@pytest.mark.parametrize("how", ["streamlit", "uvicorn"])
def test_a_server_in_trouble_logs_neither_words_nor_keys(how, postgres) -> None:
    """The table of answers is gone; everything that is sent must not be in the log."""
    name = f"log_{how}"
    postgres.execute(f"create database {name} template ready")
    value = postgres.info
    url = f"postgresql://{value.user}:{value.password}@{value.host}:{value.port}/{name}"
    sent = {"nickname": "Wang77777", "token": "T" * 22}
    with running_site(how, DATABASE_URL=url) as site:
        store = Store(url)
        opened = open_class_session(store, LESSON, now=now())
        store.close()
        with httpx.Client(base_url=site.address, headers=JSON) as phone:
            place = f"/class/{opened.class_id}"
            form = {"secret": opened.join_secret, **sent}
            assert phone.post(f"{place}/join", data=form).status_code == 303
            with psycopg.connect(url, autocommit=True) as direct:
                direct.execute("alter table answer rename to gone")
            answer = {"step": 0, "month": 77777}
            mine = f"{place}/me/{sent['token']}"
            assert phone.post(f"{mine}/answer", data=answer).status_code == 503
            phone.get(f"/class_session?host={opened.host_secret}")
            phone.get(f"/trainer/{opened.host_secret}/results.csv")
        said = site.end()
    assert "The store of classes does not answer" in said
    keys = [opened.host_secret, opened.join_secret, opened.class_id, opened.join_code]
    for word in (
        *sent.values(),
        hash_of(sent["token"]),
        "77777",
        *keys,
        value.password,
    ):
        assert word not in said
