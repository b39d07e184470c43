"""Where something stands on a page, once it stands still."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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


def until(page: Page, look: Callable[[], Any], pause_ms: float = PAUSE_MS) -> Any:
    """Look until something is found; return it, or fail where it never is.

    The browser's own wait evaluates text inside the page, which our policy refuses.
    """
    for _ in range(LOOKS):
        if found := look():
            return found
        page.wait_for_timeout(pause_ms)
    raise AssertionError(f"It is not so after {LOOKS * pause_ms / 1000:g} seconds.")
