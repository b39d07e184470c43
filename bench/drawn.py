"""A phone's first seconds: a drawing that moves beside a page with plotly.js.

``python -m bench.drawn`` prints the table that docs/performance.md refers to, and
writes it to docs/phone.md. The pages are opened in turn, each with nothing kept.
"""

from __future__ import annotations

import statistics
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from after_overdue import clock
from bench.latency import QUIET
from bench.servers import OURS, STATIC, running
from scripts.browser import browser

REPORT = Path(__file__).parents[1] / "docs/phone.md"
ROUNDS = 5
PHONE = ViewportSize(width=390, height=844)
SLOWER, LATENCY_MS, BYTES_A_SECOND = 4, 150, 1.6e6 / 8
READING = "/read/en/questions/does-repair-bring-points-back"
NUDGE = """() => {
  const picture = () => [...document.querySelectorAll("svg path")].map((each) => each.getAttribute("d")).join();
  const state = (window.state ??= { before: "", by: 1 });
  const slider = document.querySelector("#main-slider");
  const drawn = picture();
  if (!slider || !drawn) return 0;
  if (state.before && drawn !== state.before) return performance.now();
  state.before = drawn;
  state.by = -state.by;
  slider.value = Number(slider.value) + state.by;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  return 0;
}"""
"""Moves the slider to and fro until the picture follows, as an impatient hand would."""


def slowed(page: Page) -> dict[str, int]:
    """Make a page that of a phone; return the bytes that it reads, as they come."""
    session = page.context.new_cdp_session(page)
    read = {"bytes": 0}

    def came(event: dict[str, Any]) -> None:
        read["bytes"] += int(event["encodedDataLength"])

    session.send("Network.enable")
    session.on("Network.dataReceived", came)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    line = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    limits = {"offline": False, "latency": LATENCY_MS, **line}
    session.send("Network.emulateNetworkConditions", limits)
    return read


def first_move(chromium: Browser, address: str) -> tuple[float, int]:
    """Return the milliseconds until the picture follows, and the bytes before it."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, bypass_csp=True)
    page = context.new_page()
    read = slowed(page)
    page.goto(address, wait_until="commit")
    moved = page.wait_for_function(NUDGE, polling=50, timeout=60_000)
    found = float(moved.json_value()), read["bytes"]
    context.close()
    return found


def report(found: dict[str, list[tuple[float, int]]]) -> str:
    """Return the page docs/phone.md."""
    rows = []
    for name, visits in found.items():
        times = [time for time, _ in visits]
        size = statistics.median(size for _, size in visits)
        middle = statistics.median(times)
        cells = (name, f"{middle:,.0f} ms", f"{min(times):,.0f}", f"{max(times):,.0f}")
        rows.append(f"| {' | '.join(cells)} | {size / 1000:.0f} kB |")
    lines = "\n".join(rows)
    return f"""# A phone's first seconds

Measured by `python -m bench.drawn` on {clock.today().isoformat()}: {PHONE["width"]} × {PHONE["height"]}, a quarter of the processor,
1.6 Mbit/s and {LATENCY_MS} ms; {ROUNDS} visits of each page in turn, nothing kept. Until the picture follows the slider,
and what was read before it did, as it came over the wire.

| Page | Median | Least | Most | Bytes |
|---|---|---|---|---|
{lines}
"""


def main() -> None:
    """Visit the pages in turn and write the report."""
    with ExitStack() as stack:
        ours, static = (stack.enter_context(running(each)) for each in (OURS, STATIC))
        pages = {
            "Embed": f"{ours.address}/embed/score_recovery?lang=en",
            "Reading page": f"{ours.address}{READING}",
            STATIC.name: static.url,
        }
        chromium = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=browser(), args=QUIET
        )
        for address in pages.values():
            first_move(chromium, address)
        found: dict[str, list[tuple[float, int]]] = {name: [] for name in pages}
        for _ in range(ROUNDS):
            for name, address in pages.items():
                found[name].append(first_move(chromium, address))
        chromium.close()
    message = report(found)
    print(message)
    REPORT.write_text(message, encoding="utf-8")


if __name__ == "__main__":
    main()
