"""Calls of collectors: what is ticked, which texts speak against it, the free routes.

Ticks live in the controls of the open page only: not in the address, not in a file.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from after_overdue.catalog.call_signs import (
    STRENGTHS,
    CallSign,
    Strength,
    call_signs,
)
from after_overdue.catalog.offer_signs import said_on
from after_overdue.teaching.exports.call_note import call_note
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale

NOUN = "call_check"


def ticked() -> dict[str, CallSign]:
    """Return the signs that are ticked in this run, by their slug."""
    signs = call_signs().signs.items()
    return {slug: sign for slug, sign in signs if st.session_state.get(f"call:{slug}")}


def verdict() -> str:
    """Return what the ticks of this run come to: how many, and the strongest text."""
    texts, found = locale().words(NOUN), ticked().values()
    if not found:
        return texts["nothing"]
    strongest = min((each.strongest for each in found), key=STRENGTHS.index)
    many = "ticked_one" if len(found) == 1 else "ticked_many"
    count = texts[many].format(count=len(found))
    return f"{count} {texts[f'strongest_{strongest}']}"


def signs(today: date) -> None:
    """Draw every sign to tick; below a tick stand the texts against it."""
    for slug, sign in call_signs().signs.items():
        label = said_on(sign.happened, locale().language, today)
        if st.checkbox(label, key=f"call:{slug}"):
            with st.container(border=True):
                _against(sign, today)


def _against(sign: CallSign, today: date) -> None:
    texts, language = locale().words(NOUN), locale().language
    for each in sign.against:
        breaks = said_on(each.breaks, language, today)
        st.markdown(f"**{_strength(each.strength)}**  \n{breaks}")
        st.markdown(source_lines(each.sources, small=True))
    values = call_signs().routes
    names = [said_on(values[slug].name, language, today) for slug in sign.routes]
    st.markdown(texts["route"].format(routes=texts["then"].join(names)))


def strengths() -> None:
    """Say what each strength of a text means, the strongest first."""
    texts = locale().words(NOUN)
    colon = locale().words("answers")["colon"]
    st.markdown(
        "\n".join(
            f"- **{_strength(each)}**{colon}{texts[f'means_{each}']}"
            for each in STRENGTHS
        )
    )


def routes(today: date) -> None:
    """List the free routes, each with its sources."""
    language = locale().language
    colon = locale().words("answers")["colon"]
    value = call_signs().routes.values()
    st.markdown(
        "\n".join(
            f"- **{said_on(each.name, language, today)}**{colon}"
            f"{said_on(each.does, language, today)}"
            for each in value
        )
    )
    cited = dict.fromkeys(source for each in value for source in each.sources)
    with st.expander(locale().words(NOUN)["routes_sources"]):
        st.markdown(source_lines(cited))


def note(today: date) -> None:
    """Offer the note to print: what is ticked, and blanks for a pen."""
    texts, found = locale().words(NOUN), ticked()
    if not found:
        st.caption(texts["note_nothing"])
        return
    with st.container(horizontal=True):
        day = st.date_input(
            texts["note_day"], value=None, max_value=today, format="YYYY-MM-DD"
        )
        hour = st.time_input(texts["note_hour"], value=None)
    st.download_button(
        texts["note_save"],
        lambda: call_note(
            tuple(found), day=day, hour=hour, today=today, locale=locale()
        ),
        file_name=texts["note_file"],
        mime="application/pdf",
        icon=":material/print:",
        on_click="ignore",
        key="call.note",
    )


def _strength(strength: Strength) -> str:
    return locale().words(NOUN)[f"strength_{strength}"]
