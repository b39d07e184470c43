"""One's own lesson: its steps in their order, to change, move and take out.

The address holds them, so that a lesson is a link. A lesson too long for an address
stays in this tab, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.lessons import lessons
from after_overdue.errors import ClassError, InputError
from after_overdue.reading.plain import plain
from after_overdue.teaching.checked_lesson import LONGEST_TITLE
from after_overdue.teaching.lesson import Lesson, Step
from after_overdue.teaching.lesson_text import step_of, step_text
from after_overdue.teaching.step_words import step_said
from after_overdue.ui import class_room
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.class_step_form import EDITED, fill, step_form
from after_overdue.ui.language import locale

OWN = "own"
TITLE, LANGUAGE, LESSON = "class_title", "class_language", "class_lesson"
"""Where the session state keeps what the form of a class says."""
NAMED, SPOKEN = "title", "lesson_language"
"""The parameters of the address that hold a lesson's title and its language."""
STEP = "step"
"""The parameter of the address that holds a step; one for each."""
LONG = "_class_steps"
"""Where the session state keeps steps that no address holds."""
LONGEST = 6000
"""Characters that they may take in an address, so that every server takes it."""
MOVES = (
    ("edit", ":material/edit:"),
    ("duplicate", ":material/content_copy:"),
    ("up", ":material/arrow_upward:"),
    ("down", ":material/arrow_downward:"),
    ("remove_step", ":material/close:"),
)


def own_steps() -> tuple[Step, ...]:
    """Return the steps of the lesson, without those that cannot be played."""
    return tuple(step for step, _ in _read() if step)


def write_steps(steps: Sequence[Step]) -> None:
    """Make these the steps of the lesson."""
    _write([step_text(each) for each in steps])


def open_lesson(lesson: Lesson) -> None:
    """Put a lesson into the form, to be changed or opened."""
    st.session_state[LESSON] = OWN
    st.session_state[TITLE] = lesson.title
    st.session_state[LANGUAGE] = lesson.language
    write_steps(lesson.steps)
    keep_named()


def keep_named() -> None:
    """Write title and language of one's own lesson into the address."""
    state, named = st.session_state, {NAMED: TITLE, SPOKEN: LANGUAGE}
    for name, key in named.items() if state.get(LESSON) == OWN else ():
        if state.get(key):
            st.query_params[name] = state[key]


def read_named(language: str) -> None:
    """Take title and language from the address, where nobody has chosen others."""
    state, asked = st.session_state, st.query_params
    spoken = asked.get(SPOKEN, "")
    state.setdefault(TITLE, asked.get(NAMED, "")[:LONGEST_TITLE])
    state.setdefault(LANGUAGE, spoken if spoken in LANGUAGES else language)
    own = bool(asked.get_all(STEP))
    state.setdefault(LESSON, OWN if own else next(iter(lessons())))


def run_again(lesson: Lesson) -> None:
    """Go back to the form, with a lesson that was played in it."""
    class_room.leave()
    open_lesson(lesson)


def _written() -> list[str]:
    kept: list[str] = st.session_state.get(LONG, [])
    return list(kept or st.query_params.get_all(STEP))


def _write(steps: Sequence[str]) -> None:
    fits = len(urlencode({STEP: steps}, doseq=True)) <= LONGEST
    st.session_state[LONG] = [] if fits else list(steps)
    st.query_params[STEP] = list(steps) if fits else []


def _read() -> list[tuple[Step | None, str]]:
    """Return each step with its line, or why it is none."""
    return [_read_one(text) for text in _written()]


def _read_one(text: str) -> tuple[Step | None, str]:
    try:
        step = step_of(text)
        return step, step_said(step, today=clock.today(), locale=locale())
    except (ClassError, InputError) as error:
        return None, class_room.refusal(error)


def own_steps_form() -> None:
    """Draw the steps so far, each with its buttons, then the form for one."""
    texts, read = locale().words(NOUN), _read()
    st.subheader(texts["steps_title"], anchor=False)
    if not read:
        st.markdown(texts["no_steps"])
    for place, (step, line) in enumerate(read):
        _row(place, len(read), line, step)
    minutes = sum(step.notes.minutes for step, _ in read if step and step.notes)
    if minutes:
        st.caption(texts["minutes_all"].format(count=locale().number(minutes)))
    if st.session_state.get(LONG):
        st.warning(texts["too_long"])
    with st.container(border=True):
        step_form(_keep)


def _row(place: int, count: int, line: str, step: Step | None) -> None:
    texts = locale().words(NOUN)
    idle = {"up": place == 0, "down": place == count - 1, "edit": step is None}
    with st.container(horizontal=True, vertical_alignment="center"):
        message = f"{place + 1}. {plain(line)}"
        st.markdown(message if step else f":red[{message}]", width="stretch")
        with st.popover(texts["change_step"], help=texts["change_step_help"]):
            for name, icon in MOVES:
                st.button(
                    texts[name],
                    key=f"class:{name}:{place}",
                    help=texts[f"{name}_help"].format(number=place + 1),
                    icon=icon,
                    disabled=idle.get(name, False),
                    on_click=_move,
                    args=(name, place),
                    width="stretch",
                )


def _move(name: str, place: int) -> None:
    """Change, copy or move a step, or take it out."""
    steps = _written()
    if name == "edit":
        fill(step_of(steps[place]), place)
        return
    st.session_state[EDITED] = None
    if name == "duplicate":
        steps.insert(place, steps[place])
    else:
        taken = steps.pop(place)
        if name != "remove_step":
            steps.insert(place + (1 if name == "down" else -1), taken)
    _write(steps)


def _keep(step: Step, place: int | None) -> None:
    """Keep a step that was filled in: a new one at the end, a changed one in place."""
    steps = _written()
    if place is None or place >= len(steps):
        steps.append(step_text(step))
    else:
        steps[place] = step_text(step)
    _write(steps)
