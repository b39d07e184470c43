"""The pages of the site, in the order of its menu."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from after_overdue.cases.model import HOME_PAGE
from after_overdue.catalog.files import PAGES
from after_overdue.models.registry import HOME, MODELS
from after_overdue.ui.language import locale

ANSWERS = {
    "questions": ":material/help:",
    "claims": ":material/fact_check:",
    "glossary": ":material/dictionary:",
    "sources": ":material/library_books:",
    "offer_check": ":material/gpp_maybe:",
    "call_check": ":material/phone_missed:",
}
EXPLORE = {slug: model.icon for slug, model in MODELS.items() if slug != HOME}
TEACH = {
    "class_session": ":material/groups:",
    "predict": ":material/psychology_alt:",
    "quiz": ":material/quiz:",
    "take_away": ":material/download:",
}
WIDE = frozenset({"", "class_session", *ANSWERS, *EXPLORE})
"""Pages with room for two columns, and the one that a room looks at."""


def layout_of(noun: str) -> Literal["centered", "wide"]:
    """Return how much of a screen a page takes."""
    return "wide" if noun in WIDE else "centered"


def page(folder: str, noun: str, icon: str, *, home: bool = False) -> StreamlitPage:
    """Return the page of a noun, titled in the reader's language."""
    texts = locale().words(noun)
    path = PAGES / folder / f"{noun}.py"
    return st.Page(path, title=texts["menu"], icon=icon, url_path=noun, default=home)


def page_of(noun: str) -> StreamlitPage | None:
    """Return the page of a noun, to link to; None where the site has none."""
    for folder, nouns in (
        ("explore", EXPLORE),
        ("answers", ANSWERS),
        ("teach", TEACH),
    ):
        if noun in nouns:
            return page(folder, noun, nouns[noun])
    return home() if noun in (HOME, HOME_PAGE) else None


def home() -> StreamlitPage:
    """Return the page that the site begins with."""
    return page("", HOME_PAGE, MODELS[HOME].icon, home=True)


def noun_of(shown: StreamlitPage) -> str:
    """Return the noun that a page is about; home has no name in its address."""
    return shown.url_path or HOME


def navigation() -> StreamlitPage:
    """Return the page that the address asks for, and show the menu."""
    texts = locale().words("site")
    explore = [page("explore", noun, icon) for noun, icon in EXPLORE.items()]
    return st.navigation(
        {
            "": [home()],
            texts["explore"]: explore,
            texts["answers"]: [
                page("answers", noun, icon) for noun, icon in ANSWERS.items()
            ],
            texts["teach"]: [page("teach", noun, icon) for noun, icon in TEACH.items()],
        },
        position="hidden" if st.context.is_embedded else "top",
    )
