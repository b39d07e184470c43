"""Embeds in a unit of a course, as the workbench of Open edX shows it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.boxes import until

ROOT = Path(__file__).parents[2]
PLATFORM = ROOT / ".venv-lms/bin/python"
START_SECONDS = 60


@contextmanager
def unit(html: str, folder: Path) -> Iterator[str]:
    """Serve a unit of a course that holds this HTML; give its address."""
    if not PLATFORM.exists():
        pytest.fail("There is no course platform: run 'make .venv-lms/ready'.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [PLATFORM, ROOT / "tests/lms/open_edx.py", folder, port]
    address = f"http://localhost:{port}/scenario/unit/"
    log = folder / "log"
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=said, stderr=said
        ) as it,
    ):
        it.stdin.write(html.encode())
        it.stdin.close()
        try:
            wait_for(address, it, log)
            yield address
        finally:
            it.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(address).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.3)
    pytest.fail(f"The course platform did not start:\n{log.read_text()[-3000:]}")


def test_a_unit_of_a_course_shows_the_figure_at_its_height(
    page: Page, site: str, tmp_path: Path
) -> None:
    found = page.request.get(f"{site}/oembed?url={site}/score_recovery").json()
    script = f'<script src="{site}/assets/embed-host.js" async></script>'
    with unit(found["html"] + script, tmp_path) as address:
        page.goto(address)
        expect(page.get_by_role("heading", name="A unit with a figure")).to_be_visible()
        inside = page.frame_locator("iframe")
        inside.locator(".plot svg:visible").first.wait_for()
        inside.locator("#main-slider").focus()
        inside.locator("#main-slider").press("ArrowRight")
        expect(inside.get_by_text("61 points", exact=True)).to_be_visible()

        def fits() -> bool:
            content = inside.locator("main").evaluate(
                "e => e.getBoundingClientRect().height"
            )
            box = page.locator("iframe").bounding_box()
            return abs(box["height"] - content) <= 1

        until(page, fits)
        assert page.context.cookies(site) == []
