"""Whether a request comes from one of our own pages, or from another site's."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from after_overdue.settings import setting
from after_overdue.web.notice import notice

OURS = ("same-origin", "none")
"""What a browser says of a request that no other site made."""
PORTS = {"http": 80, "https": 443}
Place = tuple[str, int]
"""Host and port."""


def is_ours(request: Request) -> bool:
    """Return whether no other site made this request.

    A browser names the site in ``Sec-Fetch-Site`` or in ``Origin``; what is no browser
    names none, and carries no cookie of a learner either.
    """
    if request.headers.get("sec-fetch-site", "none") not in OURS:
        return False
    return has_own_origin(request.headers)


def has_own_origin(headers: Headers) -> bool:
    """Return whether every ``Origin`` of a request is this server; none is as good."""
    return all(_is_here(each, headers) for each in headers.getlist("origin"))


def _is_here(origin: str, headers: Headers) -> bool:
    scheme = origin.partition("://")[0].lower()
    place = place_of(origin)
    return place is not None and place in _places(scheme, headers)


def place_of(address: str) -> Place | None:
    """Return host and port of an address; None where it names none.

    Examples
    --------
    >>> place_of("https://Guide.example"), place_of("http://[::1]:8501")
    (('guide.example', 443), ('::1', 8501))
    >>> place_of("null"), place_of("https://a:b"), place_of("file:///x")
    (None, None, None)
    """
    try:
        split = urlsplit(address)
        port = split.port
    except ValueError:
        return None
    if split.scheme not in PORTS or not split.hostname:
        return None
    return split.hostname.rstrip("."), port or PORTS[split.scheme]


def _places(scheme: str, headers: Headers) -> Iterator[Place | None]:
    """Yield where readers find this server: as asked, as passed on, as set.

    A page of another site cannot make a browser send a forwarded host, and only
    behind proxies that are named does the server look at it.
    """
    yield place_of(f"{scheme}://{headers.get('host', '')}")
    if setting("TRUSTED_PROXIES"):
        for each in ",".join(headers.getlist("x-forwarded-host")).split(","):
            yield place_of(f"{scheme}://{each.strip()}")
    if setting("SITE_ADDRESS"):
        yield place_of(setting("SITE_ADDRESS"))


class OwnSockets:
    """Refuse a socket that a page of another site opens, before anything looks at it.

    The platform itself would ask an address service of somebody else's whether it
    knows that site, and hold up every reader until it is told. For the same reason
    it is given the origin in the only spelling that it compares by itself. Every
    browser names the origin of a socket; not all know the site it belongs to.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no socket, and a socket of our own pages."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        if has_own_origin(Headers(scope=scope)):
            await self.app(_as_asked(scope), receive, send)
            return
        request = Request({**scope, "type": "http", "method": "GET"})
        refused = notice(request, "other_site", status=403)
        await refused(scope, receive, send)


def _as_asked(scope: Scope) -> Scope:
    """Return the scope with its origin spelled as the host that was asked for."""
    headers = MutableHeaders(raw=list(scope["headers"]))
    if "origin" in headers:
        scheme = headers["origin"].partition("://")[0].lower()
        headers["origin"] = f"{scheme}://{headers.get('host', '')}"
    return {**scope, "headers": headers.raw}
