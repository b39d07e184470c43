"""The control of a list of debts: three fields and a tick each, add and remove."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from after_overdue.cases.debts import PARTS, debt_of
from after_overdue.cases.refusals import number_refused, sentence
from after_overdue.ui.language import locale
from after_overdue.ui.number_field import Shown, Steps, field_key, number_field
from after_overdue.ui.page_inputs import PageInputs
from after_overdue.ui.typed import Typed, forget_typed, keep_typed, shown, typed_at
from after_overdue.written import PERCENT, read_number

SCALE = {"balance": 1, "rate": PERCENT, "least": 1}
"""What a part is multiplied with to be read and typed: a rate in per cent."""
UNITS = {"balance": "yuan", "rate": "percent", "least": "yuan"}
STEP = {"balance": 100.0, "rate": 0.5, "least": 50.0}
CENTS = 2


def debt_rows(inputs: PageInputs, name: str) -> None:
    """Draw the debts of an input, one below the other, as a phone has room for."""
    texts, entries = locale().words("debts"), list(inputs.values[name])
    low, high = inputs.inputs[name].value.dated.count or (1, 1)
    st.markdown(f"**{inputs.label(name)}**", help=inputs.note(name))
    for at, entry in enumerate(entries):
        with st.container(border=True):
            _row(inputs, name, at, entry, removable=len(entries) > low)

    def add() -> None:
        now = _standing(inputs, name)
        _set(inputs, name, [*now, now[-1]][:high])

    if len(entries) < high:
        st.button(texts["add"], key=f"{name}.add", on_click=add, icon=":material/add:")


def _row(
    inputs: PageInputs, name: str, at: int, entry: str, *, removable: bool
) -> None:
    """Draw one debt."""
    texts: Mapping[str, str] = locale().words("debts")
    debt: Any = debt_of(entry, {})
    late = f"{name}.{at}.late"
    st.session_state[late] = debt.late

    def change(**parts: Any) -> None:  # noqa: ANN401  # one part of a debt
        now = _standing(inputs, name)
        if at < len(now):
            here: Any = debt_of(now[at], {})
            now[at] = replace(here, **parts).written
        _set(inputs, name, now)

    def remove() -> None:
        forget_typed()
        now = _standing(inputs, name)
        _set(inputs, name, now[:at] + now[at + 1 :])

    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(texts["title"].format(number=at + 1), width="content")
        if removable:
            key = f"{name}.{at}.remove"
            st.button(texts["remove"], key=key, on_click=remove, type="tertiary")
    with st.container(horizontal=True):
        for part in PARTS:
            ends = (inputs.inputs[name].value.dated.parts or {})[part]
            _field(part, getattr(debt, part), ends, change, key=f"{name}.{at}.{part}")
    st.checkbox(
        texts["late"],
        key=late,
        on_change=lambda: change(late=st.session_state[late]),
    )


def _field(
    part: str,
    value: float,
    ends: Sequence[float],
    change: Callable[..., None],
    *,
    key: str,
) -> None:
    """Draw one part of a debt as a field."""
    label, scale = locale().words("debts")[part], SCALE[part]
    now, (low, high) = round(value * scale, CENTS), (each * scale for each in ends)

    def take(text: str) -> None:
        number = read_number(text, UNITS[part])
        refusal = number_refused(label, text, number, low=low, high=high)
        kept = now if number is None or refusal else round(float(number), CENTS)
        keep_typed(key, Typed(text, kept, refusal))
        change(**{part: round(kept / scale, 6)})

    said = locale().share(value) if scale == PERCENT else locale().yuan(value)
    looks = Shown(locale().exact(now), said, value=now)
    why = partial(sentence, language=locale().language, name=str, shown=looks.text)
    steps = Steps(STEP[part], low, high)
    looks = shown(typed_at(key, now), looks, why)
    number_field(label, looks, steps, key=field_key(key), take=take, width=180)


def _standing(inputs: PageInputs, name: str) -> list[str]:
    """Return the debts as they stand: what one control says may not be drawn yet."""
    return list(st.session_state.get(name) or inputs.values[name])


def _set(inputs: PageInputs, name: str, entries: list[str]) -> None:
    st.session_state[name] = entries
    inputs.tell()
