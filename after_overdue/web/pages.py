"""The addresses of the site's pages."""

from __future__ import annotations

from starlette.routing import Route

from after_overdue.catalog.files import PAGES
from after_overdue.web.shell import shell

NOUNS = tuple(sorted(path.stem for path in PAGES.rglob("*.py")))
"""A page is a script, and its name is its address."""


def noun_at(name: str) -> str:
    """Return the noun that a part of an address means, with hyphens or capitals too.

    Examples
    --------
    >>> noun_at("Score-Recovery")
    'score_recovery'
    """
    return name.lower().replace("-", "_")


routes = [Route("/", shell), *(Route(f"/{noun}", shell) for noun in NOUNS)]
