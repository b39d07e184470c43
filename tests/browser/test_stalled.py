"""A page that never comes alive: it says so, and leads to one that needs less."""

import re

import pytest
from playwright.sync_api import Page, expect

from after_overdue.catalog.interface import words

STALLED = "#stalled"
WAITED = "(said) => said.getAnimations().forEach((each) => each.finish())"
"""Goes on to where the page has waited long enough."""


def no_socket(page: Page) -> None:
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())


def no_platform(page: Page) -> None:
    """A browser that does not understand the platform's script."""
    wrong = {"body": "const = old;", "content_type": "text/javascript"}
    page.route("**/static/js/index.*.js", lambda route: route.fulfill(**wrong))


@pytest.mark.parametrize(
    ("stop", "path", "language", "leads_to"),
    [
        (no_socket, "/apr?months=6&", "zh", "/embed/apr?lang=zh&months=6"),
        (no_platform, "/claims?", "en", "/read/en/claims"),
    ],
)
def test_a_page_that_stands_still_leads_to_the_same_without_a_socket(
    page: Page, site: str, stop, path, language, leads_to
) -> None:
    stop(page)
    page.goto(f"{site}{path}lang={language}")
    said = page.locator(STALLED)
    expect(said).to_have_css("animation-delay", re.compile("^[0-7]s$"))
    said.evaluate(WAITED)
    expect(said).to_contain_text(words("site", language)["stalled"])
    expect(said).to_be_visible()
    said.get_by_role("link").click()
    expect(page).to_have_url(f"{site}{leads_to}")
    expect(page.locator("h1")).to_be_visible()


def test_a_page_that_is_connected_says_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}/claims?lang=en")
    page.locator("[data-test-connection-state=CONNECTED]").wait_for()
    page.locator(STALLED).evaluate(WAITED)
    expect(page.locator(STALLED)).to_be_hidden()
