"""What a trainer sees of a class inside a course platform: how it is run, and by whom.

The page may stand inside the platform's; what moves the class opens in a window.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from after_overdue.catalog.interface import words
from after_overdue.teaching.class_session import HostView, host_view
from after_overdue.teaching.own_pace import progress
from after_overdue.web.class_answers import answered, asked, page
from after_overdue.web.class_frame import page_html, switch
from after_overdue.web.limits import limited
from after_overdue.web.lti_routes import switched_on
from after_overdue.web.shell import language_of


@switched_on
@limited("class")
@answered
async def trainers_page(request: Request) -> Response:
    """Show how far the class is, and where it is run."""
    secret = request.path_params["secret"]
    view = await asked(host_view, secret)
    _, done = await asked(progress, secret)
    return page(trainers_html(view, secret, done, language_of(request)))


def trainers_html(view: HostView, secret: str, done: int, language: str) -> str:
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
        came=texts["came"].format(count=view.learners),
        done=texts["done"].format(count=done) if own else "",
        board=f"/class_session?host={secret}&lang={language}",
        wall=f"/wall/{view.scene.class_id}/{view.wall_key}/",
        desk=f"/desk/{secret}/",
    )


routes = [Route("/lti/class/{secret}/", trainers_page)]
