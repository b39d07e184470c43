"""Controls: one for each kind of input, labelled and ranged by its parameter file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit as st
from babel.dates import get_month_names

from after_overdue.ui.language import speech
from after_overdue.ui.page_inputs import PageInputs

MOST_SEGMENTS = 3
"""More than these would not fit side by side on a phone."""


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
        on_change=inputs.moved,
    )


def number(inputs: PageInputs, name: str, *, empty: str = "") -> None:
    """Draw a field for a number that may be left empty; `empty` says what that is."""
    wanted: Any = inputs.wanted[name]
    st.number_input(
        inputs.label(name),
        wanted.low,
        wanted.high,
        value=None,
        step=1,
        key=name,
        help=inputs.note(name),
        on_change=inputs.moved,
        placeholder=empty or speech().words("site")["none"],
    )


def decimal(
    inputs: PageInputs, name: str, *, step: float, digits: int, empty: str = ""
) -> None:
    """Draw a field for a number with decimals; `empty` says what none given means."""
    wanted: Any = inputs.wanted[name]
    held: Any = inputs.held[name]
    st.session_state[name] = None if held is None else float(held)
    st.number_input(
        inputs.label(name),
        float(wanted.low),
        float(wanted.high),
        value=None,
        step=step,
        format=f"%.{digits}f",
        key=name,
        help=inputs.note(name),
        on_change=inputs.moved,
        placeholder=empty or speech().words("site")["none"],
    )


def choice(inputs: PageInputs, name: str, words: Any) -> None:  # noqa: ANN401
    """Draw segments of which one is chosen; pills where there are many."""
    options = inputs.wanted[name].options
    draw = st.segmented_control if len(options) <= MOST_SEGMENTS else st.pills
    draw(
        inputs.label(name),
        list(options),
        format_func=words.__getitem__,
        required=True,
        key=name,
        help=inputs.note(name),
        wrap=True,
        on_change=inputs.moved,
    )


def flag(inputs: PageInputs, name: str) -> None:
    """Draw a switch."""
    st.toggle(
        inputs.label(name),
        key=name,
        help=inputs.note(name),
        on_change=inputs.moved,
    )


def day(inputs: PageInputs, name: str, shown: date | None = None) -> None:
    """Draw a day; `shown` stands there as long as none is chosen."""
    wanted: Any = inputs.wanted[name]
    key = f"{name}.day"
    st.session_state[key] = inputs.held[name] or shown

    def take() -> None:
        st.session_state[name] = st.session_state[key]
        inputs.tell()

    st.date_input(
        inputs.label(name),
        min_value=date.fromisoformat(wanted.low),
        max_value=date.fromisoformat(wanted.high),
        format="YYYY-MM-DD",
        key=key,
        on_change=take,
        help=inputs.note(name),
    )


def control(
    inputs: PageInputs,
    name: str,
    words: Any,  # noqa: ANN401
    shown: date | None = None,
) -> None:
    """Draw the control that fits the kind of an input."""
    wanted = inputs.wanted[name]
    if wanted.kind == "choice":
        choice(inputs, name, words)
    elif wanted.kind == "flag":
        flag(inputs, name)
    elif wanted.kind == "date":
        day(inputs, name, shown)
    elif wanted.kind == "integer":
        number(inputs, name)
    elif wanted.kind == "number":
        decimal(inputs, name, step=100.0, digits=2)
    elif wanted.optional:
        step, empty = wanted.value.dated.step or 0.01, words.get(f"{name}_empty", "")
        decimal(inputs, name, step=step, digits=4, empty=empty)
    else:
        slider(inputs, name)


def rows(
    inputs: PageInputs,
    names: Iterable[Iterable[str]],
    words: Any,  # noqa: ANN401
    shown: Mapping[str, date] = MappingProxyType({}),
) -> None:
    """Draw the controls of inputs, those of a row side by side."""
    for row in names:
        with st.container(horizontal=True):
            for name in row:
                control(inputs, name, words, shown.get(name))


def choices(inputs: PageInputs, name: str, words: Any) -> None:  # noqa: ANN401
    """Draw pills of which several may be chosen."""
    st.pills(
        inputs.label(name),
        list(inputs.wanted[name].options),
        selection_mode="multi",
        format_func=words.__getitem__,
        key=name,
        wrap=True,
        help=inputs.note(name),
        on_change=inputs.moved,
    )


def month(inputs: PageInputs, name: str) -> None:
    """Draw a calendar month: its name and its year side by side."""
    said = speech().words("site")
    held: Any = inputs.held[name] or inputs.today
    wanted: Any = inputs.wanted[name]
    year_key, month_key = f"{name}.year", f"{name}.month"
    st.session_state[year_key], st.session_state[month_key] = held.year, held.month
    width: Any = said["month_names"]
    names = get_month_names(width, context="stand-alone", locale=speech().locale)

    def take() -> None:
        chosen = (st.session_state[year_key], st.session_state[month_key])
        st.session_state[name] = date(*chosen, 1)
        inputs.tell()

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
