"""The routes of a class's desk and of its remote: one page each, and what it does.

Every button is a form, so that both work without a script.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from after_overdue.errors import ClassError
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.teaching.desk import (
    DeskView,
    Holder,
    count_down,
    desk_command,
    desk_view,
    list_answer,
    lock_joining,
    seat_learner,
    show_page,
)
from after_overdue.teaching.lesson import PageStep
from after_overdue.teaching.refusals import sentence
from after_overdue.web.class_answers import (
    POLICY,
    answered,
    asked,
    page,
    plain,
    status_of,
    wants_json,
)
from after_overdue.web.class_forms import whole_of
from after_overdue.web.desk_pages import desk_html, desk_page, tag_of
from after_overdue.web.discovery import asked_origin
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import limited

SEE_OTHER, GONE = 303, ("host",)
HEADERS = {"content-security-policy": POLICY}
HIDDEN = "hidden"
"""How an address says that names are not shown."""


@limited("class")
@answered
async def desk(request: Request) -> Response:
    """Show the desk, or the remote."""
    return await shown(request)


async def shown(request: Request, error: ClassError | None = None) -> Response:
    """Show where the class is; `error` says why the last press did nothing."""
    view = await asked(desk_view, holder_of(request))
    html = await run_in_threadpool(
        desk_page,
        view,
        base=asked_origin(request),
        names=with_names(request),
        refused=sentence(error, view.scene.lesson.language) if error else "",
        remote=is_remote(request),
    )
    return page(html, status_of(error) if error else 200, HEADERS)


@limited("class")
@answered
async def state(request: Request) -> Response:
    """Return what stands on the desk now; 304 where nothing has changed."""
    view = await asked(desk_view, holder_of(request))
    tag = f'"{tag_of(view)}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    html = await run_in_threadpool(
        desk_html,
        view,
        base=asked_origin(request),
        names=with_names(request),
        remote=is_remote(request),
    )
    return plain({"body": html}, headers={"etag": tag})


@answered
@limited("answer")
async def done(request: Request) -> Response:
    """Do what was pressed, and show where the class is then."""
    form = await sent_form(request)
    try:
        await do(request, form)
    except ClassError as error:
        if error.reason in GONE:
            raise
        return await shown(request, error)
    if wants_json(request):
        return plain({})
    names = "" if with_names(request) else f"?names={HIDDEN}"
    return RedirectResponse(f".{names}" if names else ".", SEE_OTHER)


async def do(request: Request, form: FormData) -> None:
    """Do one thing; a remote moves the class on and its page, and nothing else."""
    holder, name = holder_of(request), str(form.get("do", ""))
    if name == "show":
        view = await asked(desk_view, holder)
        await asked(show_page, holder, settings=moved(view, form))
    elif name in ("lock", "unlock") and holder.secret:
        await asked(lock_joining, holder, locked=name == "lock")
    elif name in ("take_out", "take_in") and holder.secret:
        learner = whole_of(form, "learner") or 0
        removed = name == "take_out"
        await asked(seat_learner, holder, learner=learner, removed=removed)
    elif name in ("hide", "list") and holder.secret:
        learner = whole_of(form, "learner") or 0
        await asked(list_answer, holder, learner=learner, hidden=name == "hide")
    else:
        rev = whole_of(form, "rev")
        if rev is None:
            raise ClassError("stale")
        if name == "count":
            seconds = whole_of(form, "seconds") or 0
            await asked(count_down, holder, rev=rev, seconds=seconds)
            return
        await asked(desk_command, holder, rev=rev, command=name)


def moved(view: DeskView, form: FormData) -> dict[str, str]:
    """Return the settings that a slider was moved to; raise ClassError if none."""
    step = view.scene.step
    if not isinstance(step, PageStep):
        raise ClassError("other_step")
    model = PAGE_MODELS[step.page]
    inputs = model.inputs_on(view.scene.day)
    given = {name: str(form[name]) for name in inputs if name in form}
    _, refusals = model.read(
        {name: [value] for name, value in given.items()}, view.scene.day
    )
    if refusals or not given:
        raise ClassError("other_step")
    return {**view.shown, **given}


def holder_of(request: Request) -> Holder:
    """Return who asks, by the secret in the address."""
    given = request.path_params
    if not all(each.isascii() for each in given.values()):
        raise ClassError("host")
    return Holder(**given)


def is_remote(request: Request) -> bool:
    """Return whether the address is that of a remote."""
    return "key" in request.path_params


def with_names(request: Request) -> bool:
    """Return whether nicknames are shown."""
    return request.query_params.get("names") != HIDDEN


async def lead(_request: Request) -> Response:
    """Lead from the short address to where classes are opened and run."""
    return RedirectResponse("/class_session", SEE_OTHER)


PLACES = ("/desk/{secret}", "/remote/{class_id}/{key}")
routes = [
    Route("/class", lead),
    *(Route(f"{place}/", desk) for place in PLACES),
    *(Route(f"{place}/state", state) for place in PLACES),
    *(Route(f"{place}/do", done, methods=["POST"]) for place in PLACES),
]
