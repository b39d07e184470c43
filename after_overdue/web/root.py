"""A site below a path of its own: the path is taken off before any route is asked.

A proxy may take it off itself or leave it on; either way the routes know nothing of
it. Addresses that leave are made with `settings.rooted`, those of redirects here.
"""

from __future__ import annotations

from functools import partial

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from after_overdue.settings import root_path


class BelowRoot:
    """Take the path of the site off what is asked, and put it before redirects."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as if the site stood at the root."""
        root = root_path()
        if not root or scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        asked: str = scope["path"]
        if asked == root and scope["type"] == "http":
            query = scope["query_string"].decode("latin-1")
            start = RedirectResponse(f"{root}/?{query}" if query else f"{root}/")
            await start(scope, receive, send)
            return
        path = asked.removeprefix(root) if asked.startswith(f"{root}/") else asked
        await self.app({**scope, "path": path}, receive, partial(_send, root, send))


async def _send(root: str, send: Send, message: Message) -> None:
    """Send a part of an answer; a redirect stays below the path of the site."""
    if message["type"] == "http.response.start":
        headers = MutableHeaders(raw=list(message.get("headers", [])))
        target = headers.get("location", "")
        if target.startswith("/") and not target.startswith(f"{root}/"):
            headers["location"] = f"{root}{target}"
            message = {**message, "headers": headers.raw}
    await send(message)
