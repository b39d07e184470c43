"""Whether this server is a tool of course platforms, and under which addresses."""

from __future__ import annotations

import functools

from starlette.requests import Request
from starlette.responses import Response

from after_overdue.settings import setting
from after_overdue.teaching.lti.key import is_on
from after_overdue.web.class_answers import Handler
from after_overdue.web.notice import notice


def switched_on(handler: Handler) -> Handler:
    """Return the handler for a server that takes launches; else there is nothing."""

    @functools.wraps(handler)
    async def answer(request: Request) -> Response:
        if not is_on():
            return notice(request, "nothing_here", status=404)
        return await handler(request)

    return answer


def site(path: str) -> str:
    """Return an address of ours as platforms know it."""
    return f"{setting('SITE_ADDRESS').rstrip('/')}{path}"
