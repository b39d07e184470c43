"""HTTP routes beside Streamlit."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from after_overdue.cases.paths import is_offered, packed
from after_overdue.web import (
    class_host_routes,
    class_join_routes,
    class_routes,
    desk_routes,
    embeds,
    metrics,
    oembed,
    readiness,
    take_away_routes,
    wall_routes,
)
from after_overdue.web.api import routes as api
from after_overdue.web.limits import limited
from after_overdue.web.missing import Nowhere
from after_overdue.web.pages import routes as pages
from after_overdue.web.reading import routes as reading
from after_overdue.web.static_files import asset

WAIT_SECONDS, WAITS = 0.1, 30
"""A browser may ask a moment before the page has offered."""


async def health(_request: Request) -> PlainTextResponse:
    """Answer that the server is up."""
    return PlainTextResponse("ok")


@limited("figure")
async def paths(request: Request) -> Response:
    """Answer with every position of a slider, once its page has offered them."""
    case = request.path_params["case"]
    for _ in range(WAITS):
        if is_offered(case):
            break
        await asyncio.sleep(WAIT_SECONDS)
    else:
        return PlainTextResponse("These paths are not on offer.", status_code=404)
    content = await run_in_threadpool(packed, case)
    headers = {"content-encoding": "gzip", "cache-control": "private, max-age=3600"}
    return Response(content, media_type="application/json", headers=headers)


ours = [
    Route("/healthz", health),
    *readiness.routes,
    *metrics.routes,
    Route("/assets/{name}", asset),
    Route("/paths/{case}", paths),
    *api,
    *class_join_routes.routes,
    *class_routes.routes,
    *class_host_routes.routes,
    *wall_routes.routes,
    *desk_routes.routes,
    *embeds.routes,
    *oembed.routes,
    *take_away_routes.routes,
    *pages,
    *reading,
]
routes = [*ours, Nowhere(ours)]
"""Nowhere comes last: it takes what no other route and no page wants."""
