"""What is nowhere: paths that the platform would answer with an empty page."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from after_overdue.web.reading import missing
from after_overdue.web.static_files import STREAMLIT

PAGES = {page.stem for page in (Path(__file__).parents[2] / "pages").rglob("*.py")}
FILES = {each.name for each in STREAMLIT.iterdir()}
PLATFORM = frozenset({"_stcore", "media", "component", "static", "app"})
"""First parts of the paths that belong to the platform."""


def is_known(path: str) -> bool:
    """Return whether a path leads to a page of the site or into the platform."""
    name = path.strip("/")
    return name.partition("/")[0] in PLATFORM or name in PAGES | FILES or not name


class Nowhere(Route):
    """A route to every path that is not known; it has to be the last one of ours."""

    def __init__(self) -> None:
        super().__init__("/{path:path}", nowhere)

    def matches(self, scope: Scope) -> tuple[Match, MutableMapping[str, Any]]:
        """Leave what is known to the platform."""
        if scope["type"] != "http" or is_known(scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)


async def nowhere(request: Request) -> Response:
    """Answer that there is no such page."""
    return missing(request)
