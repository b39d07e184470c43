"""The reader's language: from the address, then the browser, switched in one click."""

from __future__ import annotations

import streamlit as st

from after_overdue.cases.locale import Locale
from after_overdue.catalog.files import LANGUAGES, language_named, next_language

KEY = "lang"


def locale() -> Locale:
    """Return the words of the language of this run."""
    return Locale(st.session_state[KEY])


def choose_language() -> str | None:
    """Settle the language of this run; return an asked-for one that is unknown."""
    asked = st.query_params.get(KEY)
    known = language_named(asked or "")
    if known:
        st.session_state[KEY] = known
    elif KEY not in st.session_state:
        st.session_state[KEY] = _of_the_browser()
    if asked != st.session_state[KEY]:
        st.query_params[KEY] = st.session_state[KEY]
    return None if known else asked


def switch_language() -> None:
    """Go on in the next language, on the same page with the same settings."""
    st.session_state[KEY] = next_language(st.session_state[KEY])
    st.query_params[KEY] = st.session_state[KEY]


def _of_the_browser() -> str:
    return language_named(st.context.locale or "") or LANGUAGES[0]
