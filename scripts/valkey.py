"""Find Valkey, or a Redis that speaks as it does, or install Debian's; run one of it.

The server keeps nothing on the disk, listens on loopback only, and ends with the
program that started it.
"""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.debian import install

PROGRAMS = ("valkey-server", "redis-server")
START_SECONDS, STOP_SECONDS, POLL_SECONDS = 30, 15, 0.05
MEMORY_ONLY = ("--appendonly", "no")
LOOPBACK = "127.0.0.1"
MISSING = (
    "The tests of limits that servers share need Valkey and none was found. Install it "
    "('apt-get install valkey-server', or 'redis-server' where there is none)."
)


def program() -> str | None:
    """Return the path of the server's program, if one is there."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def server(port: int = 0) -> Iterator[str]:
    """Run a server, and give its address; on a free port if none is named."""
    found = program()
    if found is None:
        raise FileNotFoundError(MISSING)
    port = port or free_port()
    given = {
        "--port": str(port),
        "--bind": LOOPBACK,
        "--save": "",
        "--appendonly": "no",
    }
    options = [word for pair in given.items() for word in pair]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([found, *options], stdout=quiet, stderr=quiet)
    try:
        _wait(port, process)
        yield f"valkey://{LOOPBACK}:{port}"
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port: int = free.getsockname()[1]
    return port


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex((LOOPBACK, port)) == 0:
                return
        time.sleep(POLL_SECONDS)
    raise RuntimeError(f"Valkey did not start on port {port}.")


if __name__ == "__main__":
    if program() is None:
        for package in PROGRAMS:
            if program() is None:
                install(package)
    found = program()
    if found is None:
        sys.exit(MISSING)
    print(f"Valkey: {found}")
