"""The pages of the site, in the order of its menu."""

from __future__ import annotations

from functools import cache
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from after_overdue.cases.locale import Locale
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
FOLDERS = {"explore": EXPLORE, "answers": ANSWERS, "teach": TEACH}
"""The parts of the menu: where their pages lie, and what the pages are about."""
WIDE = frozenset({"", "class_session", *ANSWERS, *EXPLORE})
"""Pages with room for two columns, and the one that a room looks at."""


def layout_of(noun: str) -> Literal["centered", "wide"]:
    """Return how much of a screen a page takes."""
    return "wide" if noun in WIDE else "centered"


def page(
    folder: str, noun: str, icon: str, said: Locale, *, home: bool = False
) -> StreamlitPage:
    """Return the page of a noun, titled in a language."""
    title, path = said.words(noun)["menu"], PAGES / folder / f"{noun}.py"
    return st.Page(path, title=title, icon=icon, url_path=noun, default=home)


@cache
def page_of(noun: str, said: Locale) -> StreamlitPage | None:
    """Return the page of a noun, to link to and not to run; None where there is none.

    What runs a page writes into it; what only links to it can share it.
    """
    for folder, nouns in FOLDERS.items():
        if noun in nouns:
            return page(folder, noun, nouns[noun], said)
    return home(said) if noun in (HOME, HOME_PAGE) else None


def home(said: Locale) -> StreamlitPage:
    """Return the page that the site begins with."""
    return page("", HOME_PAGE, MODELS[HOME].icon, said, home=True)


def noun_of(shown: StreamlitPage) -> str:
    """Return the noun that a page is about; home has no name in its address."""
    return shown.url_path or HOME


def navigation() -> StreamlitPage:
    """Return the page that the address asks for, and show the menu."""
    said = locale()
    texts = said.words("site")
    menu = {
        texts[folder]: [page(folder, noun, icon, said) for noun, icon in nouns.items()]
        for folder, nouns in FOLDERS.items()
    }
    return st.navigation(
        {"": [home(said)], **menu},
        position="hidden" if st.context.is_embedded else "top",
    )
