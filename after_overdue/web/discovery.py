"""Discovery: a page says where to ask how it can be shown elsewhere."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request

from after_overdue.reading.links import OEMBED_PATH
from after_overdue.settings import public_address, root_path

FORMATS = {"json": "application/json+oembed", "xml": "text/xml+oembed"}
"""Forms of the answer, and the media type that a page announces each by."""

KEYS = ("host", "join", "token", "secret")
"""Parameters of an address that let somebody into a class."""


def origin_of(request: Request) -> str:
    """Return the address of this site as its reader knows it."""
    return public_address() or asked_origin(request)


def asked_origin(request: Request) -> str:
    """Return the address of this site by which it was asked."""
    return f"{str(request.base_url).rstrip('/')}{root_path()}"


def home() -> str:
    """Return the address of this site as it is set, else its path, if it has one.

    What a reader asked for by is no part of it: a page that is kept for all would
    carry a stranger's name for us to the next one.
    """
    return public_address() or root_path()


def shared_query(request: Request) -> str:
    """Return the query of a request without the keys of a class."""
    query = request.url.query
    if not any(name in request.query_params for name in KEYS):
        return query
    given = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, text) for name, text in given if name not in KEYS])


def discovery(request: Request) -> list[tuple[str, str]]:
    """Return media type and address of each answer about the page asked for.

    What opens a class is no part of it: whoever has a board's link runs its class.
    """
    path, query = request.url.path, shared_query(request)
    page, origin = f"{path}{'?' if query else ''}{query}", home()
    return [
        (
            kind,
            f"{origin}{OEMBED_PATH}?"
            + urlencode({"url": f"{origin}{page}", "format": name}),
        )
        for name, kind in FORMATS.items()
    ]
