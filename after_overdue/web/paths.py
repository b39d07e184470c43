"""Paths and moves over HTTP: every position of a main slider, by its case's settings.

The address says all that they depend on, the release too, so that any server answers
it and any cache may keep the answer for ever.
"""

from __future__ import annotations

import asyncio
import gzip
from functools import lru_cache, partial
from weakref import WeakKeyDictionary

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from after_overdue import clock
from after_overdue.cases.paths import MOVES, PAGE_MOVES, PATHS
from after_overdue.errors import InputError
from after_overdue.sharing.asked_paths import AskedPaths, asked_paths
from after_overdue.web.figures import ANY_ORIGIN, about_a_figure, noun_of
from after_overdue.web.limits import limited
from after_overdue.web.metrics import counts_made, look_at
from after_overdue.web.static_files import (
    FOR_A_YEAR,
    ONCE_QUALITY,
    compressed,
    encoding_of,
    said_of,
)
from after_overdue.web.work import in_thread

KEPT = 256
ROOTS = (PAGE_MOVES, MOVES, PATHS)
Asked = tuple[AskedPaths, str]
_under_way: WeakKeyDictionary[
    asyncio.AbstractEventLoop, dict[Asked, asyncio.Task[bytes]]
] = WeakKeyDictionary()
"""What is being made: a class that opens one link at once has it made once."""


@limited("figure")
@about_a_figure
async def paths(request: Request) -> Response:
    """Answer with every position of a slider, or with why there is none."""
    query = request.query_params
    given = {name: query.getlist(name) for name in query}
    try:
        root = next(each for each in ROOTS if each in request.url.path)
        asked = asked_paths(root, noun_of(request), given, clock.today())
    except InputError as error:
        kept = {"cache-control": "no-store", **ANY_ORIGIN}
        return PlainTextResponse("\n".join(error.sentences) + "\n", 422, kept)
    encoding = encoding_of(request.headers)
    content = await _packed_once(asked, "br" if encoding == "br" else "gzip")
    if encoding == "identity":
        content = await in_thread(gzip.decompress, content)
    kept = {"cache-control": FOR_A_YEAR, "vary": "accept-encoding", **ANY_ORIGIN}
    headers = kept | said_of(encoding)
    return Response(content, media_type="application/json", headers=headers)


async def _packed_once(asked: AskedPaths, encoding: str) -> bytes:
    """Return paths, compressed; whoever asks for what is being made waits for it."""
    making = _under_way.setdefault(asyncio.get_running_loop(), {})
    key = (asked, encoding)
    if key not in making:
        made = asyncio.create_task(in_thread(packed, asked, encoding))
        made.add_done_callback(partial(_forget, making, key))
        making[key] = made
    return await asyncio.shield(making[key])


def _forget(
    making: dict[Asked, asyncio.Task[bytes]], key: Asked, _: asyncio.Task[bytes]
) -> None:
    del making[key]


@lru_cache(maxsize=KEPT)
def packed(asked: AskedPaths, encoding: str) -> bytes:
    """Return paths in an encoding, made when they are first asked for."""
    return compressed(asked.as_json(), encoding, ONCE_QUALITY)


look_at(
    "paths_made",
    "Positions of a slider that had to be made, because nobody had asked lately.",
    lambda: counts_made((packed,)),
)
routes = [Route(f"{root}{{noun}}", paths) for root in ROOTS]
