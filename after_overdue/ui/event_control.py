"""The control of events: a row of kind and day for each, one button to add another."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from after_overdue.cases.events import MOST_EVENTS, event_day
from after_overdue.cases.setting_words import option_word
from after_overdue.ui.page_inputs import PageInputs


def events(inputs: PageInputs, name: str, words: Any) -> None:  # noqa: ANN401
    """Draw each event as a row that can be changed or taken away, and add to them."""
    value = [str(each) for each in inputs.values[name] or ()]
    st.markdown(f"**{inputs.label(name)}**", help=inputs.note(name))
    for at in range(len(value)):
        _row(inputs, name, words, value, at)
    st.button(
        words["events_add"],
        icon=":material/add:",
        key=f"{name}.add",
        disabled=len(value) >= MOST_EVENTS,
        on_click=_add,
        args=(inputs, name, value),
    )


def _row(
    inputs: PageInputs,
    name: str,
    words: Any,  # noqa: ANN401
    values: list[str],
    at: int,
) -> None:
    input_: Any = inputs.inputs[name]
    kind_key, day_key = f"{name}.{at}.kind", f"{name}.{at}.day"
    st.session_state[kind_key] = values[at].partition(":")[0]
    st.session_state[day_key] = event_day(values[at])
    of = {"number": at + 1}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            words["events_kind"].format(**of),
            input_.options,
            format_func=lambda code: option_word(words, name, code),
            key=kind_key,
            on_change=_change,
            args=(inputs, name, values, at),
        )
        st.date_input(
            words["events_day"].format(**of),
            min_value=date.fromisoformat(input_.low),
            max_value=date.fromisoformat(input_.high),
            format="YYYY-MM-DD",
            key=day_key,
            on_change=_change,
            args=(inputs, name, values, at),
        )
        st.button(
            words["events_remove"].format(**of),
            icon=":material/close:",
            key=f"{name}.{at}.remove",
            on_click=_hold,
            args=(inputs, name, [*values[:at], *values[at + 1 :]]),
        )


def _change(inputs: PageInputs, name: str, values: list[str], at: int) -> None:
    kind, day = (st.session_state[f"{name}.{at}.{part}"] for part in ("kind", "day"))
    changed = f"{kind}:{(day or event_day(values[at])).isoformat()}"
    _hold(inputs, name, [*values[:at], changed, *values[at + 1 :]])


def _add(inputs: PageInputs, name: str, values: list[str]) -> None:
    options = inputs.inputs[name].options
    fresh = (f"{each}:{inputs.today.isoformat()}" for each in options)
    _hold(inputs, name, [*values, *[each for each in fresh if each not in values][:1]])


def _hold(inputs: PageInputs, name: str, events: list[str]) -> None:
    """Keep the events, the earliest first, each once."""
    st.session_state[name] = sorted(dict.fromkeys(events), key=event_day) or None
    inputs.tell()
