"""Who may show us inside their own page: a rule a page, by two settings.

`FRAMED_BY` is about what is made for that, `PAGES_FRAMED_BY` about all other pages:
``*`` (anyone), ``none``, or the origins that may, with spaces between.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qs

from after_overdue.errors import SettingError
from after_overdue.settings import setting

SETTING, OF_PAGES = "FRAMED_BY", "PAGES_FRAMED_BY"
ANYONE, NOBODY = "*", "none"
EMBED = "embed"
FRAMEABLE = (EMBED, "join", "class", "lti")
"""First parts of paths made to stand in another page, such as a course's."""
HOSTS_PAGE = "class_session"
"""The host's page of a class: a click there moves everybody's class on."""
HOSTS_PLACES = ("desk", "remote")
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9.-]+(:\d{1,5}|:\*)?", re.IGNORECASE)


def framed_by(name: str = SETTING) -> str:
    """Return who may frame us, as the server is set; raise SettingError."""
    return read_framers(setting(name), name)


@lru_cache(maxsize=8)
def read_framers(text: str, name: str = SETTING) -> str:
    """Return the sources of ``frame-ancestors`` that a setting stands for.

    Raises
    ------
    SettingError
        Where a part of it is no origin.

    Examples
    --------
    >>> read_framers("https://lms.example  https://*.school.example")
    'https://lms.example https://*.school.example'
    >>> read_framers("none")
    "'none'"
    """
    parts = text.split()
    if parts in ([], [ANYONE]):
        return ANYONE
    if parts == [NOBODY]:
        return "'none'"
    for part in parts:
        if not ORIGIN.fullmatch(part):
            raise SettingError(
                f"{name} holds “{part}”; allowed are *, none, or origins such as "
                "https://lms.example with spaces between, so correct it and restart."
            )
    return " ".join(parts)


def is_embed(path: str, query: str) -> bool:
    """Return whether an address asks for something made to stand in another page.

    Examples
    --------
    >>> is_embed("/embed/apr", ""), is_embed("/apr", "embed=true"), is_embed("/apr", "")
    (True, True, False)
    """
    if path.strip("/").partition("/")[0] in FRAMEABLE:
        return True
    return parse_qs(query).get(EMBED, [""])[-1].lower() == "true"


def frame_ancestors(path: str, query: str) -> str:
    """Return the directive for a page; empty where anyone may frame it.

    A directive with ``*`` would still keep out slides that are opened as a file or
    inside an app, so that there is none where anyone may.

    Examples
    --------
    >>> frame_ancestors("/class_session", "embed=true")
    "frame-ancestors 'none'"
    """
    first = path.strip("/").partition("/")[0]
    if path.rstrip("/").rpartition("/")[2] == HOSTS_PAGE or first in HOSTS_PLACES:
        return "frame-ancestors 'none'"
    embed = is_embed(path, query)
    sources = framed_by(SETTING if embed else OF_PAGES)
    if not embed and sources != ANYONE:
        sources = f"'self' {sources}".removesuffix(" 'none'")
    return "" if sources == ANYONE else f"frame-ancestors {sources}"
