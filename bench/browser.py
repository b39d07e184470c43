"""What a reader's browser sees: movement to paint, cold starts, bytes, long frames."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

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
window.drawn = () => {
  const plot = window.plotOf(), chart = plot?.parentElement; // under a hand a drawing stands for the chart
  const lines = chart?.matches(".led") ? chart.querySelectorAll(".lead svg svg path") : plot?.querySelectorAll(".scatterlayer path");
  return [...(lines ?? [])].map((each) => each.getAttribute("d")).join();
};
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
window.largest = window.shift = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.largest = each.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shift += each.value;
}).observe({ type: "layout-shift", buffered: true });
window.cameBy = (live) => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter(({ responseEnd }) => responseEnd && responseEnd <= live)
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
window.is_whole = () => window.plotOf() && !document.getElementById("first-view");
window.movesDrawing = () => document.querySelector("#first-view live-figure")?.sent &&
  performance.getEntriesByType("resource").some((each) => each.name.includes("/moves/") && each.responseEnd);
window.when = {};
const LOOKS = {
  visible: () => document.querySelector("#first-view .figure-drawn") ?? window.plotOf(),
  live: () => window.movesDrawing() || window.plotOf(),
  whole: window.is_whole,
};
(function look() {
  for (const [name, is_so] of Object.entries(LOOKS)) {
    if (window.when[name] || !is_so()) continue;
    const channel = new MessageChannel(); // its message comes once the frame is painted
    channel.port1.onmessage = () => (window.when[name] = performance.now());
    channel.port2.postMessage(0);
    delete LOOKS[name];
  }
  if (Object.keys(LOOKS).length) requestAnimationFrame(look);
})();
"""
MOMENTS = ("visible", "live", "whole")
PRESS_PAUSE_MS, SETTLE_MS = 350, 2500


@dataclass(frozen=True)
class Device:
    """What a reader holds: a screen, a share of this processor, a line.

    Attributes
    ----------
    slower : how many times as long the processor takes
    bits_per_second, latency_ms : of the line; a line without limits where it is 0
    """

    width: int
    height: int
    slower: float = 1
    bits_per_second: int = 0
    latency_ms: int = 0

    def put_on(self, session: CDPSession) -> None:
        """Let a page be as slow as the device is."""
        session.send("Emulation.setCPUThrottlingRate", {"rate": self.slower})
        if self.bits_per_second:
            rate = self.bits_per_second / 8
            line = {"downloadThroughput": rate, "uploadThroughput": rate}
            line |= {"offline": False, "latency": self.latency_ms}
            session.send("Network.emulateNetworkConditions", line)


DESK = Device(1280, 1600)
PHONE = Device(390, 844, slower=4, bits_per_second=1_600_000, latency_ms=150)
PATIENCE_MS = 120_000
"""Of a phone's page, whose figure others may show after half a minute."""


def context_of(browser: Browser, device: Device = DESK) -> BrowserContext:
    """Return a fresh reader, at a desk unless told otherwise."""
    context = browser.new_context(
        locale="en-GB",
        viewport={"width": device.width, "height": device.height},
        bypass_csp=True,  # to wait for a function is to evaluate one
    )
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(WATCH)
    return context


def ready(page: Page, url: str, *, until: str = "") -> None:
    """Open a page and wait until its figure (or `until`) stands, and then a little."""
    page.goto(url)
    if until:
        page.locator(until).first.wait_for()
    else:
        page.wait_for_function("window.is_whole()")
    page.wait_for_timeout(SETTLE_MS)


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
    """A first visit with nothing kept.

    Attributes
    ----------
    visible_ms, live_ms, whole_ms : when a chart had been painted, when it followed the
        hand, when the page around it stood; for a page without a chart its end alone

    largest_ms : its largest contentful paint
    shift : its cumulative layout shift
    live_bytes : what had come, compressed, when the chart followed the hand
    """

    visible_ms: float
    live_ms: float
    whole_ms: float
    wire_bytes: int
    foreign: list[str]
    largest_ms: float = 0
    shift: float = 0
    live_bytes: int = 0


def cold_start(
    browser: Browser, url: str, *, until: str = "", device: Device = DESK
) -> ColdStart:
    """Return when the figure (or `until`) stood, and every byte it took."""
    context = context_of(browser, device)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    device.put_on(session)
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
        when = dict.fromkeys(MOMENTS, page.evaluate("performance.now()"))
    else:
        page.wait_for_function("window.when.whole")
        when = page.evaluate("window.when")
    page.wait_for_timeout(SETTLE_MS)
    visible, live, whole = (when[each] for each in MOMENTS)
    seen = page.evaluate("(live) => [window.largest, window.shift, cameBy(live)]", live)
    context.close()
    time.sleep(0.2)
    return ColdStart(visible, live, whole, wire["bytes"], foreign, *seen)
