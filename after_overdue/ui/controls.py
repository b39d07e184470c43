"""Controls: one for each kind of input, labelled and ranged by its parameter file."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st
from babel.dates import get_month_names

from after_overdue.ui.language import speech
from after_overdue.ui.page_inputs import PageInputs


def slider(inputs: PageInputs, name: str) -> None:
    """Draw a slider; shares are shown as per cent."""
    wanted = inputs.wanted[name]
    kind: Any = float if wanted.kind in ("share", "number") else int
    low, high = kind(wanted.low), kind(wanted.high)
    st.session_state[name] = kind(inputs.held[name])
    st.slider(
        inputs.label(name),
        low,
        high,
        step=wanted.value.dated.step or kind(1),
        format="percent" if wanted.kind == "share" else None,
        key=name,
        help=inputs.note(name),
    )


def number(inputs: PageInputs, name: str) -> None:
    """Draw a field for a number that may be left empty."""
    wanted: Any = inputs.wanted[name]
    st.number_input(
        inputs.label(name),
        wanted.low,
        wanted.high,
        value=None,
        step=1,
        key=name,
        help=inputs.note(name),
        placeholder=speech().words("site")["none"],
    )


def choices(inputs: PageInputs, name: str, words: Any) -> None:  # noqa: ANN401
    """Draw pills of which several may be chosen."""
    st.pills(
        inputs.label(name),
        list(inputs.wanted[name].options),
        selection_mode="multi",
        format_func=words.__getitem__,
        key=name,
        help=inputs.note(name),
    )


def month(inputs: PageInputs, name: str) -> None:
    """Draw a calendar month: its name and its year side by side."""
    said = speech().words("site")
    held: Any = inputs.held[name] or inputs.today
    wanted: Any = inputs.wanted[name]
    year_key, month_key = f"{name}.year", f"{name}.month"
    st.session_state[year_key], st.session_state[month_key] = held.year, held.month
    names = get_month_names("wide", context="stand-alone", locale=speech().locale)

    def take() -> None:
        chosen = (st.session_state[year_key], st.session_state[month_key])
        st.session_state[name] = date(*chosen, 1)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            inputs.label(name),
            list(names),
            format_func=names.__getitem__,
            key=month_key,
            on_change=take,
            help=inputs.note(name),
        )
        st.number_input(
            said["year"],
            int(wanted.low[:4]),
            int(wanted.high[:4]),
            key=year_key,
            on_change=take,
        )
