"""A site that runs in a process of its own: it can be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx

ROOT = Path(__file__).parents[1]
START_SECONDS, STOP_SECONDS = 60, 15


class Site:
    """The whole site on a port of its own, with settings of its own."""

    folder = ROOT

    def __init__(self, how: str = "streamlit", **settings: str) -> None:
        self.how = how
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.settings = settings
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers, also after it was started again."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def argv(self) -> list[str]:
        """What starts it."""
        return [sys.executable, "-m", *self.command.split()]

    @property
    def command(self) -> str:
        """The module that starts it, with its options."""
        if self.how == "uvicorn":
            return f"uvicorn app:app --host 127.0.0.1 --port {self.port}"
        listening = f"--server.port {self.port} --server.address 127.0.0.1"
        return f"streamlit run {ROOT / 'app.py'} {listening}"

    def start(self) -> None:
        """Start it, and return once it answers."""
        self.process = subprocess.Popen(
            self.argv,
            cwd=self.folder,
            env={**os.environ, **self.settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if httpx.get(f"{self.address}/healthz").text == "ok":
                    return
            except httpx.TransportError:
                time.sleep(0.2)
        said = self.end(signal.SIGKILL)
        raise AssertionError(f"The site did not start at {self.address}:\n{said}")

    def end(self, how: signal.Signals = signal.SIGTERM) -> str:
        """End it, and return what it said; SIGKILL leaves it no time for anything."""
        if self.process is None:
            return ""
        self.process.send_signal(how)
        said = self.process.communicate(timeout=STOP_SECONDS)[0].decode()
        self.process = None
        return said


@contextmanager
def running_site(how: str = "streamlit", **settings: str) -> Iterator[Site]:
    """Run a site with these settings for as long as a test needs it."""
    site = Site(how, **settings)
    site.start()
    try:
        yield site
    finally:
        site.end()
