"""Choosing what a link opens: the page that a platform shows its trainer for it."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from after_overdue.catalog.files import LANGUAGES, own_name
from after_overdue.catalog.interface import words
from after_overdue.teaching.lti.choosing import chosen, sealed, unsealed
from after_overdue.teaching.lti.content import (
    KINDS,
    PACES,
    Content,
    choices,
    content_of,
)
from after_overdue.teaching.lti.launch import Launch
from after_overdue.teaching.store import now
from after_overdue.web.class_answers import POLICY, answered, asked, page
from after_overdue.web.class_frame import page_html
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import limited
from after_overdue.web.lti_on import site, switched_on
from after_overdue.web.shell import language_of

OURS = "form-action 'self'"


def choosing(launch: Launch, language: str) -> Response:
    """Show everything that a link can open."""
    texts = words("lti", language)
    html = page_html(
        "lti_choose",
        language,
        texts["choose"],
        lti=texts,
        form=sealed(launch, now=now()),
        groups=[(kind, texts[f"kind_{kind}"]) for kind in KINDS],
        choices=choices(language),
        paces=[(pace, texts[f"pace_{pace}"]) for pace in PACES],
        languages=[(each, own_name(each)) for each in LANGUAGES],
    )
    return page(html)


@answered
@switched_on
@limited("answer")
async def choice_sent(request: Request) -> Response:
    """Show what was chosen, and hand it to the platform by one more press."""
    form = {name: str(text) for name, text in (await sent_form(request)).items()}
    sealed_form, language = form.get("form", ""), language_of(request)
    unsealed(sealed_form, now=now())
    kind, _, name = form.get("content", "").partition(":")
    content = content_of({**form, kind: name}, language)
    there, token = await asked(chosen, sealed_form, content, launch=site("/lti/launch"))
    html = chosen_html(content, there, token, language_of(request))
    place = urlsplit(there)
    theirs = f"form-action {place.scheme}://{place.netloc}"
    return page(html, headers={"content-security-policy": POLICY.replace(OURS, theirs)})


def chosen_html(content: Content, there: str, token: str, language: str) -> str:
    """Return the page that hands a choice to the platform."""
    texts = words("lti", language)
    return page_html(
        "lti_chosen",
        language,
        content.title,
        title_language=content.language,
        lti=texts,
        there=there,
        token=token,
    )


routes = [Route("/lti/choose", choice_sent, methods=["POST"])]
