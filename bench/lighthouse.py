"""What Lighthouse says about reading and interactive pages, with its phone settings."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from after_overdue import clock
from after_overdue.models.registry import MODELS
from bench.servers import BARE, DASH, OURS, running
from scripts.browser import browser

ROOT = Path(__file__).parents[1]
NODE = ROOT / "bench/node"
REPORT = ROOT / "docs/lighthouse.md"
PAGES = tuple(
    f"/read/{language}/{about}"
    for about in ("", "questions/what-it-costs", "claims", "glossary")
    for language in ("en", "zh")
)
INTERACTIVE = ("/?lang=en", *(f"/{noun}?lang=en" for noun in MODELS))
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST, MOST_BYTES = 95, 100_000
LEAST_INTERACTIVE = (90, 100, 100, 100)
"""Of a page that the platform builds."""
BESIDE = (BARE, DASH)
"""Pages of others, which show what a platform takes of its own."""
AT_HOME = "http://127.0.0.1"
"""A site that knows its address says which of its pages is which language's."""
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
SECONDS, ATTEMPTS = 180, 3
"""A browser that is started now and then does not paint its first page."""
Audit = Mapping[str, Any]


def audited(address: str) -> Audit:
    """Return Lighthouse's report on one page, on its phone."""
    script = NODE / "node_modules/lighthouse/cli/index.js"
    if not script.exists():
        sys.exit(f"Lighthouse is not in {NODE}: run 'python -m scripts.node_tools'.")
    command = [str(shutil.which("node")), str(script), address, "--output=json"]
    expected = [f"--only-categories={','.join(CATEGORIES)}", "--quiet"]
    quiet = ["--no-enable-error-reporting", "--disable-full-page-screenshot"]
    for _ in range(ATTEMPTS):
        done = subprocess.run(
            [*command, *expected, *quiet, f"--chrome-flags={FLAGS}"],
            env={**os.environ, "CHROME_PATH": str(browser())},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        if done.returncode == 0:
            found: Audit = json.loads(done.stdout)
            return found
    sys.exit(f"Lighthouse fails on {address}: {done.stderr[-500:]}")


def scores(audit: Audit) -> list[int]:
    """Return the scores, 0 to 100, in the order of `CATEGORIES`."""
    found = audit["categories"]
    return [round(100 * found[each]["score"]) for each in CATEGORIES]


def weight(audit: Audit) -> int:
    """Return the bytes of all requests."""
    heavy: float = audit["audits"]["total-byte-weight"]["numericValue"]
    return round(heavy)


def missed(audit: Audit) -> list[str]:
    """Return what cost points, as Lighthouse calls it."""
    weighed = {
        each["id"]
        for name in CATEGORIES
        for each in audit["categories"][name]["auditRefs"]
        if each["weight"]
    }
    found = ((name, audit["audits"][name]) for name in sorted(weighed))
    return [
        f"{name} ({each.get('displayValue') or each['score']})"
        for name, each in found
        if each["score"] is not None and each["score"] < 1
    ]


def told(audit: Audit, name: str) -> str:
    """Return what was measured, as Lighthouse writes it."""
    return str(audit["audits"][name]["displayValue"]).replace("\N{NO-BREAK SPACE}", " ")


def row(path: str, audit: Audit) -> str:
    """Return one line of the table of the reading pages."""
    met = min(scores(audit)) >= LEAST and weight(audit) <= MOST_BYTES
    cells = [f"`{path}`", *map(str, scores(audit)), f"{weight(audit) / 1000:.0f} KB"]
    paint = told(audit, "largest-contentful-paint")
    return f"| {' | '.join([*cells, paint, 'yes' if met else 'no'])} |"


def interactive_row(name: str, audit: Audit) -> str:
    """Return one line of the table of the interactive pages."""
    reached = zip(scores(audit), LEAST_INTERACTIVE, strict=True)
    missing = [
        category
        for category, (score, least) in zip(CATEGORIES, reached, strict=True)
        if score < least
    ]
    seen = [
        told(audit, each)
        for each in ("largest-contentful-paint", "total-blocking-time", "interactive")
    ]
    cells = [name, *map(str, scores(audit)), *seen, ", ".join(missing) or "-"]
    return f"| {' | '.join(cells)} |"


def report(
    reading: Mapping[str, Audit],
    interactive: Mapping[str, Audit],
    beside: Mapping[str, Audit],
) -> str:
    """Return the page docs/lighthouse.md."""
    version = next(iter(reading.values()))["lighthouseVersion"]
    rows = "\n".join(row(path, audit) for path, audit in reading.items())
    ours = {f"`{path}`": audit for path, audit in interactive.items()}
    more = "\n".join(interactive_row(*each) for each in {**ours, **beside}.items())
    bare = beside[BARE.name]
    alone, shown = scores(bare)[0], told(bare, "largest-contentful-paint")
    costs = "\n".join(
        f"- `{path}`: {', '.join(missed(audit))}."
        for path, audit in {**reading, **interactive}.items()
        if missed(audit)
    )
    below = f"\n## What cost points\n\n{costs}\n" if costs else ""
    wanted = ", ".join(map(str, LEAST_INTERACTIVE))
    return f"""# Lighthouse

Measured by `make bench` on {clock.today().isoformat()} with Lighthouse {version}, its own phone and
its own slow network, before any touch.

## Reading pages

Their slider works in the page that was measured. Wanted: {LEAST} or more in each,
{MOST_BYTES / 1000:.0f} KB or less with all requests.

| Page | Performance | Accessibility | Best practices | SEO | Bytes | Largest paint | Met |
|---|---|---|---|---|---|---|---|
{rows}

## Interactive pages

Wanted: {wanted}. The figure follows the hand before the platform starts, so that what is
painted is painted soon; what misses is the time for which the platform's own scripts
then keep a phone's processor (blocking), until it stands. The platform's own page of
one slider and one line of text reaches {alone} in performance: its largest paint comes after
{shown}, and what blocks before the first paint is not counted.

| Page | Performance | Accessibility | Best practices | SEO | Largest paint | Blocking | Stands | Below what is wanted |
|---|---|---|---|---|---|---|---|---|
{more}
{below}"""


def main() -> None:
    """Measure every page and write the report."""
    with running(OURS, SITE_ADDRESS=AT_HOME) as site:
        reading, interactive = (
            {path: audited(f"{site.address}{path}") for path in pages}
            for pages in (PAGES, INTERACTIVE)
        )
    beside = {}
    for candidate in BESIDE:
        with running(candidate) as site:
            beside[candidate.name] = audited(site.url)
    message = report(reading, interactive, beside)
    print(message)
    REPORT.write_text(message, encoding="utf-8")


if __name__ == "__main__":
    main()
