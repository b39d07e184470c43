"""Controls: one for each kind of input, labelled and ranged by its parameter file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import streamlit as st
from babel.dates import get_month_names

from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.setting_words import option_word
from after_overdue.ui.debt_rows import debt_rows
from after_overdue.ui.event_control import events
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

YUAN_STEP = 100
"""What the buttons of a field for money add or take, yuan."""
MOST_SEGMENTS = 3
"""More than these would not fit side by side on a phone."""


def slider(inputs: PageInputs, name: str) -> None:
    """Draw a slider; shares are shown as per cent."""
    input_ = inputs.inputs[name]
    kind: Any = float if input_.kind in ("share", "number") else int
    low, high = kind(input_.low), kind(input_.high)
    st.session_state[name] = kind(inputs.values[name])
    st.slider(
        inputs.label(name),
        low,
        high,
        step=input_.value.dated.step or kind(1),
        format="percent" if input_.kind == "share" else None,
        key=name,
        help=inputs.note(name),
        on_change=inputs.moved,
    )


def number(inputs: PageInputs, name: str, *, empty: str = "") -> None:
    """Draw a field for a number that may be left empty; `empty` says what that is."""
    input_: Any = inputs.inputs[name]
    is_whole = input_.kind == "integer"
    kind: Any = int if is_whole else float
    value: Any = inputs.values[name]
    if not is_whole:
        st.session_state[name] = None if value is None else float(value)
    step = kind(input_.value.dated.step or (1 if is_whole else YUAN_STEP))
    st.number_input(
        inputs.label(name),
        kind(input_.low),
        kind(input_.high),
        value=None,
        step=step,
        format=None if is_whole else f"%.{_digits(input_)}f",
        key=name,
        help=inputs.note(name),
        on_change=inputs.moved,
        placeholder=empty or locale().words("site")["none"],
    )


def typed(inputs: PageInputs, name: str, *, empty: str = "") -> None:
    """Draw a field that types what the slider of the figure moves.

    Parameters
    ----------
    empty : what it is called where it is left out, if it may be
    """
    input_: Any = inputs.inputs[name]
    kind: Any = int if input_.kind == "integer" else float
    key, value = f"{name}.typed", inputs.values[name]
    st.session_state[key] = None if value is None else kind(value)

    def take() -> None:
        st.session_state[name] = st.session_state[key]
        inputs.tell()

    st.number_input(
        inputs.label(name),
        kind(input_.low),
        kind(input_.high),
        value=None,
        step=kind(input_.value.dated.step or (1 if kind is int else YUAN_STEP)),
        key=key,
        help=inputs.note(name),
        on_change=take,
        placeholder=empty or None,
    )


def _digits(input_: Input) -> int:
    """Return the decimals that a number is written with: those of its step."""
    step = input_.value.dated.step
    return 2 if step is None else max(0, -Decimal(str(step)).as_tuple().exponent)  # type: ignore[operator]  # a step is finite


def choice(inputs: PageInputs, name: str, words: Any) -> None:  # noqa: ANN401
    """Draw segments of which one is chosen; pills where there are many."""
    options = inputs.inputs[name].options
    draw = st.segmented_control if len(options) <= MOST_SEGMENTS else st.pills
    draw(
        inputs.label(name),
        list(options),
        format_func=lambda code: option_word(words, name, code),
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
    input_: Any = inputs.inputs[name]
    key = f"{name}.day"
    st.session_state[key] = inputs.values[name] or shown

    def take() -> None:
        st.session_state[name] = st.session_state[key]
        inputs.tell()

    st.date_input(
        inputs.label(name),
        min_value=date.fromisoformat(input_.low),
        max_value=date.fromisoformat(input_.high),
        format="YYYY-MM-DD",
        key=key,
        on_change=take,
        help=inputs.note(name),
    )


def choices(inputs: PageInputs, name: str, words: Any) -> None:  # noqa: ANN401
    """Draw pills of which several may be chosen."""
    st.pills(
        inputs.label(name),
        list(inputs.inputs[name].options),
        selection_mode="multi",
        format_func=lambda code: option_word(words, name, code),
        key=name,
        wrap=True,
        help=inputs.note(name),
        on_change=inputs.moved,
    )


def month(inputs: PageInputs, name: str) -> None:
    """Draw a calendar month: its name and its year side by side."""
    texts = locale().words("site")
    value: Any = inputs.values[name] or inputs.today
    input_: Any = inputs.inputs[name]
    year_key, month_key = f"{name}.year", f"{name}.month"
    st.session_state[year_key], st.session_state[month_key] = value.year, value.month
    width: Any = texts["month_names"]
    names = get_month_names(width, context="stand-alone", locale=locale().babel)

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
            texts["year"],
            int(input_.low[:4]),
            int(input_.high[:4]),
            key=year_key,
            on_change=take,
        )


def chips(name: str, offers: Iterable[tuple[str, InputValue]], title: str) -> None:
    """Draw buttons that set an input to a value each: its label and the value."""

    def take(value: InputValue) -> None:
        st.session_state[name] = value

    st.caption(title)
    with st.container(horizontal=True):
        for at, (label, value) in enumerate(offers):
            st.button(label, key=f"{name}.chip.{at}", on_click=take, args=(value,))


def control(
    inputs: PageInputs,
    name: str,
    words: Any,  # noqa: ANN401
    shown: date | None = None,
) -> None:
    """Draw the control that the parameter file of an input names.

    Parameters
    ----------
    words : of the page: what options, and a field left empty, are called
    shown : the day that stands where none is chosen
    """
    kind = inputs.inputs[name].value.parameter.control
    if kind in ("choice", "choices"):
        (choice if kind == "choice" else choices)(inputs, name, words)
    elif kind == "debts":
        debt_rows(inputs, name)
    elif kind == "day":
        day(inputs, name, shown)
    elif kind == "events":
        events(inputs, name, words)
    elif kind == "number":
        number(inputs, name, empty=words.get(f"{name}_empty", ""))
    else:
        {"slider": slider, "switch": flag, "month": month}[str(kind)](inputs, name)


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
