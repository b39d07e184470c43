"""Our routes and headers, before a stand-in for Streamlit."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from after_overdue.web.limits import LIMITER
from after_overdue.web.middleware import middleware
from after_overdue.web.routes import routes


async def streamlit(_request) -> PlainTextResponse:
    return PlainTextResponse("streamlit")


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of our routes and headers, before a stand-in for Streamlit."""
    LIMITER.storage.reset()
    every_path = Route("/{path:path}", streamlit)
    with TestClient(
        Starlette(routes=[*routes, every_path], middleware=middleware)
    ) as it:
        yield it
