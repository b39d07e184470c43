"""The bar above every page: the name, which leads home, search, sharing, language."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from after_overdue.catalog.files import next_language, own_name
from after_overdue.catalog.interface import words
from after_overdue.ui import share
from after_overdue.ui.language import locale, switch_language
from after_overdue.ui.pages import home, page_of

PLACES = {False: "bar", True: "bar_in_frame"}
"""Where it stands: over the platform's header, or as the first line in a frame."""


def bar(page: StreamlitPage) -> None:
    """Draw the bar above a page."""
    texts = locale().words("site")
    with st.container(
        key=PLACES[bool(st.context.is_embedded)],
        horizontal=True,
        vertical_alignment="center",
        gap="xsmall",
    ):
        language = {"lang": locale().language}
        st.page_link(home(locale()), label=texts["name"], query_params=language)
        if questions := page_of("questions", locale()):
            label, icon = texts["find"], ":material/search:"
            st.page_link(questions, label=label, icon=icon, query_params=language)
        share.share_button(page.url_path)
        other = next_language(locale().language)
        st.button(
            own_name(other),
            key="switch_language",
            help=words("site", other)["switch_help"],
            on_click=switch_language,
            type="tertiary",
        )
