"""Who asks, by the address that a socket or a proxy tells.

A server that listens to IPv6 and IPv4 at once is told of every IPv4 reader as
``::ffff:192.0.2.1``: as one IPv6 network for all of them, and as no proxy that anybody
would name.
"""

from __future__ import annotations

import ipaddress

from starlette.types import ASGIApp, Receive, Scope, Send


def unmapped(host: str) -> str:
    """Return an IPv4 address that is written as IPv6 as what it is.

    Examples
    --------
    >>> [unmapped(each) for each in ("::ffff:192.0.2.1", "::FFFF:c000:201", "::1")]
    ['192.0.2.1', '192.0.2.1', '::1']
    """
    if ":" not in host:
        return host
    try:
        mapped = ipaddress.IPv6Address(host.partition("%")[0]).ipv4_mapped
    except ValueError:
        return host
    return str(mapped) if mapped else host


class PlainAddresses:
    """Tell everything further in of IPv4 readers and proxies by their IPv4 address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope.get("client"):
            host, port = scope["client"]
            scope = {**scope, "client": (unmapped(host), port)}
        await self.app(scope, receive, send)
