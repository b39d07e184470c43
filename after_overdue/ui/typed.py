"""What was typed into a field, which stays there while its value stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from after_overdue.cases.inputs import InputValue, Refusal
from after_overdue.ui.number_field import Shown

TYPED = "_typed"
"""Where the session state keeps what was typed on this page, by field."""


@dataclass(frozen=True)
class Typed:
    """What was typed into a field.

    Attributes
    ----------
    text : as it was typed
    value : what the page holds since: what was read, or what it held before
    refusal : why the text could not be used, where it could not
    """

    text: str
    value: InputValue
    refusal: Refusal | None = None


def keep_typed(field: str, typed: Typed) -> None:
    """Keep what was typed into a field."""
    st.session_state.setdefault(TYPED, {})[field] = typed


def typed_at(field: str, value: InputValue) -> Typed | None:
    """Return what was typed into a field; None where its value is another by now."""
    typed: Typed | None = st.session_state.get(TYPED, {}).get(field)
    return typed if typed and typed.value == value else None


def shown(typed: Typed | None, now: Shown, why: Callable[[Refusal], str]) -> Shown:
    """Return what a field shows: what was typed, and what came of it.

    Parameters
    ----------
    now : what its value looks like, as we write it and in words
    why : says a refusal
    """
    if typed is None or typed.text.strip() == now.text:
        return replace(now, said="")
    if typed.refusal:
        return replace(now, text=typed.text, said="", refused=why(typed.refusal))
    return replace(now, text=typed.text)


def forget_typed() -> None:
    """Show every field as the page writes it: its case comes from elsewhere."""
    st.session_state.pop(TYPED, None)
