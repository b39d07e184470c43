"""What is nowhere: paths that the platform would answer with an empty page."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from after_overdue.insides import PATHS
from after_overdue.web.pages import NOUNS, noun_at
from after_overdue.web.reading import missing

FILES = {"/favicon.png"}


def is_known(path: str) -> bool:
    """Return whether a path leads to a page of the site or into the platform.

    Examples
    --------
    >>> is_known("/apr/"), is_known("/index.html")
    (True, False)
    """
    return path.startswith(PATHS) or path in FILES or path.strip("/") in {"", *NOUNS}


class NotFound(Route):
    """A route to every path that is not known; it has to be the last one of ours.

    Parameters
    ----------
    others : our other routes; one that wants another method says so itself
    """

    def __init__(self, others: Sequence[BaseRoute]) -> None:
        super().__init__("/{path:path}", nowhere)
        self.others = others

    def matches(self, scope: Scope) -> tuple[Match, MutableMapping[str, Any]]:
        """Leave what is known to the platform; take the rest by any method."""
        if scope["type"] != "http" or is_known(scope["path"]):
            return Match.NONE, {}
        match, found = super().matches(scope)
        return (match if match is Match.NONE else Match.FULL), found

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say that there is nothing here, or nothing by this method."""
        matched = (each for each in self.others if each.matches(scope)[0] != Match.NONE)
        for each in matched:
            await each.handle(scope, receive, send)
            return
        if other := self._with_other_ending(scope) or _page_meant(scope):
            await RedirectResponse(other)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _with_other_ending(self, scope: Scope) -> str:
        """Return the address that lacks a slash at its end, or has one too many."""
        path: str = scope["path"]
        meant = path.rstrip("/") if path.endswith("/") else f"{path}/"
        asked = {**scope, "path": meant}
        if not any(each.matches(asked)[0] is Match.FULL for each in self.others):
            return ""
        return _asked(meant, scope)


def _page_meant(scope: Scope) -> str:
    """Return the address of the page that is named with hyphens or capitals."""
    noun = noun_at(scope["path"].strip("/"))
    return _asked(f"/{noun}", scope) if noun in NOUNS else ""


def _asked(path: str, scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    return f"{quote(path)}?{query}" if query else quote(path)


async def nowhere(request: Request) -> Response:
    """Answer that there is no such page."""
    return missing(request)
