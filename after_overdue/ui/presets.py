"""Presets: an entry of a dated price list that sets the inputs of true cost."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from after_overdue.models.apr.case import AprPreset
from after_overdue.models.apr.words import AprWords
from after_overdue.ui.page_inputs import PageInputs

KEY = "apr.preset"
SAME = 1e-9
"""Fees nearer than this are the same fee."""


def is_left(inputs: PageInputs, entries: Sequence[AprPreset]) -> bool:
    """Return whether the inputs have moved away from the entry that set them."""
    chosen = {each.name: each for each in entries}.get(st.session_state.get(KEY) or "")
    return chosen is not None and not _holds(chosen, inputs)


def forget_left(inputs: PageInputs, entries: Sequence[AprPreset]) -> None:
    """Name no entry once the inputs have moved away from it."""
    if is_left(inputs, entries):
        st.session_state[KEY] = None


def preset_select(entries: Sequence[AprPreset], wording: AprWords) -> None:
    """Draw the list of price lists; the entry taken sets fee and months."""
    by_name = {each.name: each for each in entries}

    def take() -> None:
        taken = by_name.get(st.session_state[KEY] or "")
        if taken is None:
            return
        st.session_state["monthly_fee"] = taken.monthly_fee
        if taken.months is not None:
            st.session_state["months"] = taken.months

    st.selectbox(
        wording.say("preset"),
        list(by_name),
        index=None,
        format_func=lambda name: wording.preset(by_name[name]),
        key=KEY,
        on_change=take,
        placeholder=wording.say("preset_none"),
        help=wording.say("preset_help"),
    )


def _holds(entry: AprPreset, inputs: PageInputs) -> bool:
    months, fee = inputs.values["months"], inputs.values["monthly_fee"]
    return entry.months in (None, months) and abs(entry.monthly_fee - fee) < SAME
