"""What the routes of LTI share: whether they are on, our addresses, work outside."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from after_overdue.settings import public_address
from after_overdue.teaching.lti.key import is_on
from after_overdue.web.class_answers import Handler
from after_overdue.web.notice import notice

Given = ParamSpec("Given")
Found = TypeVar("Found")
THREADS = 8
OUTSIDE = ThreadPoolExecutor(THREADS, "lti")
"""Threads that wait for course platforms."""


def switched_on(handler: Handler) -> Handler:
    """Return the handler for a server that takes launches; else there is nothing."""

    @functools.wraps(handler)
    async def answer(request: Request) -> Response:
        if not is_on():
            return notice(request, "nothing_here", status=404)
        return await handler(request)

    return answer


async def outside(
    work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs
) -> Found:
    """Do work that asks a platform, in threads of its own: it holds up no reader."""
    task = functools.partial(work, *given, **named)
    return await asyncio.get_running_loop().run_in_executor(OUTSIDE, task)


def site(path: str) -> str:
    """Return an address of ours as platforms know it."""
    return f"{public_address()}{path}"
