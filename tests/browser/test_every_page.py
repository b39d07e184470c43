"""Every page, in both languages: for everybody, at desk and on phone, and discreet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from after_overdue.web.pages import NOUNS
from tests.browser.visits import Visit

DEEP = [
    "/questions?q=five-years-from-when",
    "/claims?claim=S41",
    "/quiz?q=what-is-late",
    "/quiz?q=from-cheap-to-dear",
    "/score_recovery?embed=true",
]
PATHS = ["/", *(f"/{noun}" for noun in NOUNS if noun != "home"), *DEEP]
SCHEMES = {"en": "light", "zh": "dark"}
PHONE: ViewportSize = {"width": 390, "height": 844}
TALL: ViewportSize = {"width": 1200, "height": 4600}
"""Tall enough for a checker to see all of a page."""


@pytest.fixture(scope="module")
def readers(browser: Browser, site: str) -> Iterator[dict[str, Visit]]:
    """A reader of each language, who goes from page to page in one tab."""
    contexts = {
        language: browser.new_context(locale="en-GB", color_scheme=scheme)
        for language, scheme in SCHEMES.items()
    }
    yield {name: Visit(each.new_page(), site) for name, each in contexts.items()}
    for each in contexts.values():
        each.close()


@pytest.mark.parametrize("language", SCHEMES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_for_everybody_and_does_nothing_behind_a_readers_back(
    readers, path, language
) -> None:
    visit = readers[language]
    visit.page.set_viewport_size(PHONE)
    visit.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert visit.width <= PHONE["width"]
    privacy = visit.page.locator(f'a[href$="/read/{language}/privacy"]')
    expect(privacy).to_have_count(1)
    visit.unfold()
    visit.page.set_viewport_size(TALL)
    found = {
        "barriers": visit.barriers,
        "errors of scripts": visit.errors,
        "asked elsewhere": visit.foreign,
        "against the policy": visit.complaints,
        "kept": visit.kept,
    }
    assert {what: each for what, each in found.items() if each} == {}
