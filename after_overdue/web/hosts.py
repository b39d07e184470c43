"""Which names this server answers to."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from after_overdue.settings import setting
from after_overdue.web.notice import notice

HOST = re.compile(r"([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?", re.IGNORECASE | re.ASCII)
ANY = "*"
PROBED = ("/healthz", "/readyz")
"""A balancer asks these by whatever name it has for this machine, or by none."""


def is_ours(host: str, allowed: str) -> bool:
    """Return whether a Host header names this server.

    Parameters
    ----------
    allowed : names with commas between, ``*.example.com`` for all under one, or ``*``

    Examples
    --------
    >>> is_ours("guide.example:443", "guide.example"), is_ours("a b", "*")
    (True, False)
    """
    named = HOST.fullmatch(host)
    if named is None:
        return False
    name = named[1].lower()
    known = [each.strip().lower() for each in allowed.split(",")]
    return any(
        each in (ANY, name) or (each.startswith("*.") and name.endswith(each[1:]))
        for each in known
    )


class TrustedHosts:
    """Refuse what was asked of another name: a rebound one, or one that is none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where it names this server."""
        if scope["type"] == "lifespan" or scope["path"] in PROBED:
            await self.app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "")
        if is_ours(host, setting("ALLOWED_HOSTS")):
            await self.app(scope, receive, send)
            return
        request = Request({**HTTPConnection(scope).scope, "type": "http"})
        refused = notice(request, "other_host", status=421)
        await refused(scope, receive, send)
