"""The running site and a browser to look at it with."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from scripts.browser import shell
from tests.running_site import running_site

QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of the site, started for these tests and stopped after them."""
    folder = str(tmp_path_factory.mktemp("data"))
    with running_site(DATA_FOLDER=folder) as running:
        yield running.address


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Drive the system's browser; fail where there is none."""
    found = shell()
    if found is None:
        pytest.fail("No Chromium was found: run 'python -m scripts.browser'.")
    return {"executable_path": found, "args": QUIET.split()}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    """An English reader at a desk, unless a test says otherwise."""
    return {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def open_page(page: Page, site: str):
    """Open a page of the site and wait until its figure is drawn."""

    def opened(path: str = "/score_recovery") -> Page:
        page.goto(f"{site}{path}")
        page.locator("h1").first.wait_for()
        if "/score_recovery" in path:
            page.locator(".plot .main-svg").first.wait_for()
            page.locator("#first-view").wait_for(state="detached")
        return page

    return opened
