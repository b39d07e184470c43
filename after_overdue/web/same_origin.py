"""Whether a request that changes something comes from one of our own pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request

OURS = ("same-origin", "none")
"""What a browser says of a request that no other site made."""


def is_ours(request: Request) -> bool:
    """Return whether no other site made this request.

    A browser names the site in ``Sec-Fetch-Site`` or in ``Origin``; what is no browser
    names none, and carries no cookie of a learner either.
    """
    if request.headers.get("sec-fetch-site", "none") not in OURS:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
