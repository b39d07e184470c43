"""The board of a class at one's own speed: how far everybody is."""

from __future__ import annotations

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from after_overdue.errors import ClassError
from after_overdue.reading.plain import plain
from after_overdue.teaching.class_session import HostView, host_view
from after_overdue.teaching.lesson import is_shown_only
from after_overdue.teaching.own_pace import progress
from after_overdue.teaching.step_words import step_said
from after_overdue.teaching.store import now, store
from after_overdue.ui import class_room
from after_overdue.ui.class_join import join_panel
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.language import locale

LIVE_SECONDS = 5


def pace(secret: str, view: HostView) -> None:
    """Show the way in, how many have come, and how many answered each step."""
    st.title(plain(view.lesson.title), anchor=False)
    join_panel(view)
    st.markdown(locale().words(NOUN)["pace_about"])
    counted(secret)


@st.fragment(run_every=LIVE_SECONDS)
def counted(secret: str) -> None:
    """Count, again and again, without the rest of the board."""
    texts, number = locale().words(NOUN), locale().number
    try:
        view = host_view(store(), secret, now=now())
        given, done = progress(store(), secret, now=now())
    except ClassError:
        st.rerun()
    except SQLAlchemyError as error:
        st.warning(class_room.unreachable(error))
        return
    with st.container(horizontal=True):
        st.metric(texts["learners"], number(view.learners))
        st.metric(texts["pace_done"], number(done))
    today = view.scene.day
    lines = [
        texts["pace_step"].format(
            step=plain(step_said(step, today=today, locale=locale())),
            count=number(count),
        )
        for step, count in zip(view.lesson.steps, given, strict=True)
        if not is_shown_only(step.kind)
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))
