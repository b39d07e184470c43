"""The cookie by which a learner is known, one for each class.

On HTTPS it is partitioned: inside a page of another site, such as a learning platform,
a browser takes no other. Where it takes none at all, the personal link does the same.
"""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from after_overdue.settings import rooted

FRAMED = "Secure; SameSite=None; Partitioned"
PLAIN = "SameSite=Lax"


def token_in_cookie(request: Request, class_id: str) -> str:
    """Return the learner's token; nothing where the browser sends none."""
    return request.cookies.get(_name(class_id), "")


def keep_token(
    response: Response, request: Request, class_id: str, token: str, kept: timedelta
) -> None:
    """Ask the browser to keep a learner's token for as long as the class is kept."""
    manners, seconds = PLAIN, int(kept.total_seconds())
    if request.url.scheme == "https":
        manners = FRAMED
    cookie = (
        f"{_name(class_id)}={token}; Path={rooted(f'/class/{class_id}/')}; "
        f"Max-Age={seconds}; HttpOnly; {manners}"
    )
    response.headers.append("set-cookie", cookie)


def _name(class_id: str) -> str:
    return f"class_{class_id}"
