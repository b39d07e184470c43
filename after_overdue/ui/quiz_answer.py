"""Answering a quiz question: one control for each kind, for fingers and keys alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from after_overdue.catalog.quizzes import QuizItem
from after_overdue.teaching.quiz import shown, unit_label
from after_overdue.teaching.quiz_text import QuizText
from after_overdue.ui import elements
from after_overdue.ui.language import locale

WHOLE = ("points", "months", "years", "days", "count")
"""Units in which nobody answers with a fraction."""
ORDER, ANSWER = "_quiz_order:", ":material/check:"
Response = dict[str, Any]


def response(item: QuizItem, text: QuizText, before: Response) -> Response | None:
    """Draw the control of a question; return what was answered, once it was.

    Parameters
    ----------
    item : the question
    text : as it reads today
    before : what was answered before; empty where nothing was
    """
    if item.kind == "order":
        return _order(item, text, before)
    with st.form(f"quiz.form.{item.id}", border=False, enter_to_submit=False):
        given = {"single": _single, "multiple": _multiple, "number": _number}[
            item.kind
        ](item, text, before)
        pressed = st.form_submit_button(_said()["answer"], icon=ANSWER)
    return given if pressed else None


def _said() -> Mapping[str, str]:
    return locale().words("quiz")


def _single(item: QuizItem, text: QuizText, before: Response) -> Response:
    key = f"quiz.choice.{item.id}"
    if before:
        st.session_state.setdefault(key, before["options"][0])
    chosen = st.radio(
        text.ask,
        [option.id for option in item.options],
        index=None,
        format_func=text.say,
        key=key,
        label_visibility="collapsed",
    )
    return {"options": [chosen] if chosen else []}


def _multiple(item: QuizItem, text: QuizText, before: Response) -> Response:
    st.caption(_said()["several"])
    chosen = []
    for option in item.options:
        key = f"quiz.tick.{item.id}.{option.id}"
        st.session_state.setdefault(key, option.id in before.get("options", []))
        if st.checkbox(text.say(option.id), key=key):
            chosen.append(option.id)
    return {"options": chosen}


def _number(item: QuizItem, text: QuizText, before: Response) -> Response:
    assert item.number  # a number is asked for
    given = elements.typed_number(
        _said()["number"].format(unit=unit_label(item)),
        key=f"quiz.number.{item.id}",
        is_whole=item.number.unit in WHOLE,
        unit="percent" if item.number.unit.startswith("share") else "",
        before=before.get("number"),
    )
    return {"number": given}


def _order(item: QuizItem, text: QuizText, before: Response) -> Response | None:
    """Let the lines be chosen one after another, first to last."""
    key = f"{ORDER}{item.id}"
    placed: list[str] = st.session_state.setdefault(key, list(before.get("order", [])))
    left = [option.id for option in shown(item) if option.id not in placed]
    if placed:
        lines = (f"1. {text.say(name)}" for name in placed)
        with st.container(border=True):
            st.markdown("\n".join(lines))
    if left:
        st.caption(_said()["order_next" if placed else "order_first"])
    for name in left:
        st.button(
            text.say(name),
            key=f"quiz.line.{item.id}.{name}",
            on_click=placed.append,
            args=(name,),
            width="stretch",
        )
    with st.container(horizontal=True):
        pressed = not left and st.button(
            _said()["answer"], key=f"quiz.order.{item.id}", icon=ANSWER
        )
        if placed:
            st.button(
                _said()["undo"],
                key=f"quiz.undo.{item.id}",
                on_click=_take_back,
                args=(placed,),
            )
    return {"order": list(placed)} if pressed else None


def forget(item: QuizItem) -> None:
    """Take every line of an order back; the platform empties the other controls."""
    st.session_state.pop(f"{ORDER}{item.id}", None)


def _take_back(placed: list[str]) -> None:
    placed.pop()
