"""The routes of a class's wall: its page, and what has changed on it.

The address holds a secret that only looks: it moves nothing and tells no name.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from after_overdue.errors import ClassError
from after_overdue.teaching.wall import WallView, wall_view
from after_overdue.web.class_answers import POLICY, answered, asked, page, plain
from after_overdue.web.discovery import asked_origin
from after_overdue.web.limits import limited
from after_overdue.web.wall_pages import wall_html, wall_page

HEADERS = {"content-security-policy": POLICY}


@limited("class")
@answered
async def wall(request: Request) -> Response:
    """Show the wall."""
    view = await view_of(request)
    html = await run_in_threadpool(
        wall_page, view, base=asked_origin(request), tag=tag_of(view)
    )
    return page(html, headers=HEADERS)


@limited("class")
@answered
async def state(request: Request) -> Response:
    """Return what stands on the wall now; 304 where nothing has changed."""
    view = await view_of(request)
    tag = f'"{tag_of(view)}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    html = await run_in_threadpool(wall_html, view, base=asked_origin(request))
    return plain({"stage": html}, headers={"etag": tag})


async def view_of(request: Request) -> WallView:
    """Return what a wall shows; raise ClassError where the address opens none."""
    asked_for = (request.path_params[name] for name in ("class_id", "key"))
    if not all(each.isascii() for each in request.path_params.values()):
        raise ClassError("wall")
    return await asked(wall_view, *asked_for)


def tag_of(view: WallView) -> str:
    """Return what changes whenever the wall does."""
    return f"{view.scene.rev}-{view.learners}-{view.answered}"


routes = [
    Route("/wall/{class_id}/{key}/", wall),
    Route("/wall/{class_id}/{key}/state", state),
]
