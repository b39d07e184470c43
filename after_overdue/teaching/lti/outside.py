"""Requests to a course platform: to a public address on HTTPS, short and bounded.

Addresses come from whoever registers a platform and from what it signs, so that each
is held to the same rule where the connection is made: a name that leads into the
operator's own network is refused however it is spelled, unless `LTI_REACH` says so.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from after_overdue.settings import choice

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 3, 5, 10
MOST_BYTES, AT_ONCE = 2**20, 2**14


class OutsideError(requests.RequestException):
    """What a platform answered, or where it stands, is refused."""


def may_be_private() -> bool:
    """Return whether platforms may stand in the operator's own network."""
    return choice("LTI_REACH") == "private"


def is_address(text: str) -> bool:
    """Return whether this has the form of a platform's address."""
    return text.startswith(("https://", "http://") if may_be_private() else "https://")


class Outside(requests.Session):
    """A session that asks course platforms and nobody else."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False
        self.headers["User-Agent"] = "after-overdue"
        self.adapters.clear()
        self.mount("https://", _Adapter())
        if may_be_private():
            self.mount("http://", _Adapter())

    def request(self, *given: Any, **named: Any) -> requests.Response:  # noqa: ANN401
        """Ask, follow no redirect, and read no more than what we can use."""
        named |= {
            "timeout": (CONNECT_SECONDS, READ_SECONDS),
            "allow_redirects": False,
            "stream": True,
        }
        with super().request(*given, **named) as found:
            found._content = _body(found)
        return found


def _body(found: requests.Response) -> bytes:
    """Return the body of an answer; raise OutsideError where it is long or slow."""
    read, ends = bytearray(), time.monotonic() + WHOLE_SECONDS
    for part in found.iter_content(AT_ONCE):
        read += part
        if len(read) > MOST_BYTES or time.monotonic() > ends:
            raise OutsideError("the answer is too long or too slow")
    return bytes(read)


def _checked(found: socket.socket) -> socket.socket:
    """Return a connection, or close it where it leads into a private network."""
    host = found.getpeername()[0].partition("%")[0]
    if not ipaddress.ip_address(host).is_global and not may_be_private():
        found.close()
        raise OutsideError("the address lies in a private network")
    return found


class _Https(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _checked(super()._new_conn())


class _Http(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _checked(super()._new_conn())


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


POOLS: Mapping[str, type[HTTPConnectionPool]] = {"https": _HttpsPool, "http": _HttpPool}


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *given: Any, **named: Any) -> None:  # noqa: ANN401
        super().init_poolmanager(*given, **named)
        self.poolmanager.pool_classes_by_scheme = dict(POOLS)
