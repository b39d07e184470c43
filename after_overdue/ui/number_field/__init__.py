"""A number field: takes a number as people write it, and says what was read.

The platform's own field for numbers takes digits alone, and its field for text has
neither − and + nor a place for what was read. This one shows text, and Python reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from after_overdue.cases.json_bytes import json_bytes
from after_overdue.reading.plain import plain
from after_overdue.ui.language import locale
from after_overdue.ui.packaged import packaged
from after_overdue.written import LONGEST_NUMBER

NAME = "number_field"
HTML = """<div class="number">
<div class="head">
  <label for="typed" data-part="label"></label>
  <button type="button" popovertarget="note" popovertargetaction="show"
    data-part="help">?</button>
  <div popover id="note" data-part="note"></div>
  <output for="typed" data-part="said"></output>
</div>
<div class="box">
  <input id="typed" type="text" maxlength="40" autocomplete="off" spellcheck="false"
    aria-describedby="refused" data-part="typed">
  <button type="button" data-part="less">−</button>
  <button type="button" data-part="more">+</button>
</div>
<p id="refused" role="alert" data-part="refused"></p>
</div>"""
ASSETS = Path(__file__).parent / "assets"
REST_MS = 250
"""A button or key held down is heard of once, when it rests; a form waits anyway."""


@dataclass(frozen=True)
class Shown:
    """What a field shows.

    Attributes
    ----------
    text : what stands in it
    said : the number in words, where the text is not how we write it ourselves
    refused : why the text could not be used, in one sentence; empty where it was
    value : what − and + go on from: the last number that could be used
    """

    text: str
    said: str = ""
    refused: str = ""
    value: float | None = None


@dataclass(frozen=True)
class Steps:
    """How − and + move a number.

    Attributes
    ----------
    step : what they add; none where there are no such buttons
    form : how the number is written meanwhile; a month counts from the year 0
    """

    step: float | None = None
    low: float | None = None
    high: float | None = None
    form: Literal["number", "share", "month"] = "number"


def number_field(
    label: str,
    shown: Shown,
    steps: Steps,
    *,
    key: str,
    take: Callable[[str], None] | None = None,
    note: str = "",
    empty: str = "",
    digits: bool = False,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    """Draw a field for a number.

    Parameters
    ----------
    take : is given what was typed, once it is committed; none in a form, which sends it
    note : what is to be known about it
    empty : what an empty field says
    digits : whether digits suffice, so that a phone offers a keypad of digits
    """

    def heard() -> None:
        if take:
            take(typed_in(key)[0][:LONGEST_NUMBER])

    if _is_plain():
        callback = heard if take else None
        _plain_field(label, shown, key=_plain_key(key), callback=callback, note=note)
        return
    sent = {
        **vars(shown),
        **vars(steps),
        **_words(label, note),
        "empty": empty,
        "keys": "numeric" if digits else "text",
        "at": typed_in(key)[1],
        "rest": REST_MS if take else 0,
    }
    packaged(NAME, ASSETS, html=HTML)(
        key=key, data=json_bytes(sent), on_typed_change=heard, width=width
    )


def _words(label: str, note: str) -> dict[str, str]:
    """Return what a field is called, and its buttons."""
    words, figure = locale().words("number_field"), locale().words("figure")
    return {
        "label": label,
        "note": note,
        "about": words["about"].format(label=label) if note else "",
        "less": f"{figure['less']}{words['colon']}{label}",
        "more": f"{figure['more']}{words['colon']}{label}",
    }


def _plain_field(
    label: str,
    shown: Shown,
    *,
    key: str,
    callback: Callable[[], None] | None,
    note: str,
) -> None:
    """Draw the platform's own field for text, and below it what was read."""
    st.session_state[key] = shown.text
    st.text_input(label, key=key, on_change=callback, help=note or None)
    st.caption(plain(shown.refused or shown.said))


def field_key(name: str) -> str:
    """Return the key of the field for what goes by a name."""
    return f"{name}.field"


def typed_in(key: str) -> tuple[str, float]:
    """Return what was last typed into a field that is drawn, and when; 0 for never."""
    if _is_plain():
        text = st.session_state.get(_plain_key(key))
        return text or "", 0 if text is None else 1
    state: Any = st.session_state.get(key) or {}
    match state.get("typed"):
        case [str(text), int() | float() as at]:
            return text, at
    return "", 0


def _is_plain() -> bool:
    """Return whether the page does without scripts of ours: a field is text alone."""
    return "plain" in st.query_params


def _plain_key(key: str) -> str:
    return f"{key}.plain"
