"""Offers of repair: what is ticked, what speaks against it, and the official routes.

Ticks live in the controls of the open page only: not in the address, not in a file.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from after_overdue.catalog.offer_signs import offer_signs, said_on
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale


def verdict() -> str:
    """Return what the ticks of this run come to, in a sentence or two."""
    texts = locale().words("offer_check")
    ticked = [slug for slug in offer_signs().signs if st.session_state.get(_key(slug))]
    if not ticked:
        return texts["nothing"]
    many = "ticked_one" if len(ticked) == 1 else "ticked_many"
    return texts[many].format(count=len(ticked))


def signs(today: date) -> None:
    """Draw every sign to tick; below a tick stands what it breaks, with its source."""
    texts, language = locale().words("offer_check"), locale().language
    for slug, sign in offer_signs().signs.items():
        if st.checkbox(said_on(sign.offer, language, today), key=_key(slug)):
            breaks = said_on(sign.breaks, language, today)
            with st.container(border=True):
                st.markdown(texts["against"].format(breaks=breaks))
                st.markdown(source_lines(sign.sources, small=True))


def routes(today: date) -> None:
    """List the official ways that need no agent, each with its sources."""
    language = locale().language
    colon = locale().words("answers")["colon"]
    value = offer_signs().routes.values()
    st.markdown(
        "\n".join(
            f"- **{said_on(each.name, language, today)}**{colon}"
            f"{said_on(each.does, language, today)}"
            for each in value
        )
    )
    cited = dict.fromkeys(source for each in value for source in each.sources)
    with st.expander(locale().words("offer_check")["routes_sources"]):
        st.markdown(source_lines(cited))


def _key(slug: str) -> str:
    return f"offer:{slug}"
