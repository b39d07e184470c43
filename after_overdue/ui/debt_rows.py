"""The control of a list of debts: three fields and a tick each, add and remove."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from after_overdue.cases.debts import PARTS, Debt, debt_of
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs
from after_overdue.written import PERCENT

SCALE = {"balance": 1, "rate": PERCENT, "least": 1}
"""What a part is multiplied with to be read and typed: a rate in per cent."""
STEP = {"balance": 100.0, "rate": 0.5, "least": 50.0}


def debt_rows(inputs: PageInputs, name: str) -> None:
    """Draw the debts of an input, one below the other, as a phone has room for."""
    texts, entries = locale().words("debts"), list(inputs.values[name])
    low, high = inputs.inputs[name].value.dated.count or (1, 1)
    st.markdown(f"**{inputs.label(name)}**", help=inputs.note(name))
    for at, entry in enumerate(entries):
        with st.container(border=True):
            _row(inputs, name, at, entry, removable=len(entries) > low)

    def add() -> None:
        _set(inputs, name, [*entries, entries[-1]])

    if len(entries) < high:
        st.button(texts["add"], key=f"{name}.add", on_click=add, icon=":material/add:")


def _row(
    inputs: PageInputs, name: str, at: int, entry: str, *, removable: bool
) -> None:
    """Draw one debt."""
    texts, entries = locale().words("debts"), list(inputs.values[name])
    debt: Any = debt_of(entry, {})
    keys = {part: f"{name}.{at}.{part}" for part in (*PARTS, "late")}
    for part in PARTS:
        st.session_state[keys[part]] = round(getattr(debt, part) * SCALE[part], 4)
    st.session_state[keys["late"]] = debt.late

    def take() -> None:
        entries[at] = _typed(debt, keys).written
        _set(inputs, name, entries)

    def remove() -> None:
        _set(inputs, name, entries[:at] + entries[at + 1 :])

    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(texts["title"].format(number=at + 1), width="content")
        if removable:
            key = f"{name}.{at}.remove"
            st.button(texts["remove"], key=key, on_click=remove, type="tertiary")
    with st.container(horizontal=True):
        for part in PARTS:
            _field(inputs, name, part, keys[part], take)
    st.checkbox(texts["late"], key=keys["late"], on_change=take)


def _field(inputs: PageInputs, name: str, part: str, key: str, take: Any) -> None:  # noqa: ANN401
    """Draw one part of a debt as a field."""
    low, high = (inputs.inputs[name].value.dated.parts or {})[part]
    st.number_input(
        locale().words("debts")[part],
        float(low * SCALE[part]),
        float(high * SCALE[part]),
        step=STEP[part],
        format="%.2f",
        key=key,
        on_change=take,
        width=180,
    )


def _typed(debt: Debt, keys: dict[str, str]) -> Debt:
    """Return a debt as its fields hold it."""
    values = {part: st.session_state[keys[part]] / SCALE[part] for part in PARTS}
    rounded = {part: round(number, 6) for part, number in values.items()}
    return replace(debt, **rounded, late=st.session_state[keys["late"]])


def _set(inputs: PageInputs, name: str, entries: list[str]) -> None:
    st.session_state[name] = entries
    inputs.tell()
