"""A server that asks nobody: what it tries is written down, and nobody answers it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOTING = '''
import sys

LOOPBACK = ("127.0.0.1", "::1", "localhost", "", None)


def noted(event, given):
    """Write down who is to be asked, by name or by address."""
    if event == "socket.getaddrinfo":
        where = given[0]
    elif event in ("socket.connect", "socket.sendto"):
        where = given[1][0] if isinstance(given[1], tuple) else ""
    else:
        return
    if where not in LOOPBACK:
        with open({file!r}, "a") as notes:
            notes.write(f"{{event}} {{where}}\\n")


sys.addaudithook(noted)
'''
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class Silence:
    """A proxy that takes every connection and never answers, and a list of calls."""

    def __init__(self, folder: Path, listener: socket.socket) -> None:
        self.listener = listener
        self.notes = folder / "asked"
        text = NOTING.format(file=str(self.notes))
        (folder / "sitecustomize.py").write_text(text, "utf-8")
        proxy = f"http://127.0.0.1:{listener.getsockname()[1]}"
        named = {each: proxy for name in PROXIES for each in (name, name.lower())}
        self.settings = {"PYTHONPATH": str(folder), "NO_PROXY": "", **named}

    def asked(self) -> list[str]:
        """What anybody was asked, directly or by the proxy."""
        text = self.notes.read_text("utf-8").splitlines() if self.notes.exists() else []
        try:
            self.listener.accept()[0].close()
        except BlockingIOError:
            return text
        return [*text, "the proxy"]


@contextmanager
def silence(folder: Path) -> Iterator[Silence]:
    """Listen where a server is told to go for everything outside."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield Silence(folder, listener)
