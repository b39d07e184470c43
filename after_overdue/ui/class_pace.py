"""The board of a class at one's own speed: how far everybody is."""

from __future__ import annotations

import streamlit as st

from after_overdue.reading.plain import plain
from after_overdue.teaching.class_session import HostView
from after_overdue.teaching.lesson import is_shown_only
from after_overdue.teaching.own_pace import progress
from after_overdue.teaching.step_words import step_said
from after_overdue.teaching.store import now, store
from after_overdue.ui.class_join import join_panel
from after_overdue.ui.class_room import NOUN
from after_overdue.ui.language import locale


def pace(secret: str, view: HostView) -> None:
    """Show the way in, how many have come, and how many answered each step."""
    texts, number = locale().words(NOUN), locale().number
    st.title(plain(view.lesson.title), anchor=False)
    join_panel(view)
    st.markdown(texts["pace_about"])
    given, done = progress(store(), secret, now=now())
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
