"""What Lighthouse says about the reading pages, with its phone settings."""

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
from bench.servers import OURS, running
from scripts.browser import browser

ROOT = Path(__file__).parents[1]
NODE = ROOT / "bench/node"
REPORT = ROOT / "docs/lighthouse.md"
PAGES = tuple(
    f"/read/{language}/{about}"
    for about in ("", "questions/what-it-costs", "claims", "glossary")
    for language in ("en", "zh")
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST, MOST_BYTES = 95, 100_000
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
SECONDS = 180
Audit = Mapping[str, Any]


def audited(address: str) -> Audit:
    """Return Lighthouse's report on one page, on its phone."""
    script = NODE / "node_modules/lighthouse/cli/index.js"
    if not script.exists():
        sys.exit(f"Lighthouse is not in {NODE}: run 'python -m scripts.node_tools'.")
    command = [str(shutil.which("node")), str(script), address, "--output=json"]
    expected = [f"--only-categories={','.join(CATEGORIES)}", "--quiet"]
    quiet = ["--no-enable-error-reporting", "--disable-full-page-screenshot"]
    done = subprocess.run(
        [*command, *expected, *quiet, f"--chrome-flags={FLAGS}"],
        env={**os.environ, "CHROME_PATH": str(browser())},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    found: Audit = json.loads(done.stdout)
    return found


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


def row(path: str, audit: Audit) -> str:
    """Return one line of the table."""
    paint = audit["audits"]["largest-contentful-paint"]["displayValue"]
    met = min(scores(audit)) >= LEAST and weight(audit) <= MOST_BYTES
    cells = [f"`{path}`", *map(str, scores(audit)), f"{weight(audit) / 1000:.0f} KB"]
    return f"| {' | '.join([*cells, paint, 'yes' if met else 'no'])} |"


def report(found: Mapping[str, Audit]) -> str:
    """Return the page docs/lighthouse.md."""
    version = next(iter(found.values()))["lighthouseVersion"]
    rows = "\n".join(row(path, audit) for path, audit in found.items())
    costs = "\n".join(
        f"- `{path}`: {', '.join(missed(audit))}."
        for path, audit in found.items()
        if missed(audit)
    )
    below = f"\n## What cost points\n\n{costs}\n" if costs else ""
    return f"""# Lighthouse on the reading pages

Measured by `make bench` on {clock.today().isoformat()} with Lighthouse {version}, its own phone and
its own slow network, before any touch. Wanted: {LEAST} or more in each, {MOST_BYTES / 1000:.0f} KB or less with all requests.

| Page | Performance | Accessibility | Best practices | SEO | Bytes | Largest paint | Met |
|---|---|---|---|---|---|---|---|
{rows}
{below}"""


def main() -> None:
    """Measure every page and write the report."""
    with running(OURS) as site:
        found = {path: audited(f"{site.address}{path}") for path in PAGES}
    message = report(found)
    print(message)
    REPORT.write_text(message, encoding="utf-8")


if __name__ == "__main__":
    main()
