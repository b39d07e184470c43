"""Discovery: a page says where to ask how it can be shown elsewhere."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request

from after_overdue.reading.links import OEMBED_PATH
from after_overdue.settings import setting

FORMATS = {"json": "application/json+oembed", "xml": "text/xml+oembed"}
"""Forms of the answer, and the media type that a page announces each by."""


def origin_of(request: Request) -> str:
    """Return the address of this site as its reader knows it."""
    return (setting("SITE_ADDRESS") or str(request.base_url)).rstrip("/")


def discovery(request: Request) -> list[tuple[str, str]]:
    """Return media type and address of each answer about the page asked for."""
    path, query = request.url.path, request.url.query
    page, origin = f"{path}{'?' if query else ''}{query}", origin_of(request)
    return [
        (
            kind,
            f"{origin}{OEMBED_PATH}?"
            + urlencode({"url": f"{origin}{page}", "format": name}),
        )
        for name, kind in FORMATS.items()
    ]
