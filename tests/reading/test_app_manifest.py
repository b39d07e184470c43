"""The reading pages as an app: what a system is told, and what a worker may keep."""

import json
from datetime import date, timedelta
from io import BytesIO
from urllib.parse import urljoin

import pytest
from PIL import Image

from after_overdue.catalog.interface import words
from after_overdue.figures.theme import PALETTES
from after_overdue.reading import kept_pages
from after_overdue.reading.app_manifest import app_files, manifest
from after_overdue.reading.files import files
from after_overdue.reading.kept_pages import version, worker
from after_overdue.reading.links import Links, file_of
from after_overdue.reading.page import Page
from after_overdue.reading.search_page import SEARCH, search_files
from after_overdue.reading.site import html_of, page_names

TODAY = date(2026, 11, 25)
SAFE = 0.4
"""Radius of the circle that no system cuts, as a share of a maskable icon."""
PLACES = {
    "server": (Links("https://guide.example"), "/read/", "/"),
    "below a path": (Links("/guide"), "/guide/read/", "/guide/"),
    "folder": (Links(is_folder=True), "/", "/"),
}
"""How pages are linked, where they then stand, and what belongs to the app."""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("links", "root", "scope"), PLACES.values(), ids=PLACES)
def test_the_app_begins_with_the_answers_and_holds_the_guide(
    links, root, scope, language
) -> None:
    told = json.loads(manifest(Page(language, "", links, TODAY)))
    here = f"{root}{language}/app.webmanifest"
    begin = "index.html" if links.is_folder else ""
    assert urljoin(here, told["start_url"]) == f"{root}{language}/{begin}"
    assert urljoin(here, told["scope"]) == scope
    assert told["short_name"] == words("site", language)["name"]
    assert told["name"].startswith(told["short_name"])
    assert told["display"] == "standalone"
    assert told["theme_color"] == PALETTES["light"]["paper"]
    kinds = [(each["sizes"], each["purpose"]) for each in told["icons"]]
    assert kinds == [("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")]
    for each in told["icons"]:
        name = urljoin(here, each["src"]).removeprefix(root)
        drawn = Image.open(BytesIO(app_files()[name]))
        assert "{}x{}".format(*drawn.size) == each["sizes"]
        assert drawn.format == "PNG"


def test_no_system_cuts_the_mark_of_the_icon_that_it_may_cut() -> None:
    (content,) = (each for name, each in app_files().items() if "maskable" in name)
    drawn = Image.open(BytesIO(content)).convert("RGB")
    paper, middle = drawn.getpixel((0, 0)), drawn.width / 2
    inked = [
        (x, y)
        for x in range(0, drawn.width, 4)
        for y in range(0, drawn.height, 4)
        if drawn.getpixel((x, y)) != paper
    ]
    farthest = max((x - middle) ** 2 + (y - middle) ** 2 for x, y in inked) ** 0.5
    assert 0.5 * SAFE < farthest / drawn.width < SAFE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_around_a_page_has_the_colour_of_its_paper(scheme) -> None:
    text = html_of(Page("zh", "", Links(), TODAY))
    colour = PALETTES[scheme]["paper"]
    assert f'content="{colour}" media="(prefers-color-scheme: {scheme})"' in text


def told_of(language: str, links: Links, today: date = TODAY) -> dict:
    text = worker(Page(language, "", links, today)).decode()
    return json.loads(text.partition("\n")[0].removeprefix("const KEPT = ").rstrip(";"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("links", "root", "_scope"), PLACES.values(), ids=PLACES)
def test_a_worker_keeps_the_pages_of_its_language_and_nothing_else(
    links, root, _scope, language
) -> None:
    search = Page(language, SEARCH, links, TODAY)
    names = [each for each in page_names() if each.startswith(f"{language}/")]
    file = file_of if links.is_folder else str
    known = {root + file(each) for each in names}
    known |= {root + each for each in [*files(), *search_files(search)]}
    known.add(root + file(search.name) + ("" if links.is_folder else "?kept"))
    here = f"{root}{language}/worker.js"
    addresses = told_of(language, links)["addresses"]
    assert {urljoin(here, each) for each in addresses} == known
    assert len(addresses) == len(known)


def test_another_day_or_another_word_is_another_cache(monkeypatch) -> None:
    links = Links()
    now = version(links, TODAY)
    assert version(links, TODAY) == now
    assert version(links, TODAY + timedelta(days=1)) != now
    monkeypatch.setattr(kept_pages, "_written", lambda: "another word")
    assert version(links, TODAY) != now
    told = told_of("en", links)
    assert told["cache"] == f"{told['prefix']}{version(links, TODAY)}"
    assert told["prefix"] != told_of("zh", links)["prefix"]
