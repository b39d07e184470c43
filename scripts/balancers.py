"""Find HAProxy and nginx, or install Debian's; run one before two servers.

Both run with the files of `deploy/`, on loopback, and end with the program that
started them.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from string import Template

from scripts.debian import install
from scripts.valkey import free_port

DEPLOY = Path(__file__).parents[1] / "deploy"
FILES: Mapping[str, str] = {"haproxy": "haproxy.cfg", "nginx": "nginx.conf"}
NO_EDITS: Mapping[str, str] = {}
START_SECONDS, STOP_SECONDS, POLL_SECONDS = 30, 15, 0.05
LOOPBACK = "127.0.0.1"
MISSING = "The tests of two servers need HAProxy and nginx; install both with apt-get."


def program(name: str) -> str | None:
    """Return the path of a balancer's program, if it is there."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


@contextmanager
def balancer(
    name: str, one: int, two: int, edits: Mapping[str, str] = NO_EDITS
) -> Iterator[str]:
    """Run a balancer before two ports of loopback, and give its address.

    Parameters
    ----------
    edits : what stands in its file in the place of what, as an operator changes it
    """
    found = program(name)
    if found is None:
        raise FileNotFoundError(MISSING)
    port, folder = free_port(), Path(tempfile.mkdtemp(prefix="after-overdue-balancer-"))
    values = {
        "LISTEN": f"{LOOPBACK}:{port}",
        "SERVER_ONE": f"{LOOPBACK}:{one}",
        "SERVER_TWO": f"{LOOPBACK}:{two}",
        "FOLDER": str(folder),
    }
    path = folder / FILES[name]
    path.write_text(_edited(FILES[name], edits, values), "utf-8")
    process = subprocess.Popen(_command(name, found, path), env=values)
    try:
        _wait(port, process)
        yield f"http://{LOOPBACK}:{port}"
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)
        shutil.rmtree(folder)


def _edited(name: str, edits: Mapping[str, str], values: Mapping[str, str]) -> str:
    """Return a file of `deploy/` with edits; nginx knows no environment of its own."""
    text = (DEPLOY / name).read_text("utf-8")
    for old, new in edits.items():
        if old not in text:
            raise LookupError(f"deploy/{name} does not hold '{old}'.")
        text = text.replace(old, new)
    return Template(text).safe_substitute(values) if name == "nginx.conf" else text


def _command(name: str, found: str, path: Path) -> list[str]:
    if name == "haproxy":
        return [found, "-q", "-db", "-f", str(path)]
    folder = path.parent
    given = ["-p", str(folder), "-c", path.name, "-e", str(folder / "error.log")]
    return [found, *given, "-g", "daemon off;"]


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex((LOOPBACK, port)) == 0:
                return
        time.sleep(POLL_SECONDS)
    raise RuntimeError(f"The balancer did not start on port {port}.")


if __name__ == "__main__":
    missing = [name for name in FILES if program(name) is None]
    if missing:
        install(*missing)
    if any(program(name) is None for name in FILES):
        sys.exit(MISSING)
    print("Balancers:", *(program(name) for name in FILES))
