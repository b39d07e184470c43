"""HTTP routes beside Streamlit."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from after_overdue.web import (
    class_host_routes,
    class_join_routes,
    class_routes,
    data_routes,
    desk_routes,
    embeds,
    lti_choose_routes,
    lti_class_routes,
    lti_register_routes,
    lti_routes,
    metrics,
    oembed,
    paths,
    readiness,
    security_txt,
    take_away_routes,
    wall_routes,
)
from after_overdue.web.api import routes as api
from after_overdue.web.missing import NotFound
from after_overdue.web.pages import routes as pages
from after_overdue.web.reading import routes as reading
from after_overdue.web.static_files import asset


async def health(_request: Request) -> PlainTextResponse:
    """Answer that the server is up."""
    return PlainTextResponse("ok")


ours = [
    Route("/healthz", health),
    *readiness.routes,
    *metrics.routes,
    *security_txt.routes,
    Route("/assets/{name}", asset),
    *paths.routes,
    *api,
    *class_join_routes.routes,
    *class_routes.routes,
    *class_host_routes.routes,
    *wall_routes.routes,
    *desk_routes.routes,
    *lti_routes.routes,
    *lti_register_routes.routes,
    *lti_choose_routes.routes,
    *lti_class_routes.routes,
    *embeds.routes,
    *oembed.routes,
    *take_away_routes.routes,
    *data_routes.routes,
    *pages,
    *reading,
]
routes = [*ours, NotFound(ours)]
"""Nowhere comes last: it takes what no other route and no page wants."""
