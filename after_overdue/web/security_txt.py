"""Where to report a weakness, as machines look for it: /.well-known/security.txt."""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES
from after_overdue.settings import setting
from after_overdue.web.limits import limited
from after_overdue.web.notice import notice

PATH = "/.well-known/security.txt"
VALID = timedelta(days=180)
"""How long a copy of it may be believed; the standard asks for less than a year."""


@limited("read")
async def security(request: Request) -> Response:
    """Answer with whom the operator names; nobody named, there is no such file."""
    contact = setting("SECURITY_CONTACT")
    if not contact:
        return notice(request, "no_such_file", status=404, given=PATH, options="none")
    lines = (
        f"Contact: {contact}",
        f"Expires: {(clock.now() + VALID):%Y-%m-%dT00:00:00Z}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
    )
    return PlainTextResponse("\n".join(lines) + "\n")


routes = [Route(PATH, security)]
