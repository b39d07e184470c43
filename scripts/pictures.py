"""Make a picture of every page, in each language, width and theme, of the live site.

``python -m scripts.pictures [name …]`` writes them to ``build/pictures``; a name is a
page, such as ``home`` or ``read-questions``, and none means all.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from after_overdue.catalog.files import LANGUAGES, PAGES
from after_overdue.models.registry import HOME
from scripts.browser import browser

ROOT = Path(__file__).parents[1]
TO, DOCS = ROOT / "build/pictures", ROOT / "docs/pictures"
WIDTHS = {390: 844, 1280: 800}
SCHEMES = ("light", "dark")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
README = {
    "home-en-1280-light": "guide-desk.png",
    "home-zh-390-light": "guide-phone.zh.png",
    "first-steps-zh-390-dark": "first-steps.zh.png",
}
"""Pictures that README opens with, and what they are called in docs/pictures."""
COLOURS = 96
QUIET_MS = 600
MOST_TRIES, TRY_SECONDS = 120, 0.5
READ = (
    "",
    "questions/what-to-do-first",
    "claims",
    "glossary",
    "sources",
    "data",
    "privacy",
)


def addresses() -> Mapping[str, str]:
    """Return the path of every page, by a name for its picture."""
    nouns = sorted(each.stem for each in PAGES.rglob("*.py"))
    found = {noun: "/" if noun == "home" else f"/{noun}" for noun in nouns}
    found["first-steps"] = "/questions?q=what-to-do-first&route=late"
    found["answer"] = "/questions?q=does-repair-bring-points-back"
    found["embed"] = f"/embed/{HOME}"
    for about in READ:
        name = about.rpartition("/")[2] or "index"
        found[f"read-{name}"] = f"/read/{{lang}}/{about}"
    return found


def pictures(site: str, wanted: set[str]) -> Iterator[Path]:
    """Yield the file of each picture, once it is there."""
    asked = {k: v for k, v in addresses().items() if k in wanted or not wanted}
    with sync_playwright() as running:
        shown = running.chromium.launch(executable_path=browser(), args=[*ARGUMENTS])
        for width, scheme, language in product(WIDTHS, SCHEMES, LANGUAGES):
            page = _reader(shown, width, scheme, language)
            for name, path in asked.items():
                _show(page, site, path, language)
                to = TO / f"{name}-{language}-{width}-{scheme}.png"
                page.screenshot(path=to)
                yield to
            page.context.close()
        shown.close()


@contextmanager
def running() -> Iterator[str]:
    """Run the site on a free port for as long as it is looked at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = f"{sys.executable} -m streamlit run app.py --server.port {port}"
    with subprocess.Popen(command.split(), stdout=subprocess.DEVNULL) as server:
        site = f"http://127.0.0.1:{port}"
        try:
            _wait(f"{site}/healthz")
            yield site
        finally:
            server.terminate()


def _wait(url: str) -> None:
    for _ in range(MOST_TRIES):
        with suppress(OSError), urllib.request.urlopen(url):
            return
        time.sleep(TRY_SECONDS)
    sys.exit(f"The site did not answer at {url}; run 'make run' to see why.")


def _reader(shown: Browser, width: int, scheme: str, language: str) -> Page:
    context = shown.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
        locale=language,
        reduced_motion="reduce",
    )
    return context.new_page()


def _show(page: Page, site: str, path: str, language: str) -> None:
    """Open a page, and return once it stands still."""
    path = path.format(lang=language)
    page.goto(f"{site}{path}{'&' if '?' in path else '?'}lang={language}")
    if not path.startswith(("/read/", "/embed/")):
        page.locator("[data-test-script-state=notRunning]").wait_for()
        page.locator("#first-view").wait_for(state="detached")
    page.wait_for_timeout(QUIET_MS)


def main() -> None:
    """Make the pictures that are named; all where none is."""
    TO.mkdir(parents=True, exist_ok=True)
    with running() as site:
        made = list(pictures(site, set(sys.argv[1:])))
    for each in made:
        if each.stem in README:
            _small(each, DOCS / README[each.stem])
    print(f"{len(made)} pictures in {TO}")


def _small(picture: Path, to: Path) -> None:
    """Keep a picture with the colours that it needs, and no more."""
    with Image.open(picture) as full:
        full.convert("RGB").quantize(COLOURS).save(to, optimize=True)


if __name__ == "__main__":
    main()
