"""What a trainer sees of a class inside a course platform: how it is run, and by whom.

The page may stand inside the platform's; what moves the class opens in a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from after_overdue.cases.locale import Locale
from after_overdue.catalog.interface import words
from after_overdue.teaching.class_session import HostView, host_view
from after_overdue.teaching.lti.sendings import Sending, send_all_again, sendings
from after_overdue.teaching.moments import local
from after_overdue.teaching.own_pace import progress
from after_overdue.web.class_answers import answered, asked, page
from after_overdue.web.class_frame import page_html, switch
from after_overdue.web.limits import limited
from after_overdue.web.lti_routes import switched_on
from after_overdue.web.shell import language_of

SEE_OTHER = 303


@switched_on
@limited("class")
@answered
async def trainers_page(request: Request) -> Response:
    """Show how far the class is, and where it is run."""
    secret = request.path_params["secret"]
    view = await asked(host_view, secret)
    _, done = await asked(progress, secret)
    grades = await asked(sendings, secret)
    return page(trainers_html(view, secret, done, grades, language_of(request)))


@switched_on
@answered
@limited("answer")
async def sent_again(request: Request) -> Response:
    """Send every grade of the class once more."""
    await asked(send_all_again, request.path_params["secret"])
    language = urlencode({"lang": language_of(request)})
    return RedirectResponse(f".?{language}", SEE_OTHER)


def trainers_html(
    view: HostView, secret: str, done: int, grades: Sequence[Sending], language: str
) -> str:
    """Return the page of a trainer who came from a platform."""
    texts = words("lti", language)
    own = view.scene.own_pace
    return page_html(
        "lti_class",
        language,
        view.lesson.title,
        switch(language),
        lti=texts,
        own_pace=own,
        grades=[grade_said(each, view.scene.zone, language) for each in grades],
        query=f"?lang={language}",
        came=texts["came"].format(count=view.learners),
        done=texts["done"].format(count=done) if own else "",
        board=f"/class_session?host={secret}&lang={language}",
        wall=f"/wall/{view.scene.class_id}/{view.wall_key}/",
        desk=f"/desk/{secret}/",
    )


def grade_said(each: Sending, zone: str, language: str) -> dict[str, str]:
    """Return a learner's grade and how it stands with it, in words."""
    texts, locale = words("lti", language), Locale(language)
    grade = texts["grade"].format(given=each.given, most=each.most)
    state = texts[f"grade_{each.state}"].format(
        when=local(each.sent, zone).isoformat(" ", "minutes") if each.sent else "",
        trouble=texts.get(f"trouble_{each.trouble}", ""),
    )
    shown = grade if each.sent else ""
    return {"number": locale.number(each.number), "grade": shown, "state": state}


routes = [
    Route("/lti/class/{secret}/", trainers_page),
    Route("/lti/class/{secret}/send", sent_again, methods=["POST"]),
]
