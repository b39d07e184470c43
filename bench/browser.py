"""What a reader's browser sees: movement to paint, cold starts, bytes, long frames."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

WATCH = """
window.plotOf = () => {
  const seen = [document];
  while (seen.length) {
    const root = seen.pop();
    const plot = root.querySelector(".js-plotly-plot");
    if (plot?.querySelector(".scatterlayer path.js-line")) return plot;
    for (const each of root.querySelectorAll("*")) if (each.shadowRoot) seen.push(each.shadowRoot);
  }
  return null;
};
window.drawn = () => [...(window.plotOf()?.querySelectorAll(".scatterlayer path") ?? [])]
  .map((each) => each.getAttribute("d")).join();
window.waits = [];
window.arm = (kind) => addEventListener(kind, (event) => {
  const start = event.timeStamp, before = window.drawn();
  const look = () => {
    if (window.drawn() === before && performance.now() - start < 4000)
      return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.waits.push(performance.now() - start);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  requestAnimationFrame(look);
}, { capture: true });
window.frames_over = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.frames_over.push(each.duration);
}).observe({ type: "longtask" });
(function first() {
  if (window.plotOf()) window.visible = performance.now();
  else requestAnimationFrame(first);
})();
"""
PRESS_PAUSE_MS = 250


def context_of(browser: Browser) -> BrowserContext:
    """Return a fresh reader at a desk."""
    context = browser.new_context(
        locale="en-GB",
        viewport={"width": 1280, "height": 1600},
        bypass_csp=True,  # to wait for a function is to evaluate one
    )
    context.add_init_script(WATCH)
    return context


def ready(page: Page, url: str) -> None:
    """Open a page and wait until its figure stands."""
    page.goto(url)
    page.wait_for_function("window.visible", timeout=30_000)
    page.wait_for_timeout(1500)


def press(page: Page, slider: Any, presses: int) -> list[float]:
    """Return milliseconds from each key press on a slider to the new line painted."""
    slider.focus()
    page.evaluate("window.waits = []")
    if not page.evaluate("window.armed_keydown"):
        page.evaluate("window.arm('keydown'); window.armed_keydown = true")
    for number in range(presses):
        page.keyboard.press("ArrowRight" if number % 2 else "ArrowLeft")
        page.wait_for_function(f"window.waits.length > {number}", timeout=6000)
        page.wait_for_timeout(PRESS_PAUSE_MS)
    found: list[float] = page.evaluate("window.waits")
    return found


@dataclass(frozen=True)
class Drag:
    """One drag of the main slider."""

    waits: list[float]
    long_frames: list[float]


def drag(page: Page, slider: Any, moves: int) -> Drag:
    """Return milliseconds from each movement to paint, and tasks over 50 ms."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], y)
    page.mouse.down()
    page.evaluate("window.waits = []; window.frames_over = []; window.arm('input')")
    for number in range(moves):
        page.mouse.move(box["x"] + (0.31 + 0.01 * number) * box["width"], y)
        page.wait_for_timeout(60)
    page.wait_for_timeout(300)
    waits, frames = page.evaluate("[window.waits, window.frames_over]")
    page.mouse.up()
    return Drag(waits, frames)


@dataclass(frozen=True)
class ColdStart:
    """A first visit with nothing kept."""

    visible_ms: float
    wire_bytes: int
    foreign: list[str]


def cold_start(browser: Browser, url: str, *, until: str = "") -> ColdStart:
    """Return when the figure (or `until`) stood, and every byte it took."""
    context = context_of(browser)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    wire = {"bytes": 0}
    foreign: list[str] = []
    own = "/".join(url.split("/")[:3])

    def finished(event: dict[str, Any]) -> None:
        wire["bytes"] += int(event["encodedDataLength"])

    def frame(event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        binary = event["response"]["opcode"] == 2
        wire["bytes"] += len(payload) * 3 // 4 if binary else len(payload)

    def requested(event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if not address.startswith((own, "data:", "blob:")):
            foreign.append(address)

    session.on("Network.loadingFinished", finished)
    session.on("Network.webSocketFrameReceived", frame)
    session.on("Network.requestWillBeSent", requested)
    page.goto(url)
    if until:
        page.locator(until).first.wait_for()
        visible = page.evaluate("performance.now()")
    else:
        page.wait_for_function("window.visible", timeout=30_000)
        visible = page.evaluate("window.visible")
    page.wait_for_timeout(2500)
    context.close()
    time.sleep(0.2)
    return ColdStart(visible, wire["bytes"], foreign)
