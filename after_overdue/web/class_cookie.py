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
    seconds = int(kept.total_seconds())
    cookie = (
        f"{_name(class_id)}={token}; Path={rooted(f'/class/{class_id}/')}; "
        f"Max-Age={seconds}; HttpOnly; {manners(request)}"
    )
    response.headers.append("set-cookie", cookie)


def manners(request: Request) -> str:
    """Return how a cookie behaves, by whether it can stand in another site's page."""
    return FRAMED if request.url.scheme == "https" else PLAIN


def _name(class_id: str) -> str:
    return f"class_{class_id}"
