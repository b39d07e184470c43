"""The form that opens a class: title, language, and a ready lesson or one's own."""

from __future__ import annotations

from zoneinfo import available_timezones

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.files import LANGUAGES, own_name
from after_overdue.catalog.lessons import lessons
from after_overdue.reading.plain import plain
from after_overdue.teaching.checked_lesson import LONGEST_TITLE
from after_overdue.teaching.class_session import open_class_session
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.lesson_text import ready_lesson
from after_overdue.teaching.step_words import step_said
from after_overdue.teaching.store import now, store
from after_overdue.ui import class_room
from after_overdue.ui.class_lesson_file import lesson_files
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.class_steps import (
    LANGUAGE,
    LESSON,
    OWN,
    TITLE,
    keep_named,
    own_steps,
    own_steps_form,
    read_named,
    write_steps,
)
from after_overdue.ui.language import locale

NAMED, PACE = "class_asks_name", "class_own_pace"


def opening() -> None:
    """Draw the form, and what is kept about those who join."""
    texts, names = locale().words(NOUN), _lesson_names()
    read_named(locale().language)
    st.title(texts["title"], anchor=False)
    st.markdown(texts["lead"])
    class_room.notice()
    with st.container(border=True):
        st.header(texts["open_title"], anchor=False)
        st.radio(
            texts["lesson"],
            list(names),
            format_func=names.__getitem__,
            captions=[*_abouts(), texts["own_about"]],
            key=LESSON,
        )
        if st.session_state[LESSON] == OWN:
            own_steps_form()
            lesson_files()
        else:
            _ready_steps(st.session_state[LESSON])
        st.text_input(
            texts["name"],
            key=TITLE,
            max_chars=LONGEST_TITLE,
            on_change=keep_named,
            placeholder=names[st.session_state[LESSON]],
        )
        st.segmented_control(
            texts["language"],
            list(LANGUAGES),
            format_func=own_name,
            required=True,
            key=LANGUAGE,
            on_change=keep_named,
        )
        st.toggle(texts["asks_name"], key=NAMED, help=texts["asks_name_help"])
        st.toggle(texts["own_pace"], key=PACE, help=texts["own_pace_help"])
        st.button(texts["open_class"], icon=":material/groups:", on_click=_open)
    kept = texts["kept_named" if st.session_state[NAMED] else "kept"]
    st.markdown(f"{kept} {texts['kept_days']}")


def _ready_steps(slug: str) -> None:
    today, lesson = clock.today(), ready_lesson(slug, locale().language)
    lines = [step_said(each, today=today, locale=locale()) for each in lesson.steps]
    texts = locale().words(NOUN)
    with st.expander(texts["steps"].format(count=len(lines))):
        st.markdown("\n".join(f"1. {plain(line)}" for line in lines))
        st.button(texts["change_ready"], on_click=_change, args=(lesson,))


def _change(lesson: Lesson) -> None:
    """Make the steps of a ready lesson one's own."""
    st.session_state[LESSON] = OWN
    write_steps(lesson.steps)


def _lesson_names() -> dict[str, str]:
    titles = {slug: each.title[locale().language] for slug, each in lessons().items()}
    return {**titles, OWN: locale().words(NOUN)["own"]}


def _abouts() -> list[str]:
    return [each.about[locale().language] for each in lessons().values()]


def _zone() -> str:
    """Return the time zone of the trainer's browser; UTC where none is known."""
    named = st.context.timezone or "UTC"
    return named if named in available_timezones() else "UTC"


def _open() -> None:
    def work() -> None:
        values = st.session_state
        language = values.get(LANGUAGE) or locale().language
        title = values.get(TITLE, "").strip()
        if values[LESSON] == OWN:
            lesson = Lesson(title, language, own_steps())
        else:
            ready = ready_lesson(values[LESSON], language)
            lesson = Lesson(title or ready.title, language, ready.steps)
        opened = open_class_session(
            store(),
            lesson,
            now=now(),
            zone=_zone(),
            asks_name=values[NAMED],
            own_pace=values[PACE],
        )
        class_room.enter(opened.host_secret)

    class_room.attempt(work)
