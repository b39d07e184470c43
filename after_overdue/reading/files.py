"""Files: the style and the script of reading pages, named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from after_overdue.figures.theme import ASSETS as FIGURE_ASSETS
from after_overdue.figures.theme import MODULES

ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/"
MODULE_WORDS = re.compile(r"^(?:import .*\n|export (?:default )?)", re.MULTILINE)
"""What only a module may say; a page opened from a disk can load no module."""


def style() -> str:
    """Return the style of every reading page, with that of the live figure."""
    return _read(FIGURE_ASSETS / "live_figure.css") + _read(ASSETS / "reading.css")


def script(*more: str) -> str:
    """Return the live figure and what wakes it, as one script that is no module.

    Parameters
    ----------
    more : names of what else the page does with it
    """
    figure = [FIGURE_ASSETS / name for name in MODULES]
    parts = (*figure, *(ASSETS / name for name in ("reading.js", *more)))
    text = "".join(MODULE_WORDS.sub("", _read(each)) for each in parts)
    return alone(text)


def alone(text: str) -> str:
    """Return a script whose names are nobody else's."""
    return f"(() => {{\n{text}}})();\n"


@cache
def files() -> Mapping[str, bytes]:
    """Return what every page loads, by the name that changes with it."""
    found = {"reading.css": style(), "reading.js": script()}
    return MappingProxyType(
        {
            named_by_content(name, text.encode()): text.encode()
            for name, text in found.items()
        }
    )


def file_name(ending: str) -> str:
    """Return the name of the style (``css``) or of the script (``js``)."""
    return next(each for each in files() if each.endswith(f".{ending}"))


def named_by_content(name: str, content: bytes) -> str:
    """Return where a file is kept whose name changes with it."""
    stem, _, ending = name.partition(".")
    mark = hashlib.blake2b(content, digest_size=6).hexdigest()
    return f"{FOLDER}{stem}.{mark}.{ending}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
