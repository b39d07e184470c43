"""What every HTTP answer passes through, outermost first."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Mapping
from functools import partial

from anyio import BrokenResourceError, ClosedResourceError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from after_overdue.insides import CORE, NEEDED, PATHS, STATIC, STREAMLIT
from after_overdue.logs import REQUEST
from after_overdue.settings import setting
from after_overdue.web.addresses import PlainAddresses
from after_overdue.web.framing import frame_ancestors
from after_overdue.web.headers import headers_of
from after_overdue.web.hosts import TrustedHosts
from after_overdue.web.metrics import ANSWERS, SOCKETS
from after_overdue.web.notice import notice
from after_overdue.web.punctuation import PunctuationBehind
from after_overdue.web.root import BelowRoot
from after_overdue.web.routes import ours as routes
from after_overdue.web.same_origin import OwnSockets
from after_overdue.web.sizes import RequestLimits
from after_overdue.web.static_files import CompressedStatic, is_file_under

LOG = logging.getLogger(__name__)
CSP = b"content-security-policy"
"""An answer with a policy of its own gets ours on who may frame it beside it."""
STARTS = ("http.response.start", "websocket.http.response.start")
"""How an answer begins, also one that refuses a socket."""
HUNG_UP = (ClientDisconnect, ConnectionError, BrokenResourceError, ClosedResourceError)
"""How it ends when nobody waits for the answer any more; that is no trouble."""
LONGEST_NAME = 255
"""Bytes of a file's name at most; the platform would fail at a longer one."""
ID = "x-request-id"
GIVEN_ID = re.compile(r"[\w.-]{8,64}", re.ASCII)


def is_closed(path: str) -> bool:
    """Return whether the platform would answer what is nobody's business.

    Examples
    --------
    >>> is_closed(f"{CORE}metrics"), is_closed(f"{CORE}health")
    (True, False)
    """
    if any(len(part.encode()) > LONGEST_NAME for part in path.split("/")):
        return path.startswith(PATHS)
    if path.startswith(STATIC):
        return not is_file_under(STREAMLIT / "static", path.removeprefix(STATIC))
    if not path.startswith(CORE):
        return False
    name = path.removeprefix(CORE)
    return not any(
        name.startswith(each) if each.endswith("/") else name == each for each in NEEDED
    )


def template_of(scope: Scope) -> str:
    """Return the template of the route that a request takes, never its address.

    Examples
    --------
    >>> template_of({"type": "http", "path": "/join/a-secret", "method": "GET"})
    '/join/{secret}'
    """
    if scope["type"] == "http":
        for route in routes:
            if route.matches({"headers": [], **scope})[0] is not Match.NONE:
                return str(getattr(route, "path", "none"))
    return f"{CORE}…" if scope["path"].startswith(CORE) else "none"


class SecurityHeaders:
    """Add the headers of every answer; close what is nobody's business.

    Whatever fails further in ends here, with an answer that has our headers too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with our headers on the way back."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request_id = _id_of(scope)
        answer = _Answer(scope, send, request_id)
        REQUEST.set(partial(_about, scope, request_id))
        try:
            if scope["type"] == "websocket":
                with SOCKETS.track_inprogress():
                    await self.app(scope, receive, answer.send)
            elif is_closed(scope["path"]):
                closed = notice(Request(scope), "nothing_here", status=404)
                await closed(scope, receive, answer.send)
            else:
                await self.app(scope, receive, answer.send)
        except HUNG_UP:
            LOG.debug("Nobody waits for this answer any more.")
        except Exception as error:
            if answer.begun or scope["type"] != "http":
                raise
            await answer.failed(error, receive)


class _Answer:
    """One answer on its way back."""

    def __init__(self, scope: Scope, send: Send, request_id: str) -> None:
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        self.scope, self.request_id, self.begun = scope, request_id, False
        self._send = send
        self._framing = frame_ancestors(path, query).encode()
        self._ours = {**dict(headers_of(path, query)), ID.encode(): request_id.encode()}

    async def send(self, message: Message) -> None:
        """Send a part of it; the first gets our headers."""
        if message["type"] in STARTS:
            self.begun = True
            if setting("METRICS_TOKEN"):
                ANSWERS.labels(template_of(self.scope), message["status"]).inc()
            given = message.get("headers", [])
            kept = self._ours.keys() - {name.lower() for name, _ in given}
            added = [(name, self._ours[name]) for name in kept]
            if CSP not in kept and self._framing:
                added.append((CSP, self._framing))
            message["headers"] = [*given, *added]
        await self._send(message)

    async def failed(self, error: Exception, receive: Receive) -> None:
        """Say that there is no answer: as refused further in, or because it failed."""
        if isinstance(error, HTTPException):
            said = PlainTextResponse(error.detail, error.status_code, error.headers)
            await said(self.scope, receive, self.send)
            return
        LOG.error("An answer failed.", exc_info=error)
        response = notice(
            Request(self.scope), "failed", status=500, number=self.request_id
        )
        await response(self.scope, receive, self.send)


def _id_of(scope: Scope) -> str:
    """Return the number of a request: its proxy's, else one of ours."""
    given = Headers(scope=scope).get(ID, "")
    return given if GIVEN_ID.fullmatch(given) else secrets.token_hex(8)


def _about(scope: Scope, request_id: str) -> Mapping[str, str]:
    return {"request": request_id, "route": template_of(scope)}


def proxies() -> list[Middleware]:
    """Return what believes the named proxies about whom they pass on."""
    named = setting("TRUSTED_PROXIES")
    return [Middleware(ProxyHeadersMiddleware, trusted_hosts=named)] if named else []


middleware = [
    Middleware(BelowRoot),
    Middleware(PlainAddresses),
    *proxies(),
    Middleware(SecurityHeaders),
    Middleware(OwnSockets),
    Middleware(TrustedHosts),
    Middleware(RequestLimits),
    Middleware(PunctuationBehind),
    Middleware(CompressedStatic),
]
