"""The way into a class: by the code on the board, by a link, by a QR code.

Code and link lead to an invitation. Only its form, once sent, makes a learner, so that
a preview of a link makes none; and it carries the learner's token, so that pressing
twice makes one. A link has a secret that nobody guesses, and spends no wrong tries.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError
from after_overdue.teaching.join_codes import new_secret
from after_overdue.teaching.learner import invitation, join
from after_overdue.teaching.refusals import sentence
from after_overdue.teaching.store import now
from after_overdue.web import class_pages as pages
from after_overdue.web.class_answers import answered, asked, page, status_of
from after_overdue.web.class_cookie import keep_token
from after_overdue.web.class_language import chosen_language, in_own_language
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import count, everyone, is_free, limited
from after_overdue.web.shell import language_chosen, language_of

SEE_OTHER, WRONG, TOO_MANY = 303, 404, 429


@limited("class")
async def code_form(request: Request) -> Response:
    """Ask for the code of a class."""
    code = request.query_params.get("code", "")
    return page(pages.code_page(language_of(request), code=code))


def wrong(response: Response) -> bool:
    """Return whether a code led nowhere; only such tries are counted."""
    return response.status_code == WRONG


@limited("wrong_code", when=wrong)
async def by_code(request: Request) -> Response:
    """Lead from the code to the class; joining comes after."""
    form = await sent_form(request)
    code, language = str(form.get("code", "")), language_of(request)
    try:
        found = await asked(invitation, code=code)
    except ClassError as error:
        html = pages.code_page(language, refused=sentence(error, language), code=code)
        return page(html, status_of(error))
    return invited(request, found.scene.class_id, found.secret)


by_code_under_attack = limited("wrong_code_still", when=wrong)(by_code)
"""While many addresses guess, each may still be wrong a few times, and right always:
strangers lock nobody out who has the code."""


async def attacked(request: Request) -> bool:
    """Return whether all addresses together have sent too many wrong codes."""
    return not await is_free("wrong_code_all", everyone(request))


@answered
@limited("join")
async def code_sent(request: Request) -> Response:
    """Lead from the code to the class, or say why not, with what was typed."""
    found = await (by_code_under_attack if await attacked(request) else by_code)(
        request
    )
    if wrong(found):
        await count("wrong_code_all", everyone(request))
    if found.status_code != TOO_MANY:
        return found
    form, language = await sent_form(request), language_of(request)
    seconds = found.headers["retry-after"]
    text = words("learner", language)["too_many_codes"].format(seconds=seconds)
    html = pages.code_page(language, refused=text, code=str(form.get("code", "")))
    return page(html, TOO_MANY, {"retry-after": seconds})


@limited("class")
@answered
async def by_link(request: Request) -> Response:
    """Lead from the secret of a link or a QR code to the class."""
    secret = request.path_params["secret"]
    found = await asked(invitation, secret=secret)
    return invited(request, found.scene.class_id, found.secret)


def invited(request: Request, class_id: str, secret: str) -> Response:
    """Lead to the class with an invitation in hand."""
    chosen = language_chosen(request)
    query = {"join": secret} | ({"lang": chosen} if chosen else {})
    address = f"/class/{class_id}/?{urlencode(query)}"
    return RedirectResponse(address, SEE_OTHER, {"cache-control": "no-store"})


async def invitation_form(
    request: Request,
    secret: str,
    *,
    token: str = "",
    error: ClassError | None = None,
    nickname: str = "",
) -> Response:
    """Ask whether to join; `error` says why the last try was refused."""
    found = await asked(invitation, secret=secret)
    scene = in_own_language(request, found.scene)
    html = pages.invitation_page(
        scene,
        found.expires,
        secret=secret,
        token=token or new_secret(),
        query=chosen_language(request),
        refused=sentence(error, scene.language) if error else "",
        nickname=nickname,
    )
    return page(html, status_of(error) if error else 200)


@answered
@limited("join")
async def join_sent(request: Request) -> Response:
    """Make a learner, once however often the button was pressed."""
    form = await sent_form(request)
    named = {name: str(form.get(name, "")) for name in ("secret", "token", "nickname")}
    try:
        joined = await asked(join, **named)
    except ClassError as error:
        if error.reason not in (
            "nickname",
            "long_nickname",
            "no_name",
            "full",
            "locked",
        ):
            raise
        return await invitation_form(request, **named, error=error)
    chosen = chosen_language(request)
    personal = f"/class/{joined.class_id}/me/{joined.token}/{chosen}"
    response = RedirectResponse(personal, SEE_OTHER, {"cache-control": "no-store"})
    keep_token(response, request, joined.class_id, joined.token, joined.expires - now())
    return response


routes = [
    Route("/join", code_form, methods=["GET"]),
    Route("/join", code_sent, methods=["POST"]),
    Route("/join/{secret}", by_link),
    Route("/class/{class_id}/join", join_sent, methods=["POST"]),
]
