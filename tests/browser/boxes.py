"""Where something stands on a page, once it stands still."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import FloatRect, Locator, Page, expect

LOOKS, PAUSE_MS = 100, 200
AT_REST = """async (each) => {
    const place = () => JSON.stringify(each.getBoundingClientRect());
    const frame = () => new Promise(requestAnimationFrame);
    for (let before = "", same = 0; same < 20; before = place(), await frame()) {
        same = place() === before ? same + 1 : 0;
    }
}"""


def box_of(locator: Locator) -> FloatRect:
    """Bring something into view; return its box once nothing moves it any more."""
    locator.scroll_into_view_if_needed()
    expect(locator).to_be_visible()
    locator.evaluate(AT_REST)
    found = locator.bounding_box()
    assert found
    return found


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until something holds; fail where it never does."""
    for _ in range(LOOKS):
        if is_so():
            return
        page.wait_for_timeout(PAUSE_MS)
    raise AssertionError(f"It is not so after {LOOKS * PAUSE_MS / 1000:g} seconds.")
