"""The routes of LTI: a course platform's login and launch, and our public key.

A launch ends at a learner's personal link, at a page of the guide, or at what a trainer
sees of the class. Where the browser keeps no cookie inside the platform's page, the
launch cannot be tied to it, and a link begins the login again in a window of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from pylti1p3.registration import Registration
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.interface import words
from after_overdue.settings import rooted
from after_overdue.teaching.join_codes import hash_of
from after_overdue.teaching.lti.changed_link import parameters
from after_overdue.teaching.lti.content import content_of
from after_overdue.teaching.lti.entry import enter
from after_overdue.teaching.lti.key import public_key
from after_overdue.teaching.lti.launch import (
    KEPT,
    Launch,
    begin_login,
    checked_message,
    end_login,
)
from after_overdue.web.class_answers import asked, page, signed
from after_overdue.web.class_cookie import manners
from after_overdue.web.class_frame import page_html
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import limited
from after_overdue.web.lti_choose_routes import choosing
from after_overdue.web.lti_on import outside, site, switched_on
from after_overdue.web.shell import language_of

SEE_OTHER = 303
UNKEPT = {"cache-control": "no-store"}


def cookie_of(state: str) -> str:
    """Return the name of the cookie that ties a state to one browser."""
    return f"lti_{hash_of(state)[:16]}"


@switched_on
@limited("join")
@signed
async def login(request: Request) -> Response:
    """Send the browser to its platform, which answers with a signed message."""
    sent = (
        await sent_form(request) if request.method == "POST" else request.query_params
    )
    form = {name: str(text) for name, text in sent.items()}
    begun = await asked(begin_login, form, launch=site("/lti/launch"))
    response = RedirectResponse(begun.address, SEE_OTHER, UNKEPT)
    response.headers.append(
        "set-cookie",
        f"{cookie_of(begun.state)}={begun.state}; Path={rooted('/lti/launch')}; "
        f"Max-Age={int(KEPT.total_seconds())}; HttpOnly; {manners(request)}",
    )
    return response


@switched_on
@limited("join")
@signed
async def launched(request: Request) -> Response:
    """Check what the platform signed, and lead where it leads."""
    form = await sent_form(request)
    state, id_token = (str(form.get(name, "")) for name in ("state", "id_token"))
    begun = await asked(end_login, state)
    if request.cookies.get(cookie_of(state)) != state:
        return unknown_browser(request, begun.form)
    launch = await outside(checked_message, begun, id_token)
    return await led(request, launch)


def unknown_browser(request: Request, form: Mapping[str, str]) -> Response:
    """Offer to begin again in a window, where a cookie is kept."""
    language = language_of(request)
    html = page_html(
        "lti_window",
        language,
        words("learner", language)["lti_window"],
        address=rooted(f"/lti/login?{urlencode(form)}"),
    )
    return page(html)


async def led(request: Request, launch: Launch) -> Response:
    """Lead a learner or a trainer to what stands at the platform's link."""
    known = launch.language in LANGUAGES
    language = launch.language if known else language_of(request)
    if launch.choosing:
        return choosing(launch, language)
    content = content_of(launch.custom, language)
    if content.kind != "lesson":
        return RedirectResponse(content.address, SEE_OTHER, UNKEPT)
    entered = await asked(enter, launch, content)
    here = f"/class/{entered.class_id}/me/{entered.token}/"
    if entered.host_secret:
        here = f"/lti/class/{entered.host_secret}/"
    query = {"lang": language}
    if entered.is_changed:
        query |= parameters(launch.custom)
    return RedirectResponse(f"{here}?{urlencode(query)}", SEE_OTHER, UNKEPT)


@switched_on
@limited("json")
async def keys(_request: Request) -> Response:
    """Send the public key, with which a platform checks what we sign."""
    return JSONResponse({"keys": [Registration.get_jwk(public_key())]})


routes = [
    Route("/lti/login", login, methods=["GET", "POST"]),
    Route("/lti/launch", launched, methods=["POST"]),
    Route("/lti/keys", keys),
]
