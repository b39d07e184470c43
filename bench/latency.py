"""Our page beside an ordinary Streamlit page, Dash and static plotly.js, in one run.

``make bench`` prints the table and writes docs/performance.md. Some ten minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bench.browser import cold_start, context_of, drag, press, ready
from bench.report import Report, Samples, write
from bench.servers import (
    BARE,
    DASH,
    ELEMENTS,
    ORDINARY,
    OURS,
    STATIC,
    Running,
    running,
)
from scripts.browser import browser

ROUNDS, PRESSES, MOVES, COLD_STARTS, COMMITS = 3, 12, 30, 5, 20
KEY_MS, COMMIT_MS, PLAY_MS, IDLE_MS = 300, 100, 700, 10_000
"""From a key to what it commits; from there to the next key, of one who is measured and
of one who plays; how long a page that rests is looked at."""
LEAVE = "document.body.dispatchEvent(new Event('pointerover', { bubbles: true }))"
"""What a mouse does that leaves the figure, so that ours is asked at once."""
CONTROL = "[role=slider], input[type=range]"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Measured:
    """Every sample by measure and page."""

    def __init__(self, chromium: Browser) -> None:
        self.chromium = chromium
        self.found: dict[str, dict[str, list[float]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def cold(self, site: Running) -> None:
        """Visit a page with nothing kept."""
        name = site.candidate.name
        before = site.cpu_seconds()
        start = cold_start(self.chromium, site.url)
        spent = site.cpu_seconds() - before
        self.found["opened cpu"][name].append(1000 * spent)
        self.found["cold"][name].append(start.visible_ms)
        self.found["live"][name].append(start.live_ms)
        self.found["whole"][name].append(start.whole_ms)
        self.found["bytes"][name].append(start.wire_bytes)
        self.found["foreign"][name].append(len(start.foreign))

    def bare(self, site: Running) -> None:
        """Visit the page that has no chart."""
        start = cold_start(self.chromium, site.url, until=CONTROL)
        self.found["whole"][site.candidate.name].append(start.whole_ms)

    def home(self, site: Running) -> None:
        """Weigh the home page."""
        start = cold_start(self.chromium, f"{site.address}/?lang=en", until="h1")
        self.found["bytes"]["home page"].append(start.wire_bytes)

    def moved(self, site: Running) -> None:
        """Press and drag the sliders of a page."""
        name, context = site.candidate.name, context_of(self.chromium)
        page = context.new_page()
        ready(page, site.url)
        main = main_slider(page, name)
        if name != ELEMENTS.name:
            self.found["main"][name] += press(page, main, PRESSES)
        if name != STATIC.name:
            self.found["other"][name] += press(page, other_slider(page, name), PRESSES)
        if name in (OURS.name, STATIC.name):
            dragged = drag(page, main, MOVES)
            self.found["drag"][name] += dragged.waits
            self.found["long frames"][name].append(max(dragged.long_frames, default=0))
        context.close()

    def committed(self, site: Running) -> None:
        """Commit changes of the main slider, each another value; then play with it."""
        name, context = site.candidate.name, context_of(self.chromium)
        page = context.new_page()
        ready(page, site.url, until=CONTROL)
        if site.candidate == OURS:
            page.wait_for_function("window.is_whole()")
        main_slider(page, name).focus()
        idle = self.spent(site, lambda: page.wait_for_timeout(IDLE_MS)) / IDLE_MS

        def changes(pause_ms: float, leave: str) -> float:
            """Return milliseconds of the processor a change, without those at rest."""

            def change() -> None:
                for _ in range(COMMITS):
                    page.keyboard.press("ArrowRight")
                    page.wait_for_timeout(KEY_MS)
                    page.evaluate(leave)
                    page.wait_for_timeout(pause_ms)
                page.evaluate(LEAVE)
                page.wait_for_timeout(COMMIT_MS)

            spent = self.spent(site, change) / COMMITS
            return spent - idle * (KEY_MS + pause_ms)

        self.found["idle cpu"][name].append(1000 * idle)
        self.found["cpu"][name].append(changes(COMMIT_MS, LEAVE))
        self.found["played cpu"][name].append(changes(PLAY_MS, "null"))
        context.close()

    def spent(self, site: Running, act: Callable[[], None]) -> float:
        """Return milliseconds of a server's processor while something is done."""
        before = site.cpu_seconds()
        act()
        return 1000 * (site.cpu_seconds() - before)


def main_slider(page: Page, name: str) -> Locator:
    """Return the slider of the points lost."""
    if name in (OURS.name, STATIC.name, ELEMENTS.name):
        return page.locator("#main-slider")
    return page.get_by_role("slider").first


def other_slider(page: Page, name: str) -> Locator:
    """Return the slider of the months shown, which always changes the line."""
    if name == OURS.name:
        page.get_by_text("My own case").first.click()
    if name in (OURS.name, ELEMENTS.name):
        return page.get_by_role("slider", name="Months shown")
    return page.get_by_role("slider").nth(3)


def measured() -> Samples:
    """Return every sample, the candidates interleaved."""
    with ExitStack() as stack:
        candidates = (OURS, ORDINARY, DASH, STATIC, BARE, ELEMENTS)
        sites = [stack.enter_context(running(each)) for each in candidates]
        ours, ordinary, dash, static, bare, elements = sites
        chromium = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=browser(), args=QUIET
        )
        run = Measured(chromium)
        for _ in range(COLD_STARTS):
            for site in (ours, ordinary, dash, static):
                run.cold(site)
            run.bare(bare)
        run.home(ours)
        for _ in range(ROUNDS):
            for site in (ours, ordinary, dash, static, elements):
                run.moved(site)
            for site in (ours, elements, bare):
                run.committed(site)
        chromium.close()
    return run.found


if __name__ == "__main__":
    report = Report(measured())
    print(report)
    write(report)
