"""The host's board: the step of now, its buttons, and who has answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from after_overdue.errors import AfterOverdueError, ClassError
from after_overdue.figures.theme import Figure
from after_overdue.predictions.words import PredictionWords
from after_overdue.reading.plain import plain
from after_overdue.teaching.class_session import HostView, host_view, responses
from after_overdue.teaching.class_state import shows_room
from after_overdue.teaching.learned import asked_again, paired_responses
from after_overdue.teaching.lesson import (
    AskedStep,
    PageStep,
    Prediction,
    QuizStep,
    Step,
    is_shown_only,
)
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_step import PauseStep
from after_overdue.teaching.quiz import question_of, shown
from after_overdue.teaching.quiz_text import quiz_text
from after_overdue.teaching.reveal import asked, reveal, texts
from after_overdue.teaching.room_quiz import no_mark
from after_overdue.teaching.store import now, store
from after_overdue.ui import class_room, elements
from after_overdue.ui.class_join import (
    host_link,
    join_line,
    join_panel,
    wall_and_desk,
)
from after_overdue.ui.class_pace import pace
from after_overdue.ui.class_results import kept, removal, results
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.class_steps import run_again
from after_overdue.ui.language import locale
from after_overdue.ui.live_figure import still_figure

LIVE_SECONDS = 1
ICONS = {
    "back": ":material/arrow_back:",
    "open": ":material/lock_open:",
    "close": ":material/lock:",
    "reveal": ":material/visibility:",
    "next": ":material/arrow_forward:",
}
KEYS = {"back": "B", "open": "O", "close": "X", "reveal": "V", "next": "N"}
"""With Alt: a press moves the focus back to the top of the page, so each has a key."""
BUTTONS: dict[str, tuple[str, ...]] = {
    "waiting": ("back", "open", "next"),
    "open": ("back", "close", "reveal", "next"),
    "closed": ("back", "open", "reveal", "next"),
    "revealed": ("back", "next"),
    "ended": ("back",),
}
PAGE_BUTTONS: dict[str, tuple[str, ...]] = {
    "waiting": ("back", "open", "next"),
    "open": ("back", "next"),
    "closed": ("back", "open", "next"),
}
"""A page that was left is closed; it is shown again when the trainer says so."""


def board(secret: str, view: HostView) -> None:
    """Draw the board of a class."""
    scene = view.scene
    class_room.notice()
    if scene.own_pace:
        pace(secret, view)
        results(secret, view, opened=True)
        kept(view)
        foot(secret, view)
        return
    if scene.position == 0 and scene.phase == "waiting":
        st.title(plain(view.lesson.title), anchor=False)
        join_panel(view)
    else:
        join_line(view)
    controls(secret, view)
    if scene.step is None:
        st.title(locale().words(NOUN)["ended"], anchor=False)
    else:
        try:
            step(secret, view, scene.step)
        except AfterOverdueError as error:
            st.error(plain(class_room.refusal(error)))
    results(secret, view, opened=scene.step is None)
    kept(view)
    foot(secret, view)


def controls(secret: str, view: HostView) -> None:
    """Draw the buttons beside what changes by itself."""
    pressed, counted = st.columns([3, 2], vertical_alignment="center")
    with pressed:
        buttons(secret, view)
    with counted:
        live(secret, view.scene.rev)


def foot(secret: str, view: HostView) -> None:
    """Draw what concerns the class as a whole."""
    with st.container(horizontal=True):
        if not view.scene.own_pace:
            wall_and_desk(secret, view)
        host_link(secret)
        removal(secret, view)
        if view.scene.step is None or view.scene.own_pace:
            st.button(
                locale().words(NOUN)["again"],
                on_click=run_again,
                args=(view.lesson,),
                icon=":material/replay:",
            )
        st.button(
            locale().words(NOUN)["another"],
            on_click=class_room.leave,
            icon=":material/add:",
        )


@st.fragment(run_every=LIVE_SECONDS)
def live(secret: str, rev: int) -> None:
    """Count learners and answers; what else has changed draws the board anew."""
    texts = locale().words(NOUN)
    try:
        view = host_view(store(), secret, now=now())
    except ClassError:
        st.rerun()
    except SQLAlchemyError as error:
        st.warning(class_room.unreachable(error))
        return
    if view.scene.rev != rev:
        st.rerun()
    number = locale().number
    with st.container(horizontal=True):
        st.metric(texts["learners"], number(view.learners))
        if view.scene.step and not is_shown_only(view.scene.step.kind):
            st.metric(texts["answers"], number(view.answered))


def buttons(secret: str, view: HostView) -> None:
    """Draw the buttons that are possible now; each knows the view it stands on."""
    texts, scene = locale().words(NOUN), view.scene
    is_page = scene.step is not None and is_shown_only(scene.step.kind)
    names = (PAGE_BUTTONS if is_page else BUTTONS)[scene.phase]
    with st.container(horizontal=True):
        for name in names:
            if name == "back" and scene.position == 0:
                continue
            st.button(
                texts[_label(name, view, is_page=is_page)],
                key=f"class:{name}:{scene.rev}",
                icon=ICONS[name],
                shortcut=f"Alt+{KEYS[name]}",
                on_click=class_room.press,
                args=(secret, scene.rev, name),
            )


def _label(name: str, view: HostView, *, is_page: bool) -> str:
    scene = view.scene
    if name == "open" and is_page:
        return "open_page"
    if name == "open" and scene.phase == "closed":
        return "open_again"
    if name == "next" and scene.position == scene.steps - 1:
        return "finish"
    return name


def step(secret: str, view: HostView, asks: Step) -> None:
    """Show what is asked, or once it is revealed what the room answered."""
    today = view.scene.day
    if isinstance(asks, PageStep):
        page_step(asks, is_shown=view.scene.phase == "open")
        return
    if isinstance(asks, PauseStep):
        st.title(plain(asks.heading), anchor=False)
        st.markdown("\n\n".join(map(plain, asks.text.splitlines())))
        return
    again = asked_again(view.lesson, view.scene.position)
    if again is not None:
        st.caption(locale().words(NOUN)["asked_again"].format(number=again + 1))
    shown = shows_room(view.scene)
    question(asks, today, whole=not shown)
    if shown:
        revealed(secret, view, asks, today)


def question(asks: AskedStep, today: date, *, whole: bool) -> None:
    """Show a question, and what a learner has to know to answer it.

    Parameters
    ----------
    whole : False leaves the room to the chart of a reveal
    """
    if isinstance(asks, QuizStep):
        item = question_of(asks.question, locale().language)
        text = quiz_text(item, today, mark=no_mark)
        st.title(text.ask, anchor=False)
        if whole:
            st.markdown(_list([text.say(each.id) for each in shown(item)]))
        return
    if not isinstance(asks, Prediction):
        own = OwnAsked(asks, locale().language)
        st.title(plain(own.question), anchor=False)
        if whole:
            st.markdown(_list([plain(say) for _, say in own.options]))
        return
    words = PredictionWords(asked(asks, today), locale())
    st.title(words.question, anchor=False)
    if whole:
        st.markdown(" · ".join(elements.given(words)))


def revealed(secret: str, view: HostView, asks: AskedStep, today: date) -> None:
    """Show the room's answers on the model's own chart, then the explanation."""
    texts, scene = locale().words(NOUN), view.scene
    given = responses(store(), secret, scene.position, now=now())
    seen = reveal(
        asks,
        given,
        today=today,
        locale=locale(),
        shows_model=scene.phase == "revealed",
        pairs=paired_responses(store(), secret, scene.position, now=now()),
    )
    with st.container(horizontal=True):
        for label, value in seen.headlines:
            st.metric(label, value)
    if seen.figure:
        drawn(seen.figure, seen.name, f"{scene.position}")
    if seen.shift:
        drawn(seen.shift, texts["learned"], f"{scene.position}:learned")
    st.markdown(_list([plain(each) for each in seen.lines]))
    if seen.explanation:
        st.header(texts["explained"], anchor=False)
        st.markdown(_list(seen.explanation))
    if isinstance(asks, Prediction) and scene.phase == "revealed":
        open_page(asks)


def drawn(figure: Figure, name: str, place: str) -> None:
    """Draw the room's answers.

    Parameters
    ----------
    place : names the step, from 0
    """
    origin = {"origin": locale().words(NOUN)["title"]}
    still_figure(
        figure,
        name=name,
        words={**locale().words("figure"), **origin},
        filename="class-step",
        key=f"class:{place}",
    )


def page_step(asks: PageStep, *, is_shown: bool) -> None:
    """Show the page that the class explores together.

    Parameters
    ----------
    is_shown : whether learners have its link already
    """
    texts = locale().words(NOUN)
    name = locale().words(asks.page)["title"]
    st.title(name, anchor=False)
    st.markdown(texts["explore_shown" if is_shown else "explore_about"])
    open_page(asks)


def open_page(asks: Prediction | PageStep) -> None:
    """Link to a page at the settings of a step."""
    phrases, name = locale().words(NOUN), locale().words(asks.page)["menu"]
    query = urlencode({"lang": locale().language, **texts(asks.settings)})
    label = phrases["open_in_tab"].format(page=name)
    address = class_room.address_of(f"/{asks.page}?{query}")
    st.link_button(label, address, icon=":material/open_in_new:")


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
