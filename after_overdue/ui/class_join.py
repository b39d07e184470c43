"""How to join a class: the code, the link and the QR code, for the last row to read."""

from __future__ import annotations

from html import escape

import streamlit as st

from after_overdue.reading.plain import plain
from after_overdue.sharing.qr import qr_svg
from after_overdue.teaching.class_session import HostView
from after_overdue.teaching.join_codes import shown_join_code
from after_overdue.ui.class_room import HOST, JOIN, NOUN, address_of
from after_overdue.ui.language import locale

BOX_STYLE = "container-type: inline-size"
CODE_STYLE = (
    "font: 700 clamp(2.4rem, 15.5cqi, 11rem)/1.15 ui-monospace, Consolas, monospace; "
    "letter-spacing: 0.03em; margin: 0; white-space: nowrap"
)
PLACE_STYLE = (
    "font-size: clamp(1.1rem, 4.5cqi, 2.6rem); margin: 0; overflow-wrap: anywhere"
)
"""Sizes follow the width of the panel, not that of the screen."""


def join_panel(view: HostView) -> None:
    """Show the code huge beside the QR code."""
    texts = locale().words(NOUN)
    code, link = st.columns([3, 2], vertical_alignment="center")
    with code:
        st.header(texts["join_title"], anchor=False)
        place = address_of(JOIN).rpartition("://")[2]
        st.html(
            f'<div style="{BOX_STYLE}">'
            f'<p style="{PLACE_STYLE}">{escape(texts["join_at"])} '
            f"<strong>{escape(place)}</strong></p>"
            f'<p style="{CODE_STYLE}">{escape(shown_join_code(view.join_code))}</p>'
            "</div>"
        )
        named = view.scene.asks_name
        st.markdown(texts["join_how_named" if named else "join_how"])
    with link:
        qr_code(view)


def qr_code(view: HostView) -> None:
    """Show the QR code of the invitation, and its link to copy."""
    texts, link = locale().words(NOUN), invitation(view)
    st.image(qr_svg(link), width="stretch", alt=texts["qr"])
    st.caption(texts["link"])
    st.code(link, language=None, wrap_lines=True)


def invitation(view: HostView) -> str:
    """Return the link that lets a learner in without the code."""
    return address_of(f"{JOIN}/{view.join_secret}")


def join_line(view: HostView) -> None:
    """Show in one line where the class is, and how a latecomer joins it."""
    texts, scene = locale().words(NOUN), view.scene
    place = address_of(JOIN).rpartition("://")[2]
    step = texts["step_of"].format(
        number=min(scene.position + 1, scene.steps), steps=scene.steps
    )
    code = shown_join_code(view.join_code)
    joined = texts["join_line"].format(address=plain(place), code=code)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{plain(view.lesson.title)} · {step} · {joined}", width="stretch")
        with st.popover(texts["join_more"], icon=":material/qr_code_2:"):
            qr_code(view)


def host_link(secret: str) -> None:
    """Offer the host's own link, hidden until it is asked for."""
    texts = locale().words(NOUN)
    with st.popover(texts["host_link"], icon=":material/key:"):
        st.markdown(texts["host_link_about"])
        link = address_of(f"/{NOUN}?{HOST}={secret}")
        st.code(link, language=None, wrap_lines=True)


def wall_and_desk(secret: str, view: HostView) -> None:
    """Lead to the page for the projector, and to the trainer's own."""
    texts = locale().words(NOUN)
    wall = address_of(f"/wall/{view.scene.class_id}/{view.wall_key}/")
    desk = address_of(f"/desk/{secret}/")
    st.link_button(texts["wall"], wall, icon=":material/cast:")
    st.link_button(texts["desk"], desk, icon=":material/co_present:")
