"""What every HTTP answer passes through, outermost first."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from after_overdue.settings import setting
from after_overdue.web.framing import frame_ancestors
from after_overdue.web.sizes import Sizes
from after_overdue.web.static_files import CompressedStatic

CLOSED = ("/_stcore/metrics", "/_stcore/agent")
"""Paths of the platform that tell strangers about the server."""
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)


class Manners:
    """Add the headers of every answer, and close what is nobody's business."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with our headers on the way back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        query = scope["query_string"].decode("latin-1")
        ancestors = frame_ancestors(scope["path"], query).encode()
        policy = [(b"content-security-policy", ancestors)] if ancestors else []

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS, *policy]
            await send(message)

        if scope["path"].startswith(CLOSED):
            closed = PlainTextResponse("There is nothing here.", status_code=404)
            await closed(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


def proxies() -> list[Middleware]:
    """Return what believes the named proxies about whom they pass on."""
    named = setting("TRUSTED_PROXIES")
    return [Middleware(ProxyHeadersMiddleware, trusted_hosts=named)] if named else []


middleware = [
    *proxies(),
    Middleware(Manners),
    Middleware(Sizes),
    Middleware(CompressedStatic),
]
