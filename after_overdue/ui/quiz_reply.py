"""The reply to an answer: what holds, why, and where to see it for oneself."""

from __future__ import annotations

import streamlit as st

from after_overdue.catalog.questions import Figure
from after_overdue.catalog.quizzes import QuizItem
from after_overdue.teaching.quiz import Marked, QuizReply
from after_overdue.teaching.quiz_text import QuizText
from after_overdue.ui import elements, rows
from after_overdue.ui.citations import merged_notes
from after_overdue.ui.language import locale

ICONS = {"right": ":material/check_circle:", "not_yet": ":material/lightbulb:"}


def draw_reply(item: QuizItem, marked: Marked) -> None:
    """Draw the reply to every part of an answer, then the right answer on demand."""
    texts = locale().words("quiz")
    linked: list[Figure] = []
    with st.container(border=True, key="quiz_reply"):
        verdict = "right" if marked.right else "not_yet"
        st.markdown(f"{ICONS[verdict]} **{texts[verdict]}**")
        for reply in marked.replies:
            _part(item, reply, linked)
    if not marked.right and item.kind in ("single", "order"):
        _right_answer(item, marked.text)


def _part(item: QuizItem, reply: QuizReply, linked: list[Figure]) -> None:
    """Draw the reply to one part, with its link where it was not drawn before."""
    if reply.say:
        st.markdown(f"**{reply.say}** {_badge(item, reply)}\n\n{reply.because}")
    else:
        st.markdown(reply.because)
    if reply.see and reply.see not in linked:
        linked.append(reply.see)
        _see(reply.see)


def _see(figure: Figure) -> None:
    """Draw the link to a page at the settings that show it."""
    page = locale().words(figure.page)["menu"]
    label = locale().words("quiz")["see"].format(page=page)
    rows.model_link(figure.page, label, figure.address)


def _badge(item: QuizItem, reply: QuizReply) -> str:
    """Return whether one of several parts was answered rightly, as a coloured word."""
    if item.kind not in ("multiple", "order"):
        return ""
    missed = item.kind == "multiple" and reply.part in item.right
    colour, key = ("orange", "missed" if missed else "does_not_hold")
    if reply.right:
        colour, key = "green", "holds"
    return f":{colour}-badge[{locale().words('quiz')[f'{key}.{item.kind}']}]"


def _right_answer(item: QuizItem, text: QuizText) -> None:
    mark = "1." if item.kind == "order" else "-"
    lines = (f"{mark} **{text.say(n)}**  \n{text.because(n)}" for n in item.right)
    with st.expander(locale().words("quiz")["show_right"]):
        st.markdown("\n".join(line.replace("\n", "\n   ") for line in lines))


def draw_sources(text: QuizText, *, answered: bool) -> None:
    """Draw the sources of what can be read by now, and the numbers it names."""
    notes = text.notes if answered else text.noted("ask")
    if notes:
        with st.expander(locale().words("quiz")["sources"]):
            st.markdown(merged_notes(notes))
    if answered and text.figures:
        elements.sources(text.figures)
