"""What a trainer sees of a class inside a course platform: how it is run, and by whom.

The page may stand inside the platform's; what moves the class opens in a window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlencode

from babel.lists import format_list
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import own_name
from after_overdue.catalog.interface import words
from after_overdue.errors import ClassError
from after_overdue.settings import rooted
from after_overdue.teaching.class_session import HostView, host_view
from after_overdue.teaching.lti.changed_link import (
    open_in_its_place,
    opens_now,
    parameters,
)
from after_overdue.teaching.lti.content import content_of
from after_overdue.teaching.lti.roster import Member, roster
from after_overdue.teaching.lti.sendings import Sending, send_all_again, sendings
from after_overdue.teaching.moments import local
from after_overdue.teaching.own_pace import progress
from after_overdue.teaching.refusals import sentence
from after_overdue.teaching.store import now, store
from after_overdue.web.class_answers import answered, asked, page
from after_overdue.web.class_frame import page_html, switch
from after_overdue.web.forms import sent_form
from after_overdue.web.limits import limited
from after_overdue.web.lti_on import outside, switched_on
from after_overdue.web.shell import language_of

SEE_OTHER, COURSE = 303, "course"


@switched_on
@limited("class")
@answered
async def trainers_page(request: Request) -> Response:
    """Show how far the class is, and where it is run."""
    secret = request.path_params["secret"]
    view = await asked(host_view, secret)
    _, done = await asked(progress, secret)
    grades, members = await asked(sendings, secret), []
    language, refused = language_of(request), ""
    if request.query_params.get("names") == COURSE:
        try:
            members = await outside(members_of, secret)
        except ClassError as error:
            refused = sentence(error, language)
    html = trainers_html(
        view,
        secret,
        done,
        grades,
        language,
        members=members,
        refused=refused,
        link=parameters(request.query_params),
    )
    return page(html)


def members_of(secret: str) -> list[Member]:
    """Ask the platform for the roster, in a thread that holds up no reader."""
    return roster(store(), secret, now=now())


@answered
@switched_on
@limited("answer")
async def sent_again(request: Request) -> Response:
    """Send every grade of the class once more."""
    await asked(send_all_again, request.path_params["secret"])
    link = parameters(request.query_params)
    query = urlencode({"lang": language_of(request), **link})
    return RedirectResponse(f".?{query}", SEE_OTHER)


@answered
@switched_on
@limited("answer")
async def opened_anew(request: Request) -> Response:
    """Open what the link opens now in the place of the class, where that is sure."""
    language, link = language_of(request), parameters(request.query_params)
    if not (await sent_form(request)).get("sure"):
        query = urlencode({"lang": language, **link})
        return RedirectResponse(f".?{query}", SEE_OTHER)
    secret = request.path_params["secret"]
    await asked(open_in_its_place, secret, content_of(link, language))
    return RedirectResponse(f".?{urlencode({'lang': language})}", SEE_OTHER)


def trainers_html(
    view: HostView,
    secret: str,
    done: int,
    grades: Sequence[Sending],
    language: str,
    *,
    members: Sequence[Member] = (),
    refused: str = "",
    link: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the page of a trainer who came from a platform.

    Parameters
    ----------
    members : of the course, where they were asked for
    refused : why they could not be had
    link : what the platform's link says, where it was changed
    """
    texts = words("lti", language)
    names = {each.user: each.name for each in members if each.name}
    here = {each.user for each in grades}
    absent = [
        each.name or texts["nameless"] for each in members if each.user not in here
    ]
    zone = view.scene.zone
    own = view.scene.own_pace
    return page_html(
        "lti_class",
        language,
        view.lesson.title,
        switch(language, **link),
        lti=texts,
        changed=changed_said(view, link, language),
        own_pace=own,
        grades=[grade_said(each, names, zone, language) for each in grades],
        until=Locale(language).day(local(view.expires, zone).date()),
        absent=format_list(absent, locale=language) if absent else "",
        refused=refused,
        query=f"?{urlencode({'lang': language, **link})}",
        came=texts["came"].format(count=view.learners),
        done=texts["done"].format(count=done) if own else "",
        board=rooted(f"/class_session?host={secret}&lang={language}"),
        wall=rooted(f"/wall/{view.scene.class_id}/{view.wall_key}/"),
        desk=rooted(f"/desk/{secret}/"),
    )


def changed_said(view: HostView, link: Mapping[str, str], language: str) -> str:
    """Return that the link opens something else now; nothing where it does not."""
    opens = opens_now(view.scene, link)
    if opens is None:
        return ""
    texts = words("lti", language)
    return texts["changed"].format(
        title=opens.title,
        pace=texts[f"pace_{opens.pace}"],
        language=own_name(opens.language),
    )


def grade_said(
    each: Sending, names: Mapping[str, str], zone: str, language: str
) -> dict[str, str]:
    """Return a learner's grade and how it stands with it, in words."""
    texts, locale = words("lti", language), Locale(language)
    grade = texts["grade"].format(given=each.given, most=each.most)
    state = texts[f"grade_{each.state}"].format(
        when=local(each.sent, zone).isoformat(" ", "minutes") if each.sent else "",
        trouble=texts.get(f"trouble_{each.trouble}", ""),
    )
    shown = grade if each.sent else ""
    who = names.get(each.user) or locale.number(each.number)
    return {"who": who, "grade": shown, "state": state}


routes = [
    Route("/lti/class/{secret}/", trainers_page),
    Route("/lti/class/{secret}/send", sent_again, methods=["POST"]),
    Route("/lti/class/{secret}/anew", opened_anew, methods=["POST"]),
]
