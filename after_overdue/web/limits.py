"""How often one address may ask: a wrapper for the handler of a route.

``Route("/handout", limited("export")(handout))`` is all that a route needs; the kinds
and their numbers are the settings ``LIMIT_…``.
"""

from __future__ import annotations

import functools
import inspect
import ipaddress
import math
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, ParamSpec, TypeVar, cast

from limits import RateLimitItem, parse_many
from starlette.requests import Request
from starlette.responses import Response

from after_overdue.errors import SettingError
from after_overdue.settings import DEFAULTS, setting
from after_overdue.web.addresses import unmapped
from after_overdue.web.counting import WORK as PROCESSOR
from after_overdue.web.counting import free_again, has_room
from after_overdue.web.notice import notice
from after_overdue.web.work import WORK, Work, in_thread

P = ParamSpec("P")
T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]
Asked = Handler | Callable[[Request], Response]
LOCAL = "127.0.0.1"
NOWHERE = "::"
"""Counted for whom a proxy gives an address that is none."""
DEAR = ("figure", "json", "export")
"""Kinds whose answers are worked out anew for settings that nobody asked for lately:
whoever asks is charged what they cost, too."""
READING = ("GET", "HEAD")
"""Methods of a request that brings nothing of its reader's."""
NOUGHT = re.compile(r"(per|/)\s*0", re.IGNORECASE)
"""A time of nought, which would be read as one."""
HOME_BITS = 64
"""An IPv6 line has a network of its own, and may choose any address in it."""


def address_of(request: Request) -> str:
    """Return the address that a limit counts: a host, or its IPv6 network.

    Where no proxy is named, nobody is believed about whom they pass on: an address
    that the server itself took from such a header counts as the local proxy's.
    """
    host = unmapped(request.client.host) if request.client else LOCAL
    passed_on = ",".join(request.headers.getlist("x-forwarded-for"))
    if host in passed_on and not setting("TRUSTED_PROXIES"):
        return LOCAL
    if ":" not in host:
        return host
    bare = host.partition("%")[0]
    try:
        return str(ipaddress.ip_network((bare, HOME_BITS), strict=False))
    except ValueError:
        return NOWHERE


def everyone(_request: Request) -> str:
    """Count all addresses together."""
    return "everyone"


def limited(
    kind: str,
    *,
    when: Callable[[Response], bool] | None = None,
    of: Callable[[Request], str] = address_of,
) -> Callable[[Asked], Handler]:
    """Return a decorator: the handler answers 429 to whoever has asked too often.

    Parameters
    ----------
    kind : the setting, for example ``export`` for ``LIMIT_EXPORT``
    when : which answers count, for example refused codes; all if it is not given
    of : who is counted
    """

    def decorate(handler: Asked) -> Handler:
        asked = _awaitable(handler)

        @functools.wraps(handler)
        async def answer(request: Request) -> Response:
            spent = await _spent(kind, of(request), count=when is None)
            if spent:
                return await _too_many(request, spent, kind, of(request))
            if kind in DEAR:
                return await _charged(asked, request)
            response = await asked(request)
            if when is not None and when(response):
                await _spent(kind, of(request), count=True)
            return response

        answer.kinds = (kind, *kinds_of(handler))  # type: ignore[attr-defined]
        return answer

    return decorate


def kinds_of(handler: Callable[..., object]) -> tuple[str, ...]:
    """Return the limits that a handler has, the outermost first."""
    return getattr(handler, "kinds", ())


def limits_of(kind: str) -> list[RateLimitItem]:
    """Return the limits of a kind; raise SettingError where they cannot be read."""
    return _parsed(kind.upper(), setting(f"LIMIT_{kind.upper()}"))


@functools.lru_cache(maxsize=64)
def _parsed(kind: str, text: str) -> list[RateLimitItem]:
    try:
        found = parse_many(text)
    except ValueError:
        found = []
    if NOUGHT.search(text) or not found or any(each.amount < 1 for each in found):
        raise SettingError(
            f"LIMIT_{kind} is '{text}'; write how many, from 1, in which time, such as "
            f"'{DEFAULTS[f'LIMIT_{kind}']}'."
        )
    return found


def _awaitable(handler: Asked) -> Handler:
    """Return a handler to wait for; one that is not runs in a thread."""
    if inspect.iscoroutinefunction(handler):
        return handler
    return cast(Handler, functools.partial(in_thread, cast(Any, handler)))


async def is_free(kind: str, who: str) -> bool:
    """Return whether `who` may still send one; nothing is counted."""
    return await _spent(kind, who, count=False) is None


async def count(kind: str, who: str) -> None:
    """Count one of `who`."""
    await _spent(kind, who, count=True)


async def _charged(handler: Handler, request: Request) -> Response:
    """Answer, and charge who asked the time of a processor that it took."""
    who = address_of(request)
    if spent := await _spent(PROCESSOR, who, count=False):
        return await _too_many(request, spent, PROCESSOR, who)
    async with _paid_by(who):
        return await handler(request)


async def afforded(
    request: Request, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """Return what a task returns in a thread, and charge who asked what it took.

    None where that address has used up its time: a page stands without what is dear.
    """
    who = address_of(request)
    if await _spent(PROCESSOR, who, count=False):
        return None
    async with _paid_by(who):
        return await in_thread(task, *args, **kwargs)


@asynccontextmanager
async def _paid_by(who: str) -> AsyncIterator[None]:
    """Charge `who` for the work inside; the last within a limit may take more."""
    work = Work()
    before = WORK.set(work)
    try:
        yield
    finally:
        WORK.reset(before)
        if cost := work.milliseconds:
            for each in limits_of(PROCESSOR):
                await has_room(each, PROCESSOR, who, count=True, cost=cost)


async def _spent(kind: str, who: str, *, count: bool) -> RateLimitItem | None:
    """Count one request of `who`, or only look; return a limit that is used up."""
    for each in limits_of(kind):
        if not await has_room(each, kind, who, count=count):
            return each
    return None


async def _too_many(request: Request, spent: RateLimitItem, *who: str) -> Response:
    free = await free_again(spent, *who)
    seconds = max(1, math.ceil(free - time.time()))
    wait = {"retry-after": str(seconds)}
    kind = "asked_too_often" if request.method in READING else "sent_too_often"
    return notice(request, kind, status=429, headers=wait, seconds=seconds)
