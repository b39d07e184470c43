"""The pages of a class as HTML: joining, the step of now, and one's own answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup
from starlette.datastructures import FormData, UploadFile

from after_overdue.cases.locale import Locale
from after_overdue.catalog.interface import words
from after_overdue.errors import AfterOverdueError
from after_overdue.figures.static_svg import svg
from after_overdue.figures.theme import ASSETS
from after_overdue.predictions.own_guess import own_guess
from after_overdue.predictions.pad import prediction_pad
from after_overdue.reading.markup import markdown
from after_overdue.teaching.asked import Asked, PredictionAsked, page_link
from after_overdue.teaching.class_state import ClassState
from after_overdue.teaching.lesson import PageStep, is_drawn, is_shown_only
from after_overdue.teaching.moments import local
from after_overdue.teaching.nicknames import LONGEST
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.reveal import reveal
from after_overdue.teaching.seen import LearnerView
from after_overdue.web.class_frame import href, page_html, switch
from after_overdue.web.last_page import own_results
from after_overdue.web.templating import rendered

CHART_WIDTH = 390
"""Pixels: little more than a phone has, so that its text is hardly shrunk."""
REFRESH_SECONDS, SLOWLY = {"waiting": 2, "closed": 2}, 10
"""How soon a page without scripts looks again: never while there is a form to fill in,
slowly while there is something to read. A form that nobody has touched is no loss, but
only a script can tell."""
MARKDOWN = markdown()
PAD_HTML = Markup((ASSETS / "draw_guess.html").read_text("utf-8"))
NOTHING = FormData()


def code_page(language: str, *, refused: str = "", code: str = "") -> str:
    """Return the page that asks for the code of a class."""
    title = words("learner", language)["join_title"]
    other = switch(language, code=code)
    return page_html("class_code", language, title, other, refused=refused, code=code)


def invitation_page(
    scene: ClassState,
    expires: datetime,
    *,
    secret: str,
    token: str,
    query: str,
    refused: str = "",
    nickname: str = "",
) -> str:
    """Return the page that asks whether to join, and under which nickname.

    Parameters
    ----------
    query : of the address, which keeps the language that was chosen
    """
    return page_html(
        "class_invitation",
        scene.language,
        scene.lesson.title,
        title_language=scene.lesson.language,
        other=switch(scene.language, join=secret),
        query=query,
        refused=refused,
        class_id=scene.class_id,
        secret=secret,
        token=token,
        nickname=nickname,
        longest=LONGEST,
        until=Locale(scene.language).day(local(expires, scene.zone).date()),
        asks_name=scene.asks_name,
    )


def notice_page(language: str, refused: str, *, forget: str = "") -> str:
    """Return a page that says why there is no other.

    `forget` names a class that is gone, so that the browser forgets its key.
    """
    title = words("learner", language)["notice_title"]
    return page_html("class_notice", language, title, refused=refused, forget=forget)


def learner_page(
    view: LearnerView,
    step: str,
    *,
    personal: str,
    query: str,
    refused: str = "",
    entered: FormData = NOTHING,
) -> str:
    """Return the page of a learner.

    Parameters
    ----------
    step : what everybody sees, as `step_html` makes it
    personal : the learner's own link
    query : of the address, which keeps the language that was chosen
    refused, entered : why the last answer was not taken, and what was in its form
    """
    scene = view.scene
    filled = entered if entered or view.given is None else form_of(view.given.response)
    answered = view.given is not None
    is_form = scene.phase == "open" and not shown_only(scene)
    mine_now = is_form and (filled or answered)
    return page_html(
        "class_page",
        scene.language,
        scene.lesson.title,
        title_language=scene.lesson.language,
        other=switch(scene.language),
        query=query,
        refused=refused,
        class_id=scene.class_id,
        rev=scene.rev,
        step_html=Markup(_step(scene, [], filled, answered) if mine_now else step),
        mine_html=Markup(mine_html(view)),
        personal=personal,
        nickname=view.nickname,
        asks_name=scene.asks_name,
        draws=any(map(is_drawn, scene.lesson.steps)),
        until=Locale(scene.language).day(local(view.expires, scene.zone).date()),
        own_pace=scene.own_pace,
        from_platform=view.from_platform,
        position=scene.position,
        steps=scene.steps,
        refresh_seconds=0 if is_form else REFRESH_SECONDS.get(scene.phase, SLOWLY),
        form_seconds=SLOWLY,
    )


def step_html(scene: ClassState, room: Sequence[Any]) -> str:
    """Return what everybody in a class sees of its step.

    Parameters
    ----------
    room : the responses, once they are revealed
    """
    return _step(scene, room, NOTHING, False)


def mine_html(view: LearnerView) -> str:
    """Return what a learner answered; once revealed, how it was."""
    scene, given = view.scene, view.given
    if scene.phase == "ended":
        return own_results(view)
    values: dict[str, Any] = {"answer": "", "right": False, "replies": [], "own": ""}
    if given is not None:
        try:
            asked = scene.asked(scene.position)
            values["answer"] = asked.said(given.response)
            values["right"] = asked.is_right(given.response)
            if scene.phase == "revealed":
                values["replies"] = [
                    {"say": each.say, "because": each.because, "see": href(each.see)}
                    for each in asked.replies(given.response)
                ]
                values["own"] = _own_curve(asked, given.response)
        except AfterOverdueError as error:
            values["answer"] = message_of(error, scene.language)
    return rendered(
        "class_mine.html",
        said=words("learner", scene.language),
        phase=scene.phase,
        revealed=scene.phase == "revealed",
        asked_here=scene.step is not None and not shown_only(scene),
        seq=given.seq if given else 0,
        **values,
    )


def _own_curve(asked: Asked, response: dict[str, Any]) -> Markup | str:
    """Return a learner's own curve beside the model; nothing where none was drawn."""
    if not isinstance(asked, PredictionAsked) or not asked.pad:
        return ""
    own = own_guess(asked.case, response, asked.locale)
    return Markup(svg(own.figure(), width=CHART_WIDTH))


def _step(
    scene: ClassState, room: Sequence[Any], entered: FormData, answered: bool
) -> str:
    values: dict[str, Any] = dict.fromkeys(("asked", "page", "pause", "reveal"))
    values["given"] = []
    language, step = scene.language, scene.step
    try:
        if waits(scene) or step is None:
            pass
        elif isinstance(step, PageStep):
            name = words(step.page, language)["menu"]
            values["page"] = {
                "name": name,
                "address": href(page_link(step, language)),
            }
        elif isinstance(step, PauseStep):
            values["pause"] = step
        else:
            values |= _asked(scene, room)
    except AfterOverdueError as error:
        return rendered("class_broken.html", broken=message_of(error, language))
    return rendered(
        "class_step.html",
        scene=scene,
        waits=waits(scene),
        said=words("learner", language),
        entered=entered,
        answered=answered,
        plain=Locale(language).number,
        **values,
    )


def waits(scene: ClassState) -> bool:
    """Return whether there is nothing to see of a step yet, or no more.

    A page is shown for as long as it is open: back at one that was left, the trainer
    shows it again.
    """
    phases = ("waiting", "closed") if shown_only(scene) else ("waiting",)
    return scene.phase in phases


def shown_only(scene: ClassState) -> bool:
    """Return whether the step is looked at together, and not answered."""
    return scene.step is not None and is_shown_only(scene.step.kind)


def _asked(scene: ClassState, room: Sequence[Any]) -> dict[str, Any]:
    asked, locale = scene.asked(scene.position), Locale(scene.language)
    given = asked.words.given() if isinstance(asked, PredictionAsked) else []
    if scene.phase != "revealed":
        pad = None
        if isinstance(asked, PredictionAsked) and asked.pad:
            pad = prediction_pad(asked.words)
        return {"asked": asked, "given": given, "pad": pad, "pad_html": PAD_HTML}
    step: Any = scene.step
    shown = reveal(step, room, today=scene.day, locale=locale)
    return {
        "asked": asked,
        "given": given,
        "reveal": shown,
        "chart": shown.figure and Markup(svg(shown.figure, width=CHART_WIDTH)),
        "explained": [Markup(MARKDOWN.render(each)) for each in shown.explanation],
        "see": href(asked.see),
    }


def form_of(response: dict[str, Any]) -> FormData:
    """Return a response as the fields of the form that gave it."""
    fields: list[tuple[str, str | UploadFile]] = []
    for name, value in response.items():
        if value is None:
            fields.append(("none", "yes"))
        elif isinstance(value, list):
            fields += [(name, str(each)) for each in value]
        else:
            fields.append((name, str(value)))
    return FormData(fields)
