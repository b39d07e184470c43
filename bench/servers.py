"""Start the candidates on loopback, and stop the ones that were started."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2 as httpx
import psutil

ROOT = Path(__file__).parents[1]
START_SECONDS = 60
STREAMLIT = [sys.executable, "-m", "streamlit", "run"]
WITHOUT_UVLOOP = (
    "import sys; sys.modules['uvloop'] = None; "
    "from streamlit.web.cli import main; main()"
)
PLAIN_STREAMLIT = [sys.executable, "-c", WITHOUT_UVLOOP, "run"]
"""Streamlit as its own installation has it, without the event loop that we add."""
GC_OFF = ["--runner.postScriptGC", "false"]
NO_TELEMETRY = ["--browser.gatherUsageStats", "false", "--server.headless", "true"]


@dataclass(frozen=True)
class Candidate:
    """One page to measure."""

    name: str
    command: list[str]
    path: str
    ready: str
    is_streamlit: bool = True


OURS = Candidate(
    "After Overdue", [*STREAMLIT, "app.py"], "/score_recovery?lang=en", "/healthz"
)
ORDINARY = Candidate(
    "Ordinary Streamlit",
    [
        *PLAIN_STREAMLIT,
        "bench/sites/ordinary.py",
        *NO_TELEMETRY,
        "--runner.postScriptGC",
        "true",
    ],
    "/",
    "/_stcore/health",
)
BARE = Candidate(
    "Bare Streamlit, collection off",
    [*PLAIN_STREAMLIT, "bench/sites/bare.py", *NO_TELEMETRY, *GC_OFF],
    "/",
    "/_stcore/health",
)
ELEMENTS = Candidate(
    "Streamlit, as many elements",
    [*STREAMLIT, "bench/sites/elements.py", *NO_TELEMETRY, *GC_OFF],
    "/",
    "/_stcore/health",
)
DASH = Candidate(
    "Dash",
    [sys.executable, "-m", "bench.sites.dash_site"],
    "/",
    "/",
    is_streamlit=False,
)
STATIC = Candidate(
    "Static plotly.js",
    [sys.executable, "-m", "bench.sites.static_site"],
    "/",
    "/",
    is_streamlit=False,
)


@dataclass(frozen=True)
class Running:
    """A candidate that answers."""

    candidate: Candidate
    address: str
    process: psutil.Process

    @property
    def url(self) -> str:
        """Where its page is."""
        return f"{self.address}{self.candidate.path}"

    def cpu_seconds(self) -> float:
        """Processor time of the server so far."""
        spent = self.process.cpu_times()
        return float(spent.user + spent.system)

    def resident_bytes(self) -> int:
        """Memory that the server holds."""
        return int(self.process.memory_info().rss)


@contextmanager
def running(candidate: Candidate, **settings: str) -> Iterator[Running]:
    """Run a candidate, with these settings, for as long as it is measured."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    options = (
        ["--server.port", port, "--server.address", "127.0.0.1"]
        if candidate.is_streamlit
        else [port]
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    with subprocess.Popen(
        [*candidate.command, *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(f"{address}{candidate.ready}", candidate.name)
            yield Running(candidate, address, psutil.Process(server.pid))
        finally:
            server.terminate()
            server.wait(10)


def _wait(url: str, name: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            if httpx.get(url).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError(f"{name} did not answer at {url} within {START_SECONDS} s.")
