"""The data over HTTP: each table, what they are, and the feeds of changes."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.reading.data import FILES, MEDIA, PAGE, data_file
from after_overdue.reading.links import DATA, ROOT, Links
from after_overdue.web.limits import limited
from after_overdue.web.notice import notice
from after_overdue.web.reading import FOR_AN_HOUR, links_of
from after_overdue.web.shell import language_of
from after_overdue.web.static_files import compressed, encoding_of, said_of
from after_overdue.web.unchanged import is_known
from after_overdue.web.work import in_thread


@limited("read")
async def data(request: Request) -> Response:
    """Answer with a file, which any page of anybody may ask for."""
    name = request.path_params["name"]
    if name not in FILES:
        options = ", ".join(FILES)
        return notice(request, "no_such_file", status=404, given=name, options=options)
    encoding = encoding_of(request.headers)
    content = await in_thread(_packed, name, links_of(), clock.today(), encoding)
    tag = f'"{hashlib.blake2b(content, digest_size=9).hexdigest()}"'
    headers = {
        "access-control-allow-origin": "*",
        "cache-control": FOR_AN_HOUR,
        "etag": tag,
        "vary": "accept-encoding",
    }
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    kind = MEDIA[name.rpartition(".")[2]]
    return Response(content, media_type=kind, headers=headers | said_of(encoding))


async def start(request: Request) -> Response:
    """Lead to the page that lists the files, in the reader's language."""
    headers = {"cache-control": "no-store", "vary": "accept-language"}
    page = f"{ROOT}{language_of(request)}/{PAGE}"
    return RedirectResponse(page, 302, headers)


@lru_cache(maxsize=64)
def _packed(name: str, links: Links, today: date, encoding: str) -> bytes:
    return compressed(data_file(name, links, today), encoding)


routes = [
    *(Route(each, start) for each in (f"/{DATA}", f"/{DATA}".rstrip("/"))),
    Route(f"/{DATA}{{name}}", data),
]
