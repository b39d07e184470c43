"""The trainer's routes of a class: commands and results, for who holds the host link.

The trainer's page uses the store itself; these are for everything outside a page.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from after_overdue.errors import ClassError
from after_overdue.teaching.class_session import command, host_view
from after_overdue.teaching.lesson_file import lesson_schema
from after_overdue.teaching.result_files import results_csv
from after_overdue.web.class_answers import answered, asked, plain
from after_overdue.web.class_forms import whole_of
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import limited

BOM = "\ufeff"
"""Tells a spreadsheet that a file is UTF-8; without it Chinese is garbled."""


@answered
@limited("answer")
async def command_sent(request: Request) -> Response:
    """Do what the trainer pressed: `command`, on the view with this `rev`."""
    form, secret = await sent_form(request), request.path_params["secret"]
    rev, name = whole_of(form, "rev"), str(form.get("command", ""))
    if rev is None:
        raise ClassError("stale")
    view = await asked(command, secret, rev=rev, command=name)
    scene = view.scene
    state = {"rev": scene.rev, "position": scene.position, "phase": scene.phase}
    return plain({**state, "learners": view.learners, "answered": view.answered})


@answered
@limited("answer")
async def results_file(request: Request) -> Response:
    """Send the results as a CSV file."""
    secret = request.path_params["secret"]
    view = await asked(host_view, secret)
    text = await asked(results_csv, secret)
    name = f"class-{view.join_code}.csv"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-store",
    }
    return Response(BOM + text, media_type="text/csv; charset=utf-8", headers=headers)


@limited("export")
async def schema(_request: Request) -> Response:
    """Send the JSON schema of a lesson's file."""
    return JSONResponse(lesson_schema(), headers={"access-control-allow-origin": "*"})


routes = [
    Route("/lesson.schema.json", schema),
    Route("/trainer/{secret}/command", command_sent, methods=["POST"]),
    Route("/trainer/{secret}/results.csv", results_file),
]
