"""Dynamic registration: the page that a platform shows its administrator for it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from after_overdue.catalog.interface import words
from after_overdue.teaching.lti.registering import may_register, registered
from after_overdue.teaching.store import store
from after_overdue.web.class_answers import answered, page
from after_overdue.web.class_frame import page_html
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import limited
from after_overdue.web.lti_on import outside, switched_on
from after_overdue.web.notice import notice
from after_overdue.web.shell import language_of

ASKED = ("openid_configuration", "registration_token")


@answered
@switched_on
@limited("wrong_code")
async def registering(request: Request) -> Response:
    """Ask whether to register, and once that is sent, do it."""
    if not may_register(request.path_params["secret"]):
        return notice(request, "nothing_here", status=404)
    language = language_of(request)
    sent = request.query_params if request.method == "GET" else await sent_form(request)
    given = {name: str(sent.get(name, "")) for name in ASKED}
    done = None
    if request.method == "POST":
        done = await outside(_register, given, language)
    texts = words("lti", language)
    html = page_html(
        "lti_register", language, texts["register"], lti=texts, given=given, done=done
    )
    return page(html)


def _register(given: dict[str, str], language: str) -> str:
    """Register the platform; return under which name it is known."""
    configuration, token = (given[name] for name in ASKED)
    return registered(store(), configuration, token, language).issuer


routes = [
    Route("/lti/register/{secret}", registering, methods=["GET", "POST"]),
]
