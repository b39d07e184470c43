"""The desk and the remote as HTML: the step, its notes, its buttons, and the room."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from after_overdue.cases.locale import Locale
from after_overdue.catalog.interface import words
from after_overdue.errors import AfterOverdueError
from after_overdue.figures.static_svg import svg
from after_overdue.settings import rooted
from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.countdown import SECONDS, clock_text
from after_overdue.teaching.desk import DeskView
from after_overdue.teaching.join_codes import shown_join_code
from after_overdue.teaching.learned import asked_again
from after_overdue.teaching.lesson import PageStep, is_drawn, is_shown_only
from after_overdue.teaching.notes import notes_at
from after_overdue.teaching.own_step import Notes, PauseStep, TextStep
from after_overdue.teaching.refusals import message_of
from after_overdue.teaching.reveal import reveal
from after_overdue.teaching.step_words import step_said
from after_overdue.web.templating import rendered
from after_overdue.web.wall_pages import explored

NEXT: Mapping[str, str] = MappingProxyType(
    {"waiting": "open", "open": "reveal", "closed": "reveal", "revealed": "next"}
)
"""What the large button does at a step that is answered."""
NEXT_PAGE: Mapping[str, str] = MappingProxyType(
    {"waiting": "open", "open": "next", "closed": "open"}
)
"""What it does at a page that is explored."""
CHART_WIDTH = 620
"""Pixels of the curves that a room drew."""
NEXT_AGAIN: Mapping[str, str] = MappingProxyType(
    {"waiting": "open", "open": "close", "closed": "next", "revealed": "next"}
)
"""What it does at a prediction that is asked again: its model is kept back."""
BESIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"open": ("close",), "closed": ("open", "next"), "waiting": ("next",)}
)
"""What else is possible, smaller."""
BESIDE_AGAIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"open": ("reveal",), "closed": ("open", "reveal"), "waiting": ("next",)}
)
"""The same at a prediction that is asked again."""


def desk_page(
    view: DeskView, *, base: str, names: bool, refused: str = "", remote: bool = False
) -> str:
    """Return the page of a desk, or of a remote.

    Parameters
    ----------
    base : address of the site, without a slash at its end
    names : whether nicknames are shown
    remote : two large buttons and the notes, and nothing of the learners
    """
    language = view.scene.lesson.language
    return rendered(
        "desk.html",
        language=language,
        title=view.scene.lesson.title,
        site=words("site", language),
        said=words("desk", language),
        remote=remote,
        body=Markup(desk_html(view, base=base, names=names, remote=remote)),
        refused=refused,
        names=names,
        tag=tag_of(view),
    )


def desk_html(view: DeskView, *, base: str, names: bool, remote: bool) -> str:
    """Return what changes on a desk as the class goes on."""
    scene = view.scene
    language = scene.lesson.language
    here = f"{base}/remote/{scene.class_id}/{view.remote_key}/"
    return rendered(
        "desk_body.html",
        view=view,
        scene=scene,
        said=words("desk", language),
        board=words("class_session", language),
        plain=Locale(language).number,
        names=names,
        remote=remote,
        code=shown_join_code(view.join_code),
        wall=rooted(f"/wall/{scene.class_id}/{view.wall_key}/"),
        qr=Markup(qr_svg(here, grows=True)),
        remote_link=here,
        steps=[_line(view, place) for place in range(scene.steps)],
        heading=_heading(view),
        notes=None if scene.step is None else notes_at(scene, scene.position),
        buttons=_buttons(view),
        slider=_slider(view),
        counts=_counts(view),
        lists=isinstance(scene.step, TextStep),
        again=asked_again(scene.lesson, scene.position),
        chart="" if remote else _chart(view),
    )


def tag_of(view: DeskView) -> str:
    """Return what changes whenever the desk does."""
    seen = repr((view.seats, view.curves)).encode()
    return f"{view.scene.rev}-{hashlib.blake2b(seen, digest_size=9).hexdigest()}"


def _line(view: DeskView, place: int) -> tuple[str, Notes | None, str]:
    """Return a step in a line, its notes, and its phase."""
    scene = view.scene
    locale = Locale(scene.lesson.language)
    try:
        line = step_said(scene.lesson.steps[place], today=scene.day, locale=locale)
    except AfterOverdueError as error:
        line = message_of(error, locale.language)
    return line, notes_at(scene, place), view.phases[place]


def _heading(view: DeskView) -> str:
    scene = view.scene
    if scene.step is None:
        return words("class_session", scene.lesson.language)["ended"]
    if isinstance(scene.step, PageStep):
        return words(scene.step.page, scene.lesson.language)["title"]
    if isinstance(scene.step, PauseStep):
        return scene.step.heading
    try:
        return scene.asked(scene.position).question
    except AfterOverdueError as error:
        return message_of(error, scene.lesson.language)


def _buttons(view: DeskView) -> Mapping[str, Any]:
    """Return the command and the words of the large button and of those beside it."""
    scene = view.scene
    board = words("class_session", scene.lesson.language)
    is_page = scene.step is not None and is_shown_only(scene.step.kind)
    again = asked_again(scene.lesson, scene.position) is not None
    usual, small = (NEXT_AGAIN, BESIDE_AGAIN) if again else (NEXT, BESIDE)
    large = (NEXT_PAGE if is_page else usual).get(scene.phase, "")
    beside = small.get(scene.phase, ())
    if is_page:
        beside = () if large in ("next", "") else ("next",)
    last = scene.position == scene.steps - 1

    def label(name: str) -> str:
        if name == "next" and last:
            return board["finish"]
        if name == "open" and is_page:
            return board["open_page"]
        again = name == "open" and scene.phase == "closed"
        return board["open_again"] if again else board[name]

    return {
        "large": (large, label(large)) if large else None,
        "beside": [(name, label(name)) for name in beside],
        "back": board["back"] if scene.position else "",
    }


def _counts(view: DeskView) -> Sequence[tuple[int, str]]:
    """Return the countdowns that can be begun, and how they are called."""
    scene = view.scene
    if scene.step is None or is_shown_only(scene.step.kind) or scene.phase != "open":
        return ()
    return [(each, clock_text(each)) for each in SECONDS]


def _chart(view: DeskView) -> Markup | str:
    """Return the curves that a room drew; the model beside them once it is revealed."""
    scene = view.scene
    if not view.curves or not is_drawn(scene.step):
        return ""
    step: Any = scene.step
    try:
        seen = reveal(
            step,
            view.curves,
            today=scene.day,
            locale=Locale(scene.lesson.language),
            shows_model=scene.phase == "revealed",
        )
    except AfterOverdueError:
        return ""
    return Markup(svg(seen.figure, width=CHART_WIDTH)) if seen.figure else ""


def _slider(view: DeskView) -> Any:  # noqa: ANN401  # the slider of whichever model
    """Return what moves the page that is explored, once it is shown."""
    scene = view.scene
    if not isinstance(scene.step, PageStep) or scene.phase != "open":
        return None
    try:
        return explored(scene, scene.step, view.shown).slider
    except AfterOverdueError:
        return None
