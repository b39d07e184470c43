"""The learners' routes of a class: seeing the step of now, and answering it.

Every page below ``/class/<class>/`` is there a second time below
``/class/<class>/me/<token>/``, the personal link, for a browser that takes no cookie.
"""

from __future__ import annotations

from dataclasses import replace

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError
from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.learner import answer, learner_view, walk
from after_overdue.teaching.nicknames import checked_nickname
from after_overdue.teaching.refusals import sentence
from after_overdue.teaching.seen import LearnerView
from after_overdue.teaching.store import now
from after_overdue.web import class_pages as pages
from after_overdue.web import last_page
from after_overdue.web.class_answers import (
    answer_to,
    answered,
    asked,
    page,
    plain,
    refused,
    status_of,
    wants_json,
)
from after_overdue.web.class_cookie import keep_token, token_in_cookie
from after_overdue.web.class_events import Shown, events, shared_step
from after_overdue.web.class_forms import response_of, whole_of
from after_overdue.web.class_join_routes import invitation_form
from after_overdue.web.class_language import chosen_language, in_own_language
from after_overdue.web.discovery import asked_origin
from after_overdue.web.forms import sent_form
from after_overdue.web.in_store import in_store
from after_overdue.web.limits import address_of, limited
from after_overdue.web.shell import language_of

PING_SECONDS = 15
UNBUFFERED = {"cache-control": "no-store", "x-accel-buffering": "no"}
SEE_OTHER = 303
LONGEST_ECHO = 20


@limited("class")
@answered
async def class_page(request: Request) -> Response:
    """Show the learner's page; to a stranger with an invitation, the way in."""
    token = token_of(request)
    try:
        view = await view_of(request, token)
    except ClassError as error:
        secret = request.query_params.get("join", "")
        if error.reason != "learner" or not secret:
            raise
        return await invitation_form(request, secret)
    if "token" not in request.path_params:
        return await learner_response(request, view, token)
    if token_in_cookie(request, view.scene.class_id) == token:
        address = f"/class/{view.scene.class_id}/{chosen_language(request)}"
        return RedirectResponse(address, SEE_OTHER, {"cache-control": "no-store"})
    response = await learner_response(request, view, token)
    keep_token(response, request, view.scene.class_id, token, view.expires - now())
    return response


@answered
@limited("answer")
async def answer_sent(request: Request) -> Response:
    """Keep an answer; it is acknowledged once the database has it."""
    token, form = token_of(request), await sent_form(request)
    step, seq = whole_of(form, "step"), whole_of(form, "seq")
    try:
        if step is None:
            steps = (await view_of(request, token)).scene.steps
            given = str(form.get("step", ""))[:LONGEST_ECHO]
            raise ClassError("no_step", given=f"“{given}”", most=steps)
        response = response_of(form)
        view = in_language_of(
            request,
            await asked(
                answer,
                token,
                step=step,
                response=response,
                seq=seq,
                language=language_of(request, otherwise=""),
            ),
        )
    except ClassError as error:
        if error.reason in ("learner", "expired", "removed"):
            raise
        return await answer_refused(request, token, form, error)
    if not wants_json(request):
        here = f".{chosen_language(request)}"
        return RedirectResponse(here, SEE_OTHER, {"cache-control": "no-store"})
    taken = view.given is not None and view.given.response.items() <= response.items()
    return plain({"taken": taken, **state_of(view)})


@answered
@limited("answer")
async def walked(request: Request) -> Response:
    """Go to another step, where learners go at their own speed."""
    token, form = token_of(request), await sent_form(request)
    await view_of(request, token)
    to = whole_of(form, "to")
    await asked(walk, token, to=-1 if to is None else to)
    here = f".{chosen_language(request)}"
    return RedirectResponse(here, SEE_OTHER, {"cache-control": "no-store"})


async def answer_refused(
    request: Request, token: str, form: FormData, error: ClassError
) -> Response:
    """Say why an answer was not taken; a page keeps what was entered."""
    view = await view_of(request, token)
    if wants_json(request):
        return refused(request, error, language=view.scene.language)
    text = sentence(error, view.scene.language)
    here = whole_of(form, "step") == view.scene.position
    entered = form if here else pages.NOTHING
    found = await learner_response(request, view, token, refused=text, entered=entered)
    found.status_code = status_of(error)
    return found


@limited("class")
@answered
async def state(request: Request) -> Response:
    """Return the step of now and one's own answer; 304 where nothing has changed."""
    view = await view_of(request, token_of(request))
    seq, language = view.given.seq if view.given else 0, view.scene.language
    tag = f'"{view.scene.rev}-{view.scene.position}-{seq}-{language}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    step = await step_of(view)
    return plain({"step": step, **state_of(view)}, headers={"etag": tag})


@limited("class")
@answered
async def event_stream(request: Request) -> Response:
    """Send the step of now, and each change of it, for as long as somebody listens."""
    view = await view_of(request, token_of(request))
    address, listening = address_of(request), events()
    if listening.is_full(address):
        said = words("learner", view.scene.language)["too_many_streams"]
        wait = {"retry-after": str(PING_SECONDS)}
        return answer_to(request, said, status=429, headers=wait)
    return EventSourceResponse(
        listening.listen(shown(view), address, view.learner_id),
        ping=PING_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(event="ping", data=""),
        headers=UNBUFFERED,
    )


def token_of(request: Request) -> str:
    """Return the learner's token: of the personal link, else of the cookie."""
    class_id: str = request.path_params["class_id"]
    token: str = request.path_params.get("token", "")
    return token or token_in_cookie(request, class_id)


async def view_of(request: Request, token: str) -> LearnerView:
    """Return what a learner of this class sees; raise ClassError for a stranger."""
    view = await asked(learner_view, token)
    if view.scene.class_id != request.path_params["class_id"]:
        raise ClassError("learner")
    return in_language_of(request, view)


def in_language_of(request: Request, view: LearnerView) -> LearnerView:
    """Return what a learner sees, in the language that this learner reads."""
    return replace(view, scene=in_own_language(request, view.scene))


def shown(view: LearnerView) -> Shown:
    """Return what everybody sees who reads the same language."""
    return Shown(view.scene.class_id, view.scene.language)


async def step_of(view: LearnerView) -> str:
    """Return the step that a learner sees: the room's, or one at their own speed."""
    if view.scene.own_pace:
        return await in_store(pages.step_html, view.scene, view.room)
    _, step = await in_store(shared_step, shown(view))
    return step


async def learner_response(
    request: Request,
    view: LearnerView,
    token: str,
    *,
    refused: str = "",
    entered: FormData = pages.NOTHING,
) -> Response:
    """Return the learner's page."""
    personal = personal_link(request, token)
    step = await step_of(view)
    html = pages.learner_page(
        view,
        step,
        personal=personal,
        query=chosen_language(request),
        refused=refused,
        entered=entered,
    )
    return page(html)


@limited("class")
@answered
async def qr_code(request: Request) -> Response:
    """Draw the QR code of the personal link, once somebody opens it."""
    token = token_of(request)
    await view_of(request, token)
    kept = {"cache-control": "private, max-age=3600"}
    drawn = qr_svg(personal_link(request, token))
    return Response(drawn, media_type="image/svg+xml", headers=kept)


@limited("class")
@answered
async def certificate_form(request: Request) -> Response:
    """Ask for the name on a certificate."""
    view = await ended(request)
    return page(last_page.certificate_form(view, query=chosen_language(request)))


@limited("class")
@answered
async def certificate(request: Request) -> Response:
    """Show a certificate with the name that was sent; the name is not kept."""
    view, form = await ended(request), await sent_form(request)
    typed, query = str(form.get("name", "")), chosen_language(request)
    try:
        name = checked_nickname(typed, last_page.LONGEST_NAME)
        if name is None:
            raise ClassError("no_name", most=last_page.LONGEST_NAME)
    except ClassError as error:
        said = sentence(error, view.scene.language)
        html = last_page.certificate_form(view, query=query, refused=said, name=typed)
        return page(html, status_of(error))
    return page(last_page.certificate(view, name))


async def ended(request: Request) -> LearnerView:
    """Return what a learner sees at the end; raise ClassError before it."""
    view = await view_of(request, token_of(request))
    if view.scene.step is not None:
        raise ClassError("no_certificate")
    return view


def personal_link(request: Request, token: str) -> str:
    """Return the address at which a learner is known without a cookie."""
    class_id = request.path_params["class_id"]
    return f"{asked_origin(request)}/class/{class_id}/me/{token}/"


def state_of(view: LearnerView) -> dict[str, object]:
    """Return what our script shows of a learner's own answer."""
    return {
        "rev": view.scene.rev,
        "seq": view.given.seq if view.given else 0,
        "mine": pages.mine_html(view),
    }


PLACES = ("/class/{class_id}", "/class/{class_id}/me/{token}")
routes = [
    *(Route(f"{place}/", class_page) for place in PLACES),
    *(Route(f"{place}/answer", answer_sent, methods=["POST"]) for place in PLACES),
    *(Route(f"{place}/walk", walked, methods=["POST"]) for place in PLACES),
    *(Route(f"{place}/state", state) for place in PLACES),
    *(Route(f"{place}/events", event_stream) for place in PLACES),
    *(Route(f"{place}/personal.svg", qr_code) for place in PLACES),
    *(
        Route(f"{place}/certificate", handler, methods=[method])
        for place in PLACES
        for method, handler in (("GET", certificate_form), ("POST", certificate))
    ),
]
