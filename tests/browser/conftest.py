"""The running site and a browser to look at it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
CHROMIUM = "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
START_SECONDS = 60
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the site, started for these tests and stopped after them."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        [*command, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        try:
            wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(10)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the server answers; fail if it ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(f"{address}/healthz").text == "ok":
                return
        except httpx.TransportError:
            time.sleep(0.2)
    server.terminate()
    said = server.communicate(timeout=10)[0].decode()
    raise AssertionError(f"The site did not start at {address}:\n{said}")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Drive the system's browser; fail where there is none."""
    named = os.environ.get("CHROMIUM", "")
    found = next(filter(None, map(shutil.which, (named, *CHROMIUM))), None)
    if found is None:
        pytest.fail("No Chromium was found: run 'python -m scripts.browser'.")
    return {"executable_path": found, "args": QUIET.split()}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    """An English reader at a desk, unless a test says otherwise."""
    return {"locale": "en-GB", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def open_page(page: Page, site: str):
    """Open a page of the site and wait until its figure is drawn."""

    def opened(path: str = "/score_recovery") -> Page:
        page.goto(f"{site}{path}")
        page.locator("h1").wait_for()
        if "/score_recovery" in path:
            page.locator(".plot .main-svg").first.wait_for()
        return page

    return opened
