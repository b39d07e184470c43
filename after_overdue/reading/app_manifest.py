"""The reading pages as an app: its icons, and what a system has to know of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from after_overdue.figures.theme import PALETTES
from after_overdue.reading.files import ASSETS, alone, named_by_content
from after_overdue.reading.page import Page

MANIFEST, WORKER = "app.webmanifest", "worker.js"
"""Their names in the folder of a language; a worker rules what lies beside it."""
ICONS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "icon-192.png": (192, "any"),
        "icon-512.png": (512, "any"),
        "icon-maskable-512.png": (512, "maskable"),
    }
)
"""Size and purpose of each icon; `scripts/icons.py` draws them."""


@cache
def app_files() -> Mapping[str, bytes]:
    """Return icons and script of the app, by the name that changes with them."""
    script = (ASSETS / "keep.js").read_text(encoding="utf-8")
    found = {name: (ASSETS / name).read_bytes() for name in ICONS}
    found["keep.js"] = alone(script).encode()
    return MappingProxyType(
        {named_by_content(*each): each[1] for each in found.items()}
    )


def app_file(name: str) -> str:
    """Return where a file of `app_files` is kept, by its name without a version."""
    stem, _, ending = name.partition(".")
    return next(
        each
        for each in app_files()
        if each.rpartition("/")[2].startswith(f"{stem}.") and each.endswith(ending)
    )


def manifest(page: Page) -> bytes:
    """Return what a system has to know to install the pages as an app."""
    said, paper = page.said("reading"), PALETTES["light"]["paper"]
    content = {
        "name": said["app_name"],
        "short_name": page.said("site")["name"],
        "description": said["description"],
        "lang": page.locale_code.replace("_", "-"),
        "start_url": page.to(""),
        "scope": page.links.scope,
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {
                "src": page.links.beside(app_file(name), page.name),
                "sizes": f"{pixels}x{pixels}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, (pixels, purpose) in ICONS.items()
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def prefix(language: str) -> str:
    """Return what the name of every cache of a language begins with."""
    return f"read-{language}-"
