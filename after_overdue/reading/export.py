"""Export: the reading pages as a folder that any server, CDN or USB stick serves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import InputError
from after_overdue.reading.app_manifest import (
    MANIFEST,
    WORKER,
    app_files,
    manifest,
)
from after_overdue.reading.data import FILES as DATA_FILES
from after_overdue.reading.data import data_file
from after_overdue.reading.explore_page import explore_files
from after_overdue.reading.files import files
from after_overdue.reading.kept_pages import worker
from after_overdue.reading.links import DATA, Links, file_of
from after_overdue.reading.page import Page
from after_overdue.reading.search_page import (
    SEARCH,
    scripted_search_page,
    search_files,
)
from after_overdue.reading.site import (
    figure_script,
    has_figure,
    html_of,
    page_names,
    page_of,
)
from after_overdue.reading.sitemap import robots, sitemap

ADDRESS = re.compile(r"https?://[^\s/?#]+(/[\w.~-]+)*", re.ASCII)
TOP = "./"
"""The page at the top of the folder, which asks for the language."""


def export(folder: Path, *, address: str, today: date) -> int:
    """Write every reading page into a folder; return how many files it wrote.

    Files of the same name are replaced; nothing is deleted.

    Parameters
    ----------
    folder : made where it is not there
    address : of the guide's server, such as ``https://guide.example``; empty where
        there is none, and then no page links to one
    today : the day whose numbers and rules are used

    Raises
    ------
    InputError
        Where the address is none, or the folder cannot be written.
    """
    given = address.rstrip("/")
    if given and not ADDRESS.fullmatch(given):
        raise InputError(
            [
                f"--address is '{address}', which is not the address of a server; "
                "write one such as https://guide.example."
            ]
        )
    links = Links(given, is_folder=True)
    try:
        return sum(_write(folder, *each) for each in _texts(links, today))
    except OSError as error:
        raise InputError(
            [f"'{folder}' cannot be written ({error.strerror}); name another folder."]
        ) from error


def _texts(links: Links, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of every file that is written."""
    for name in page_names():
        page = page_of(name, links, today)
        if page is None:
            raise LookupError(f"There is no reading page '{name}'.")
        yield file_of(name), html_of(page).encode()
        if has_figure(name):
            yield f"{name}.figure.js", figure_script(page).encode()
    yield from files().items()
    for name, content in explore_files(links, today):
        yield name if name.endswith(".js") else file_of(name), content
    yield from _searches(links, today).items()
    yield from app_files().items()
    for language in LANGUAGES:
        page = Page(language, "", links, today)
        yield page.name + MANIFEST, manifest(page)
        yield page.name + WORKER, worker(page)
    for name in DATA_FILES:
        yield DATA + name, data_file(name, links, today)
    first = Page(LANGUAGES[0], "", links, today)
    yield "index.html", start_page(first, is_missing=False).encode()
    yield "404.html", start_page(first, is_missing=True).encode()
    if links.address:
        yield "sitemap.xml", sitemap(links, today).encode()
        yield "robots.txt", robots(links).encode()


def _searches(links: Links, today: date) -> dict[str, bytes]:
    """Return the search of each language, with the one script that they share."""
    found: dict[str, bytes] = {}
    for language in LANGUAGES:
        page = Page(language, SEARCH, links, today)
        found[file_of(page.name)] = scripted_search_page(page).encode()
        found |= search_files(page)
    return found


def start_page(page: Page, *, is_missing: bool) -> str:
    """Return the page that leads into each language.

    Parameters
    ----------
    is_missing : whether it stands where there is no page, at any depth
    """
    links = Links(page.links.address) if is_missing else page.links
    tongues = [
        (Page(each, "", links, page.today), links.page(f"{each}/", TOP))
        for each in LANGUAGES
    ]
    style = links.beside(next(name for name in files() if name.endswith("css")), TOP)
    said = [each.said("reading" if is_missing else "site") for each, _ in tongues]
    title = " · ".join(each["missing_title" if is_missing else "name"] for each in said)
    values = {"tongues": tongues, "style": style, "is_missing": is_missing}
    return page.write("start.html", title=title, **values)


def _write(folder: Path, name: str, content: bytes) -> int:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return 1
