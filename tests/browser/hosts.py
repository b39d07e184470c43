"""Pages of somebody else, on another site than ours, that show us in a frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit


class Host(NamedTuple):
    """A server of somebody else.

    Attributes
    ----------
    address : on another site than ours, as a browser tells sites apart
    pages : by path: HTML, and the headers it is sent with
    """

    address: str
    pages: dict[str, tuple[str, Mapping[str, str]]]

    def shows(self, html: str, path: str = "/", **headers: str) -> str:
        """Put a page on the server; return its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (f"<!doctype html><html lang=en>{html}</html>", named)
        return f"{self.address}{path}"


@contextmanager
def host(files: Mapping[str, Path]) -> Iterator[Host]:
    """Serve pages of somebody else, and folders of files by their prefix."""
    pages: dict[str, tuple[str, Mapping[str, str]]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path in pages:
                text, headers = pages[path]
                self.answer(text.encode(), "text/html; charset=utf-8", headers)
                return
            prefix = next((each for each in files if path.startswith(each)), None)
            found = prefix and files[prefix] / path.removeprefix(prefix).lstrip("/")
            if not found or not found.is_file():
                self.send_error(404)
                return
            self.answer(found.read_bytes(), guess_type(found.name)[0] or "", {})

        def answer(self, body: bytes, kind: str, headers: Mapping[str, str]) -> None:
            self.send_response(200)
            for name, value in {"content-type": kind, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Host(f"http://localhost:{server.server_port}", pages)
        finally:
            server.shutdown()
