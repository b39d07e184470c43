"""HTTP routes beside Streamlit."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from after_overdue.web.static_files import asset


async def health(_request: Request) -> PlainTextResponse:
    """Answer that the server is up."""
    return PlainTextResponse("ok")


routes = [Route("/healthz", health), Route("/assets/{name}", asset)]
