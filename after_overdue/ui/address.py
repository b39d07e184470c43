"""The address: every control's value, read with care and written back.

The address is the truth when a reader arrives, or goes back and forth; between that
the controls are, and the address follows them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from after_overdue.cases.inputs import Input, InputValue
from after_overdue.settings import root_path
from after_overdue.ui.language import KEY as LANGUAGE

ROUTE = "route"
KEPT = frozenset({LANGUAGE, ROUTE, "plain"})
"""Parameters of the address that are no inputs of a page."""

CAME_FROM = "_came_from"
"""Where the session state keeps the page of the run before."""

Texts = dict[str, Sequence[str]]


def site_address() -> str:
    """Return the address of the site; its path alone, where it is not known."""
    split = urlsplit(st.context.url or "")
    server = f"{split.scheme}://{split.netloc}" if split.netloc else ""
    return f"{server}{root_path()}"


def asked_for() -> Texts:
    """Return what the address asks for."""
    return {
        name: st.query_params.get_all(name)
        for name in st.query_params
        if name not in KEPT
    }


def arrival(noun: str) -> Texts | None:
    """Return what the address asks for; None where the reader was here already."""
    asked = asked_for()
    written = st.session_state.get(_written(noun))
    returns = st.session_state.get(CAME_FROM) != noun and not asked
    if written is not None and (returns or asked == written):
        return None
    return asked


def note_page(noun: str) -> None:
    """Remember, as a run begins, which page the run before it showed."""
    st.session_state[CAME_FROM] = st.session_state.get("_page")
    st.session_state["_page"] = noun


def write_address(
    noun: str, inputs: Mapping[str, Input], values: Mapping[str, InputValue]
) -> None:
    """Bring the address to what the controls hold; starting values stay out of it."""
    texts = {
        name: each.write(values[name])
        for name, each in inputs.items()
        if values[name] != each.default
    }
    write_texts(noun, texts)


def without_starting_values(
    inputs: Mapping[str, Input], texts: Mapping[str, str]
) -> dict[str, str]:
    """Return the parameters of a link as the page will write them.

    A link that the page has to rewrite costs the reader a second step back.
    """
    return {
        name: text
        for name, text in texts.items()
        if inputs[name].read(text)[0] != inputs[name].default
    }


def write_texts(noun: str, texts: Mapping[str, str], *, always: bool = False) -> None:
    """Bring the address to `texts`, by name.

    Parameters
    ----------
    noun : the page
    texts : what the page holds, without starting values
    always : also where nothing changed; a link from a page to itself, which the
        browser follows without showing its address, needs that
    """
    st.session_state[_written(noun)] = {name: [text] for name, text in texts.items()}
    now = {name: st.query_params.get_all(name) for name in st.query_params}
    kept = {name: each[-1] for name, each in now.items() if name in KEPT}
    wished = kept | dict(texts)
    if always or now != {name: [text] for name, text in wished.items()}:
        st.query_params.from_dict(wished)


def _written(noun: str) -> str:
    return f"_address:{noun}"
