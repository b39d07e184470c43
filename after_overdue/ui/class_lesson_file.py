"""A lesson of one's own as a file: saved, opened again, or taken from another tool."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from after_overdue.errors import AfterOverdueError
from after_overdue.teaching.lesson import Lesson
from after_overdue.teaching.lesson_file import lesson_yaml
from after_overdue.teaching.lesson_import import IMPORTED, LONGEST_BANK, imported_lesson
from after_overdue.ui import class_room
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.class_steps import (
    LANGUAGE,
    TITLE,
    open_lesson,
    own_steps,
    write_steps,
)
from after_overdue.ui.language import locale
from after_overdue.ui.open_file import open_file

OPENED = "class_lesson_file"


def lesson_files() -> None:
    """Offer to open a file, and to save the lesson as one."""
    texts, state = locale().words(NOUN), st.session_state
    language = state.get(LANGUAGE) or locale().language
    lesson = Lesson(state.get(TITLE, ""), language, own_steps())
    with st.container(horizontal=True):
        open_file(
            texts["open_file"],
            key=OPENED,
            endings=",".join(IMPORTED),
            most=LONGEST_BANK,
            too_large=texts["file_too_large"].format(
                most=locale().number(LONGEST_BANK)
            ),
            opened=_opened,
        )
        st.download_button(
            texts["save_file"],
            data=lesson_yaml(lesson),
            file_name="lesson.yaml",
            mime="application/yaml",
            icon=":material/save:",
            disabled=not lesson.steps,
            on_click="ignore",
        )
    st.caption(texts["file_about"])


def _opened() -> None:
    content = getattr(st.session_state[OPENED], "file", None)
    if content:
        open_text(content)


def open_text(content: str) -> None:
    """Make the lesson in the text of a file one's own; say what is not as it was."""
    try:
        found = imported_lesson(content.encode(), locale().language)
    except AfterOverdueError as error:
        class_room.say(class_room.refusal(error))
        return
    if found.lesson.title:
        open_lesson(found.lesson)
    else:
        write_steps([*own_steps(), *found.lesson.steps])
    texts = locale().words(NOUN)
    told = (("left_out", found.left_out), ("whole_only", found.whole_only))
    said = [texts[key].format(names=_quoted(each)) for key, each in told if each]
    if said:
        class_room.say(" ".join(said))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{each}”" for each in names)
