"""The answers kept on a device, for when there is no connection.

A reader asks for those of one language to be kept; nobody is given them unasked. A
worker of some lines then answers in the server's place where that is out of reach.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

from after_overdue.cases.json_bytes import json_bytes
from after_overdue.cases.release import name_of, release
from after_overdue.catalog.files import CONTENT
from after_overdue.project import PACKAGE
from after_overdue.reading.app_manifest import WORKER, prefix
from after_overdue.reading.files import ASSETS, files
from after_overdue.reading.links import Links
from after_overdue.reading.page import Page
from after_overdue.reading.search_page import SEARCH, search_files
from after_overdue.reading.site import page_names

WRITTEN = (
    (CONTENT, "**/*.md"),
    (PACKAGE / "reading", "*/*"),
    (PACKAGE / "figures/assets", "live_figure.css"),
    (PACKAGE / "figures/assets", "*.js"),
)
"""What a page is made of beside the release."""


def worker(page: Page) -> bytes:
    """Return the worker that keeps the pages of a language, with what it keeps."""
    kept = json_bytes(
        {
            "cache": f"{prefix(page.language)}{version(page.links, page.today)}",
            "prefix": prefix(page.language),
            "addresses": _addresses(page),
        }
    )
    return b"const KEPT = %s;\n%s" % (kept, (ASSETS / WORKER).read_bytes())


def version(links: Links, today: date) -> str:
    """Return a short name for the pages of a day, of everything they are made of."""
    parts = (release(), _written(), today.isoformat(), repr(links))
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=6).hexdigest()


@cache
def _written() -> str:
    found = (path for root, part in WRITTEN for path in root.glob(part))
    return name_of(PACKAGE.parent, filter(Path.is_file, found))


def _addresses(page: Page) -> list[str]:
    """Return what is kept: pages, style and script; no figure's positions."""
    names = [each for each in page_names() if each.startswith(f"{page.language}/")]
    search = Page(page.language, SEARCH, page.links, page.today)
    beside = [*files(), *search_files(search)]
    return [
        *(page.links.page(name, page.name) for name in names),
        page.links.kept_search(page.language, page.name),
        *(page.links.beside(name, page.name) for name in beside),
    ]
