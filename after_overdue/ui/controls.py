"""Controls: one for each kind of input, labelled and ranged by its parameter file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit as st

from after_overdue.cases.inputs import Input, InputValue
from after_overdue.cases.setting_words import (
    number_as_typed,
    option_word,
    said_back,
    takes_digits,
)
from after_overdue.ui.debt_rows import debt_rows
from after_overdue.ui.event_control import events
from after_overdue.ui.language import locale
from after_overdue.ui.number_field import Shown, Steps, field_key, number_field
from after_overdue.ui.page_inputs import PageInputs
from after_overdue.ui.typed import Typed, keep_typed, shown, typed_at
from after_overdue.written import month_of

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
    """Draw a field for a number, or for a month, as people write it.

    Parameters
    ----------
    empty : what it is called where it is left out, if it may be
    """
    key = field_key(name)
    input_ = inputs.inputs[name]

    def take(text: str) -> None:
        read, refusal = input_.read(text)
        kept = st.session_state[name] if refusal else read
        st.session_state[name] = kept
        keep_typed(name, Typed(text, kept, refusal))
        inputs.tell(key)

    def draw() -> None:
        number_field(
            inputs.label(name),
            _shown(inputs, name),
            _steps(input_),
            key=key,
            take=take,
            note=inputs.note(name) or "",
            empty=empty or (locale().words("site")["none"] if input_.optional else ""),
            digits=takes_digits(input_),
        )

    if inputs.moved:
        draw = st.fragment(draw, key=key)  # else it would not show what was read
    draw()


def typed(inputs: PageInputs, name: str, *, empty: str = "") -> None:
    """Draw a field for what the slider of the figure moves, and which it follows."""
    number(replace(inputs, moved=lambda *_: st.rerun()), name, empty=empty)


def _shown(inputs: PageInputs, name: str) -> Shown:
    """Return what the field of an input shows: what was typed, or its value."""
    input_, now = inputs.inputs[name], st.session_state[name]
    value = inputs.today if input_.kind == "month" and now is None else now
    written, wrote = number_as_typed(input_, value, locale()), typed_at(name, now)
    said = "" if wrote is None else said_back(input_, value, locale())
    why = replace(inputs, values={**inputs.values, name: now}).sentence
    return shown(wrote, Shown(written, said, value=_place(value)), why)


def _steps(input_: Input) -> Steps:
    """Return how − and + move an input."""
    counts = input_.kind in ("integer", "month")
    step = input_.value.dated.step or (1 if counts else YUAN_STEP)
    form: Any = input_.kind if input_.kind in ("share", "month") else "number"
    return Steps(step, _place(input_.low), _place(input_.high), form)


def _place(value: Any) -> Any:  # noqa: ANN401  # of a number or a month
    """Return where a value lies on the line that − and + go along."""
    if isinstance(value, str):
        value = month_of(value)
    return 12 * value.year + value.month - 1 if isinstance(value, date) else value


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
    elif kind in ("number", "month"):
        number(inputs, name, empty=words.get(f"{name}_empty", ""))
    else:
        {"slider": slider, "switch": flag}[str(kind)](inputs, name)


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
