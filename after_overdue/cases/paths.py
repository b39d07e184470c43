"""The address of paths: every position of a slider, by the settings they belong to.

Whoever has the address needs no page before and no memory of one: any server of the
same release, and any cache, answers it alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from after_overdue.cases.permalinks import query, versioned
from after_overdue.cases.release import release
from after_overdue.settings import rooted

PATHS, MOVES, PAGE_MOVES = "/paths/", "/moves/", "/moves/page/"
"""Where the values that move in a figure are had, and what moves in its drawings."""
LANGUAGE, DAY, RELEASE = "lang", "on_day", "release"
"""Parameters of the address that are no inputs."""


def paths_address(
    folder: str, noun: str, language: str, today: date, settings: Mapping[str, str]
) -> str:
    """Return the address of the paths of a case, without the site.

    Parameters
    ----------
    folder : `PATHS`, `MOVES` or `PAGE_MOVES`
    settings : every value that the paths depend on, as a link carries it
    """
    own = {LANGUAGE: language, DAY: today.isoformat(), RELEASE: release()}
    given = {name: text for name, text in sorted(settings.items()) if text}
    return rooted(f"{folder}{noun}?{query({**own, **versioned(given)})}")
