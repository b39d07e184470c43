"""What every HTTP answer passes through, outermost first."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from after_overdue.insides import CORE, NEEDED, STATIC, STREAMLIT
from after_overdue.settings import setting
from after_overdue.web.framing import frame_ancestors
from after_overdue.web.headers import headers_of
from after_overdue.web.hosts import Hosts
from after_overdue.web.notice import notice
from after_overdue.web.punctuation import PunctuationBehind
from after_overdue.web.sizes import Sizes
from after_overdue.web.static_files import CompressedStatic, is_file_under

CSP = b"content-security-policy"
"""An answer with a policy of its own gets ours on who may frame it beside it."""


def is_closed(path: str) -> bool:
    """Return whether the platform would answer what is nobody's business.

    Examples
    --------
    >>> is_closed(f"{CORE}metrics"), is_closed(f"{CORE}health")
    (True, False)
    """
    if path.startswith(STATIC):
        return not is_file_under(STREAMLIT / "static", path.removeprefix(STATIC))
    if not path.startswith(CORE):
        return False
    name = path.removeprefix(CORE)
    return not any(
        name.startswith(each) if each.endswith("/") else name == each for each in NEEDED
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

        path, query = scope["path"], scope["query_string"].decode("latin-1")
        ours = dict(headers_of(path, query))
        framing = frame_ancestors(path, query).encode()

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message["headers"]
                kept = ours.keys() - {name.lower() for name, _ in given}
                added = [(name, ours[name]) for name in kept]
                if CSP not in kept and framing:
                    added.append((CSP, framing))
                message["headers"] = [*given, *added]
            await send(message)

        if is_closed(scope["path"]):
            closed = notice(Request(scope), "nothing_here", status=404)
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
    Middleware(Hosts),
    Middleware(Sizes),
    Middleware(PunctuationBehind),
    Middleware(CompressedStatic),
]
