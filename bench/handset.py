"""Our page on a cheap phone beside static plotly.js, Dash and ordinary Streamlit.

``make bench`` prints the table; ``python -m bench.handset ours static`` that of two.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from statistics import median, quantiles

from playwright.sync_api import Browser, sync_playwright

from after_overdue import clock
from bench.browser import PHONE, cold_start, context_of, drag, ready
from bench.latency import MOVES, QUIET, main_slider
from bench.machine import processor
from bench.servers import DASH, ORDINARY, OURS, STATIC, Candidate, Running, running
from scripts.browser import browser

CANDIDATES = {"ours": OURS, "static": STATIC, "dash": DASH, "ordinary": ORDINARY}
ROUNDS = 3
Samples = Mapping[str, Mapping[str, Sequence[float]]]
"""By measure and page."""
MEASURES = {
    "visible": ("Picture visible", 1000, "{:.1f} s", None),
    "live": ("Picture follows the hand", 1000, "{:.1f} s", 0.5),
    "whole": ("Whole page in place", 1000, "{:.1f} s", None),
    "largest": ("Largest contentful paint", 1000, "{:.1f} s", 0.5),
    "shift": ("Layout shift", 1, "{:.3f}", None),
    "live bytes": ("Bytes before it follows", 1000, "{:.0f} kB", None),
    "drag": ("Drag: movement → painted, median", 1, "{:.0f} ms", 0.35),
    "drag p95": ("Drag: movement → painted, p95", 1, "{:.0f} ms", 0.35),
}
"""By measure: how it is called, its unit, how it is told, and the most it may be of
static plotly.js."""


def visit(chromium: Browser, site: Running) -> Iterator[tuple[str, list[float]]]:
    """Yield what one cold visit showed, and one drag of the main slider."""
    start = cold_start(chromium, site.url, device=PHONE)
    yield "visible", [start.visible_ms]
    yield "live", [start.live_ms]
    yield "whole", [start.whole_ms]
    yield "largest", [start.largest_ms]
    yield "shift", [start.shift]
    yield "live bytes", [start.live_bytes]
    if site.candidate in (OURS, STATIC):
        waits = dragged(chromium, site)
        yield "drag", waits
        yield "drag p95", [quantiles(waits, n=20)[-1]]


def dragged(chromium: Browser, site: Running) -> list[float]:
    """Return milliseconds from each movement of a hand to paint."""
    context = context_of(chromium, PHONE)
    page = context.new_page()
    ready(page, site.url)
    PHONE.put_on(context.new_cdp_session(page))
    found = drag(page, main_slider(page, site.candidate.name), MOVES).waits
    context.close()
    return found


def measured(candidates: Sequence[Candidate]) -> Samples:
    """Return every sample, the candidates interleaved."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as stack:
        sites = [stack.enter_context(running(each)) for each in candidates]
        chromium = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=browser(), args=QUIET
        )
        for _ in range(ROUNDS):
            for site in sites:
                for measure, values in visit(chromium, site):
                    found[measure][site.candidate.name] += values
        chromium.close()
    return found


def report(found: Samples) -> str:
    """Return the page with the table."""
    names = list(found["visible"])
    head = f"| | {' | '.join(names)} | Target | Met |"
    rows = "\n".join(_row(found, measure, names) for measure in MEASURES)
    return f"""# On a phone

Measured by `make bench` on {clock.today().isoformat()}: {processor()}; Chromium at
{PHONE.width} × {PHONE.height}, a processor {PHONE.slower:g} times as slow, a line of
{PHONE.bits_per_second / 1e6} Mbit/s and {PHONE.latency_ms} ms that does not
slow WebSockets. {ROUNDS} rounds, interleaved; medians. Targets are shares of static plotly.js.

{head}
|---{"|---" * (len(names) + 2)}|
{rows}

*Follows the hand*: its slider moves it. *Drag*: on a page that stands, where plotly.js draws.
"""


def _row(found: Samples, measure: str, names: Sequence[str]) -> str:
    what, unit, told, most = MEASURES[measure]
    middles = {name: median(found[measure][name]) for name in found[measure]}
    cells = [
        told.format(middles[name] / unit) if name in middles else "–" for name in names
    ]
    target, met = "–", "–"
    if most and STATIC.name in middles:
        share = middles[OURS.name] / (middles[STATIC.name] or 1)
        target, met = f"≤ {most:g}", f"{share:.2f}: {'yes' if share <= most else 'no'}"
    return f"| {' | '.join([what, *cells, target, met])} |"


if __name__ == "__main__":
    asked = sys.argv[1:] or list(CANDIDATES)
    print(report(measured([CANDIDATES[each] for each in asked])))
