"""Our routes and headers; and a server with a class in it, on each database."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.lti.key import make_key
from after_overdue.teaching.lti.platforms import add_platform
from after_overdue.teaching.store import OPENED, Store
from after_overdue.teaching.store import store as store_of_server
from after_overdue.web.counting import LIMITER
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import routes
from tests.teaching.classes import LESSON
from tests.web.class_room import Phone, Room, now
from tests.web.lti_platform import TOOL, CoursePlatform


async def streamlit(_request) -> PlainTextResponse:
    return PlainTextResponse("streamlit")


async def strict(_request) -> PlainTextResponse:
    return PlainTextResponse("", headers={"content-security-policy": "sandbox"})


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of our routes and headers, before a stand-in for Streamlit."""
    LIMITER.storage.reset()
    methods = ["GET", "POST", "PUT", "DELETE"]
    platform = Route("/{path:path}", streamlit, methods=methods)
    every_route = [Route("/strict", strict), *routes, platform]
    with TestClient(Starlette(routes=every_route, middleware=middleware)) as it:
        yield it


@pytest.fixture
def server(database, monkeypatch) -> Iterator[Starlette]:
    """Our routes on a database of their own."""
    monkeypatch.setenv("DATABASE_URL", database)
    LIMITER.storage.reset()
    yield Starlette(routes=routes, middleware=middleware)
    store_of_server().close()
    OPENED.clear()


@pytest.fixture
def room(server) -> Iterator[Room]:
    """A class that has just been opened on the server."""
    store: Store = store_of_server()
    opened = open_class_session(store, LESSON, now=now())
    with ExitStack() as phones:

        def phone(address: str = "192.0.2.1") -> Phone:
            client = TestClient(server, client=(address, 50000))
            return Phone(phones.enter_context(client), opened)

        yield Room(store, opened, phone)


@pytest.fixture
def phone(room) -> Phone:
    """A learner of a class whose first step is open."""
    joined = room.phone().join()
    room.press("open")
    return joined


@pytest.fixture(scope="module")
def key(tmp_path_factory) -> Path:
    """The private key of a server."""
    made = tmp_path_factory.mktemp("key") / "key.pem"
    make_key(made)
    return made


@pytest.fixture
def platform(server, monkeypatch, key):
    """A platform that is registered with a server that takes launches."""
    settings = {
        "LTI_KEY_FILE": str(key),
        "LTI_REACH": "private",
        "SITE_ADDRESS": TOOL,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with CoursePlatform() as it:
        add_platform(store_of_server(), it.platform)
        yield it


@pytest.fixture
def reader(server):
    with TestClient(server, base_url=TOOL) as it:
        yield it
