"""Static files, compressed once and kept by browsers: ours and Streamlit's."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from after_overdue.figures.theme import ASSETS
from after_overdue.insides import STATIC, STREAMLIT
from after_overdue.settings import rooted

FOLDERS = (Path(__file__).parent / "assets", ASSETS)
"""Where our own files are."""
FOR_A_YEAR = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"
VERSIONED = re.compile(r"-\d")
"""A name that carries its version."""
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""Kinds of file worth compressing."""
PACKED = {".png": "image/png", ".woff2": "font/woff2"}
"""Kinds that are packed already."""
SERVED = TYPES | PACKED
IMPORTED = re.compile(rb'from "\./([\w.-]+\.js)"')
REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
"""How a request says that it takes no such encoding."""
KEPT_QUALITY, ONCE_QUALITY = 9, 5
"""How well brotli packs what is packed once and kept, and what is packed for one."""


def file_under(root: Path, name: str) -> Path | None:
    """Return the file called `name` under `root`, if there is one."""
    if not is_file_under(root, name):
        return None
    path = (root / name).resolve()
    return path if path.suffix in SERVED else None


def is_file_under(root: Path, name: str) -> bool:
    """Return whether `name` is a file, and one that lies under `root`."""
    try:
        path = (root / name).resolve()
        return path.is_relative_to(root.resolve()) and path.is_file()
    except (OSError, ValueError):
        return False  # no file can have such a name


def encoding_of(headers: Headers) -> str:
    """Return the best encoding that a request accepts.

    Examples
    --------
    >>> encoding_of(Headers({"accept-encoding": "gzip, br;q=0"}))
    'gzip'
    """
    accepted = {
        each.partition(";")[0].strip()
        for each in headers.get("accept-encoding", "").lower().split(",")
        if not REFUSED.search(each)
    }
    return next((each for each in ("br", "gzip") if each in accepted), "identity")


def encoding_for(suffix: str, headers: Headers) -> str:
    """Return the best encoding of a kind of file that a request accepts."""
    return "identity" if suffix in PACKED else encoding_of(headers)


def said_of(encoding: str) -> dict[str, str]:
    """Return the header of an encoded body; a body as it is has none."""
    return {} if encoding == "identity" else {"content-encoding": encoding}


def asset_path(name: str) -> Path:
    """Return where one of our own files is."""
    return next(filter(None, (file_under(each, name) for each in FOLDERS)))


@lru_cache(maxsize=64)
def asset_url(name: str) -> str:
    """Return the address of one of our own files, which changes with its content."""
    version = hashlib.blake2b(content_of(asset_path(name)), digest_size=6).hexdigest()
    return rooted(f"/assets/{name}?v={version}")


def content_of(path: Path) -> bytes:
    """Return a file; a script of ours names what it imports with its version."""
    content = path.read_bytes()
    if path.suffix != ".js" or path.parent not in FOLDERS:
        return content
    return IMPORTED.sub(lambda found: _versioned(found[1]), content)


def _versioned(name: bytes) -> bytes:
    return f'from "./{asset_url(name.decode()).rpartition("/")[2]}"'.encode()


@lru_cache(maxsize=512)
def packed(path: Path, encoding: str) -> bytes:
    """Return a file's bytes in an encoding; each is compressed once."""
    return compressed(content_of(path), encoding)


def compressed(content: bytes, encoding: str, quality: int = KEPT_QUALITY) -> bytes:
    """Return bytes in an encoding; the better they are packed, the longer it takes."""
    if encoding == "br":
        return bytes(brotli.compress(content, quality=quality))
    return gzip.compress(content) if encoding == "gzip" else content


async def file_response(path: Path, headers: Headers) -> Response:
    """Return a file, compressed as the request accepts, to be kept for a year."""
    encoding = encoding_for(path.suffix, headers)
    content = await run_in_threadpool(packed, path, encoding)
    return kept_for_a_year(content, path.suffix, encoding)


def kept_for_a_year(content: bytes, suffix: str, encoding: str) -> Response:
    """Return a file whose address changes with it, in the encoding it has."""
    kept = {"cache-control": FOR_A_YEAR, "vary": "accept-encoding"}
    headers = kept | said_of(encoding)
    return Response(content, media_type=SERVED[suffix], headers=headers)


def encoded(response: Response, headers: Headers) -> Response:
    """Return a response with its body compressed as the request accepts."""
    encoding = encoding_of(headers)
    if encoding != "identity":
        response.body = compressed(bytes(response.body), encoding, ONCE_QUALITY)
        response.headers["content-encoding"] = encoding
        response.headers["content-length"] = str(len(response.body))
    response.headers["vary"] = "accept-encoding, accept-language"
    return response


async def asset(request: Request) -> Response:
    """Serve one of our own files; it is kept for as long as its address says enough."""
    name = request.path_params["name"]
    path = next(filter(None, (file_under(each, name) for each in FOLDERS)), None)
    if path is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    response = await file_response(path, request.headers)
    response.headers["access-control-allow-origin"] = "*"
    if "v" not in request.query_params and not VERSIONED.search(name):
        response.headers["cache-control"] = FOR_AN_HOUR
    return response


class CompressedStatic:
    """Serve Streamlit's own scripts compressed; it sends them as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a static file, or pass the request on."""
        path = None
        if scope["type"] == "http" and scope["path"].startswith(STATIC):
            path = file_under(STREAMLIT, scope["path"].lstrip("/"))
        if path is None or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        response = await file_response(path, Headers(scope=scope))
        await response(scope, receive, send)
