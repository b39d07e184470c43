"""The bar above every page: the name, which leads home, sharing and the language."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from after_overdue.ui import share
from after_overdue.ui.language import locale, switch_language
from after_overdue.ui.pages import home

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
        st.page_link(
            home(), label=texts["name"], query_params={"lang": locale().language}
        )
        share.share_button(page.url_path)
        st.button(
            texts["switch"],
            key="switch_language",
            help=texts["switch_help"],
            on_click=switch_language,
            type="tertiary",
        )
