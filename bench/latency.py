"""Our page beside an ordinary Streamlit page, Dash and static plotly.js, in one run.

``make bench`` prints the table and writes docs/performance.md.
"""

from __future__ import annotations

import platform
import statistics
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from bench.browser import cold_start, context_of, drag, press, ready
from bench.machine import processor
from bench.servers import BARE, DASH, ORDINARY, OURS, STATIC, Running, running
from scripts.browser import browser

ROUNDS, PRESSES, MOVES, COLD_STARTS, COMMITS = 3, 12, 30, 5, 25
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REPORT = Path(__file__).parents[1] / "docs/performance.md"


def main_slider(page: Page, name: str) -> Locator:
    """Return the slider of the points lost."""
    if name in (OURS.name, STATIC.name):
        return page.locator("#main-slider")
    return page.get_by_role("slider").first


def other_slider(page: Page, name: str) -> Locator:
    """Return the slider of the months shown, which always changes the line."""
    if name == OURS.name:
        return page.get_by_role("slider", name="Months shown")
    return page.get_by_role("slider").nth(3)


def measured() -> dict[str, dict[str, list[float]]]:
    """Return every sample by measure and candidate, the candidates interleaved."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as stack:
        sites = [
            stack.enter_context(running(each))
            for each in (OURS, ORDINARY, DASH, STATIC, BARE)
        ]
        ours, ordinary, dash, static, bare = sites
        chromium = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=browser(), args=QUIET
        )
        for _ in range(COLD_STARTS):
            for site in (ours, ordinary, dash, static):
                start = cold_start(chromium, site.url)
                found["cold"][site.candidate.name].append(start.visible_ms)
                found["bytes"][site.candidate.name].append(start.wire_bytes)
                found["foreign"][site.candidate.name].append(len(start.foreign))
            first = cold_start(
                chromium, bare.url, until="[role=slider], input[type=range]"
            )
            found["cold"][BARE.name].append(first.visible_ms)
        home = cold_start(chromium, f"{ours.address}/?lang=en", until="h1")
        found["bytes"]["home page"].append(home.wire_bytes)
        for _ in range(ROUNDS):
            for site in (ours, ordinary, dash, static):
                name, context = site.candidate.name, context_of(chromium)
                page = context.new_page()
                ready(page, site.url)
                found["main"][name] += press(page, main_slider(page, name), PRESSES)
                if site is not static:
                    found["other"][name] += press(
                        page, other_slider(page, name), PRESSES
                    )
                if site in (ours, static):
                    moved = drag(page, main_slider(page, name), MOVES)
                    found["drag"][name] += moved.waits
                    found["long frames"][name].append(max(moved.long_frames, default=0))
                context.close()
            for site in (ours, bare):
                found["cpu"][site.candidate.name].append(_cpu(site, chromium))
        chromium.close()
    return found


def _cpu(site: Running, chromium: object) -> float:
    """Return milliseconds of server time per committed change of the main slider."""
    context = context_of(chromium)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site.url)
    slider = main_slider(page, site.candidate.name)
    slider.wait_for()
    page.wait_for_timeout(2500)
    slider.focus()
    before = site.cpu_seconds()
    for number in range(COMMITS):
        page.keyboard.press("ArrowRight" if number % 2 else "ArrowLeft")
        page.wait_for_timeout(400)
    spent = site.cpu_seconds() - before
    context.close()
    return 1000 * spent / COMMITS


def median(samples: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(samples)


def rows(found: dict[str, dict[str, list[float]]]) -> list[tuple[str, str, str, str]]:
    """Return the table: what, measured, target, met."""
    middle = {
        measure: {name: median(samples) for name, samples in each.items()}
        for measure, each in found.items()
    }
    us = {measure: each.get(OURS.name, 0.0) for measure, each in middle.items()}

    def ratio(measure: str, other: str, most: float) -> tuple[str, str, str]:
        share = us[measure] / middle[measure][other]
        told = f"{us[measure]:.0f} ms / {middle[measure][other]:.0f} ms = {share:.2f}"
        return told, f"≤ {most:.2f} × {other}", "yes" if share <= most else "no"

    def size(name: str, most: float) -> tuple[str, str, str]:
        megabytes = middle["bytes"][name] / 1e6
        return (
            f"{megabytes:.2f} MB",
            f"≤ {most:.1f} MB",
            "yes" if megabytes <= most else "no",
        )

    longest = max(found["long frames"][OURS.name])
    foreign = sum(found["foreign"][OURS.name])
    return [
        ("Key on the main slider → painted", *ratio("main", DASH.name, 0.65)),
        ("Key on the main slider → painted", *ratio("main", ORDINARY.name, 0.25)),
        ("Key on another control → painted", *ratio("other", DASH.name, 1.0)),
        ("Cold start → chart visible", *ratio("cold", DASH.name, 0.75)),
        ("Drag: movement → painted", *ratio("drag", STATIC.name, 1.3)),
        (
            "Drag: longest task",
            f"{longest:.0f} ms",
            "≤ 50 ms",
            "yes" if longest <= 50 else "no",
        ),
        ("Server time per committed change", *ratio("cpu", BARE.name, 1.5)),
        ("Score recovery, cold, over the wire", *size(OURS.name, 2.0)),
        ("Home page, cold, over the wire", *size("home page", 1.1)),
        ("Requests to another origin", str(foreign), "0", "no" if foreign else "yes"),
    ]


def report(found: dict[str, dict[str, list[float]]]) -> str:
    """Return the page docs/performance.md."""
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows(found))
    samples = "\n".join(
        f"| {measure} | {name} | {median(each):.1f} | {min(each):.1f} | {max(each):.1f} | {len(each)} |"
        for measure, by_name in found.items()
        for name, each in by_name.items()
    )
    return f"""# Performance

Measured by `make bench` on {date.today().isoformat()}: {processor()}, {platform.system()}
{platform.machine()}, Python {platform.python_version()}, Chromium without a graphics card. The
candidates were interleaved in one run; medians.

| What | Measured (ours / theirs) | Target | Met |
|---|---|---|---|
{table}

{_about_cold_starts(found)}

## Every measure

Milliseconds; bytes for `bytes`; counts for `foreign`.

| Measure | Page | Median | Least | Most | Samples |
|---|---|---|---|---|---|
{samples}
"""


def _about_cold_starts(found: dict[str, dict[str, list[float]]]) -> str:
    """Return where the time of a cold start goes, from the same run."""
    cold = {name: median(samples) for name, samples in found["cold"].items()}
    ours, bare = cold[OURS.name], cold[BARE.name]
    return (
        f"Of a cold start's {ours:.0f} ms, {bare:.0f} ms pass before a bare Streamlit page "
        f"(one slider, one line of text) shows its slider: the platform's own scripts "
        f"start, connect and run. What is ours to change is the other {ours - bare:.0f} ms; "
        f"the chart library, the component and the elements' scripts are fetched during "
        f"the platform's start, not after it."
    )


if __name__ == "__main__":
    told = report(measured())
    print(told)
    REPORT.write_text(told, encoding="utf-8")
