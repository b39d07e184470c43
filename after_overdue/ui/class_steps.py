"""One's own lesson: steps added, moved and removed; the address holds them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.check_stories import check_items
from after_overdue.catalog.quizzes import quizzes
from after_overdue.errors import AfterOverdueError, ClassError, InputError
from after_overdue.models.registry import MODELS
from after_overdue.predictions.case import PREDICTABLE
from after_overdue.teaching.lesson import PageStep, Prediction, QuizStep, Step
from after_overdue.teaching.lesson_text import step_of, step_text
from after_overdue.teaching.quiz_text import quiz_text
from after_overdue.teaching.room_quiz import no_mark
from after_overdue.teaching.step_words import link_settings, playable, step_said
from after_overdue.ui import class_room
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.language import locale
from after_overdue.ui.plain import plain

STEP = "step"
"""The parameter of the address that holds a step; one for each."""
KINDS = ("prediction", "quiz", "check", "page")
ASKED = {"quiz": quizzes, "check": check_items}
"""What is answered by choosing, by kind and language."""
KIND, WHAT, LINK = "class_step_kind", "class_step_what", "class_step_link"


def own_steps() -> tuple[Step, ...]:
    """Return the steps of the address, without those that cannot be played."""
    return tuple(step for step, _ in _read() if step)


def _read() -> list[tuple[Step | None, str]]:
    """Return each step of the address with its line, or why it is none."""
    return [_read_one(text) for text in st.query_params.get_all(STEP)]


def _read_one(text: str) -> tuple[Step | None, str]:
    try:
        step = step_of(text)
        return step, step_said(step, today=clock.today(), locale=locale())
    except (ClassError, InputError) as error:
        return None, class_room.refusal(error)


def own_steps_form() -> None:
    """Draw the steps so far, each with its buttons, then the form for one more."""
    texts, read = locale().words(NOUN), _read()
    st.subheader(texts["steps_title"], anchor=False)
    if not read:
        st.markdown(texts["no_steps"])
    for place, (step, line) in enumerate(read):
        _row(place, len(read), line, usable=step is not None)
    with st.container(border=True):
        _add_form()


def _row(place: int, count: int, line: str, *, usable: bool) -> None:
    texts = locale().words(NOUN)
    with st.container(horizontal=True, vertical_alignment="center"):
        message = f"{place + 1}. {plain(line)}"
        st.markdown(message if usable else f":red[{message}]", width="stretch")
        moves = (
            ("up", ":material/arrow_upward:", -1, place == 0),
            ("down", ":material/arrow_downward:", 1, place == count - 1),
            ("remove_step", ":material/close:", 0, False),
        )
        for name, icon, by, disabled in moves:
            st.button(
                texts[name],
                key=f"class:{name}:{place}",
                help=texts[f"{name}_help"].format(number=place + 1),
                icon=icon,
                disabled=disabled,
                on_click=_move,
                args=(place, by),
            )


def _move(place: int, by: int) -> None:
    """Move a step up or down, or take it out."""
    value = list(st.query_params.get_all(STEP))
    taken = value.pop(place)
    if by:
        value.insert(place + by, taken)
    _write(value)


def _write(steps: Sequence[str]) -> None:
    st.query_params[STEP] = list(steps)


def _add_form() -> None:
    texts = locale().words(NOUN)
    st.segmented_control(
        texts["add_kind"],
        KINDS,
        default=KINDS[0],
        format_func=lambda kind: texts[f"kind_{kind}"],
        required=True,
        key=KIND,
    )
    kind = st.session_state[KIND]
    named = _choices(kind)
    st.selectbox(
        texts[f"what_{kind}"],
        list(named),
        format_func=named.__getitem__,
        key=f"{WHAT}:{kind}",
    )
    if kind not in ASKED:
        st.text_input(texts["settings_link"], key=LINK, help=texts["settings_help"])
    st.button(texts["add"], icon=":material/add:", on_click=_add)


def _choices(kind: str) -> dict[str, str]:
    """Return what may be chosen of a kind, by its text, with how it is called."""
    texts, language = locale().words(NOUN), locale().language
    menu = {page: locale().words(page)["menu"] for page in MODELS}
    if kind in ASKED:
        today = clock.today()
        return {
            name: quiz_text(item, today, mark=no_mark).ask
            for name, item in ASKED[kind](language).items()
        }
    if kind == "page":
        return menu
    asks = locale().words("predictions")
    return {
        f"{page}/{each}": texts["choice_prediction"].format(
            page=menu[page], name=asks[f"{page}.{each}.name"]
        )
        for page in MODELS
        for each in PREDICTABLE.get(page, ())
    }


def _add() -> None:
    kind = st.session_state[KIND]
    try:
        step = _new(kind, st.session_state[f"{WHAT}:{kind}"])
        playable(step, today=clock.today(), locale=locale())
    except AfterOverdueError as error:
        class_room.say(class_room.refusal(error))
        return
    _write([*st.query_params.get_all(STEP), step_text(step)])
    st.session_state[LINK] = ""


def _new(kind: str, what: str) -> Step:
    if kind in ASKED:
        return QuizStep(what)
    page, _, asks = what.partition("/")
    link = st.session_state.get(LINK, "")
    settings = link_settings(link, page, today=clock.today(), locale=locale())
    if kind == "page":
        return PageStep(page, settings)
    return Prediction(page, settings, asks)  # type: ignore[arg-type]  # from PREDICTABLE
