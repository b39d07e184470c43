"""The addresses of the site's pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from after_overdue.catalog.files import PAGES
from after_overdue.models.registry import HOME
from after_overdue.web.shell import shell

NOUNS = tuple(sorted(path.stem for path in PAGES.rglob("*.py")))
"""A page is a script, and its name is its address."""


LEAD_HOME = ("home", HOME)
"""Names of the page that a site begins with, which has none in its address."""


def noun_at(name: str) -> str:
    """Return the noun that a part of an address means, with hyphens or capitals too.

    Examples
    --------
    >>> noun_at("Score-Recovery")
    'score_recovery'
    """
    return name.lower().replace("-", "_")


async def start(request: Request) -> RedirectResponse:
    """Lead to the page that a site begins with, at the settings asked for."""
    query = request.url.query
    return RedirectResponse(f"/?{query}" if query else "/")


routes = [
    Route("/", shell),
    *(Route(f"/{noun}", start) for noun in LEAD_HOME),
    *(Route(f"/{noun}", shell) for noun in NOUNS if noun not in LEAD_HOME),
]
