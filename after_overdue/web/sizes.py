"""How much one request may bring: its address, its headers, its body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from after_overdue.settings import number
from after_overdue.web.notice import notice, sentences


class Bound(NamedTuple):
    """What is bounded: by which setting, and how a request above it is answered."""

    setting: str
    status: int


BOUNDS: Mapping[str, Bound] = {
    "address_too_long": Bound("LONGEST_ADDRESS", 414),
    "too_many_parameters": Bound("MOST_PARAMETERS", 400),
    "headers_too_long": Bound("LONGEST_HEADERS", 431),
    "body_too_long": Bound("LONGEST_BODY", 413),
}


class RequestLimits:
    """Refuse what is larger than the settings allow, before anything reads it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say what is too large."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = lengths(scope)
        for kind, (setting, status) in BOUNDS.items():
            most = number(setting)
            if given[kind] > most:
                request = Request(scope)
                refused = notice(
                    request, kind, status=status, given=given[kind], most=most
                )
                await refused(scope, receive, send)
                return
        await self.app(scope, counted(receive), send)


def lengths(scope: Scope) -> dict[str, int]:
    """Return how long each part of a request is, the body as announced."""
    query: bytes = scope["query_string"]
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    announced = dict(headers).get(b"content-length", b"")
    return {
        "address_too_long": len(scope.get("raw_path") or scope["path"]) + len(query),
        "too_many_parameters": query.count(b"&") + 1,
        "headers_too_long": sum(len(name) + len(value) for name, value in headers),
        "body_too_long": int(announced) if announced.isdigit() else 0,
    }


def counted(receive: Receive) -> Receive:
    """Return `receive`, which stops once a body has grown too long."""
    setting, status = BOUNDS["body_too_long"]
    most, length = number(setting), 0

    async def receive_counted() -> Message:
        nonlocal length
        message = await receive()
        length += len(message.get("body", b""))
        if length > most:
            raise HTTPException(status, sentences("body_too_long", most=most))
        return message

    return receive_counted
