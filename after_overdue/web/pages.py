"""The addresses of the site's pages."""

from __future__ import annotations

from pathlib import Path

from starlette.routing import Route

from after_overdue.web.shell import shell

PAGES = Path(__file__).parents[2] / "pages"
NOUNS = tuple(sorted(path.stem for path in PAGES.rglob("*.py")))
"""A page is a script, and its name is its address."""

routes = [Route("/", shell), *(Route(f"/{noun}", shell) for noun in NOUNS)]
