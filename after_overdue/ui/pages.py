"""The pages of the site, in the order of its menu."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from after_overdue.cases import score_recovery
from after_overdue.ui.language import speech

PAGES = Path(__file__).parents[2] / "pages"
EXPLORE = {score_recovery.NOUN: ":material/trending_up:"}


def page(folder: str, noun: str, icon: str, *, home: bool = False) -> StreamlitPage:
    """Return the page of a noun, titled in the reader's language."""
    said = speech().words(noun)
    path = PAGES / folder / f"{noun}.py"
    return st.Page(path, title=said["menu"], icon=icon, url_path=noun, default=home)


def navigation() -> StreamlitPage:
    """Return the page that the address asks for, and show the menu."""
    said = speech().words("site")
    explore = [page("explore", noun, icon) for noun, icon in EXPLORE.items()]
    return st.navigation(
        {
            said["name"]: [page("", "home", ":material/home:", home=True)],
            said["explore"]: explore,
        },
        position="hidden" if st.context.is_embedded else "sidebar",
    )
