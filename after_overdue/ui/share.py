"""Share: the link, the frame and the QR code of what a reader looks at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from after_overdue.cases.permalinks import query, versioned
from after_overdue.cases.view import View
from after_overdue.sharing.embed import CONTROLS, SIZE, SLIDE, THEME, THEMES, read_embed
from after_overdue.sharing.frame import Frame, figure_frame, page_frame
from after_overdue.sharing.qr import qr_svg
from after_overdue.ui.address import KEPT, site_address
from after_overdue.ui.class_room import HOST
from after_overdue.ui.copy_field import copy_field
from after_overdue.ui.language import locale

NOTED, OPENED = "_picture_to_share", "_page_to_share"
PRIVATE = ("class_session",)
"""Pages whose address is nobody else's business."""
FIGURE, PAGE = "figure", "page"
WHATS = (FIGURE, SLIDE, PAGE)
FILES = (("png", "png", "image"), ("handout", "pdf", "print"), ("svg", "svg", "shapes"))


def note(drawn: View[Any]) -> None:
    """Remember the picture that the page shows in this run."""
    st.session_state[NOTED] = drawn


def share_button(noun: str) -> None:
    """Draw the button that opens the dialog about a page."""
    st.session_state.pop(NOTED, None)
    if noun in PRIVATE:
        return
    texts = locale().words("share")
    st.button(
        texts["share"],
        key="share",
        icon=":material/share:",
        help=texts["help"],
        type="tertiary",
        on_click=_open,
        args=(noun,),
    )


def _open(noun: str) -> None:
    st.session_state[OPENED] = noun


def _close() -> None:
    st.session_state.pop(OPENED, None)


def share_dialog(noun: str) -> None:
    """Show the dialog about the page, as it stands in this run, where it is open.

    A run that the reader did not ask for, such as one on a slow first connection,
    leaves it open.
    """
    if st.session_state.get(OPENED) != noun:
        _close()
        return
    drawn: View[Any] | None = st.session_state.get(NOTED)
    settings = drawn.settings if drawn else _of_the_address()
    texts = locale().words("share")

    @st.dialog(texts["title"], width="medium", on_dismiss=_close)
    def dialog() -> None:
        link = {"lang": locale().language, **versioned(settings)}
        address = f"{site_address()}/{noun}?{query(link)}"
        name = locale().words("site")["name"]
        copy_field(texts["link"], address, key="share.link", title=name)
        if drawn:
            _files(drawn)
        _qr(address)
        with st.expander(texts["frame"]):
            _frame_codes(_frame(noun, settings, drawn))

    dialog()


def _of_the_address() -> dict[str, str]:
    asked = st.query_params.to_dict()
    return {name: text for name, text in asked.items() if name not in {*KEPT, HOST}}


def _frame(noun: str, settings: Mapping[str, str], drawn: View[Any] | None) -> Frame:
    """Return the frame that the reader chooses: of what, how it looks, what moves."""
    texts = locale().words("share")
    what = PAGE
    if drawn:
        what = st.segmented_control(
            texts["what"],
            WHATS,
            default=FIGURE,
            required=True,
            format_func=texts.__getitem__,
            key="share.what",
        )
    theme = st.segmented_control(
        texts["look"],
        ["", *THEMES],
        default="",
        required=True,
        format_func=lambda each: texts[each or "as_reader"],
        key="share.theme",
    )
    if what == PAGE or not drawn:
        return page_frame(noun, settings, locale(), theme or "")
    return _figure_frame(drawn, theme or "", SLIDE if what == SLIDE else "")


def _figure_frame(drawn: View[Any], theme: str, size: str) -> Frame:
    phrases, inputs = locale().words("share"), drawn.asked.inputs
    first = [drawn.slider.name, *([drawn.chosen.name] if drawn.chosen else [])]
    controls = st.multiselect(
        phrases["controls"],
        [*first, *(name for name in inputs if name not in first)],
        default=first,
        format_func=lambda name: inputs[name].value.parameter.label[locale().language],
        help=phrases["controls_help"],
        placeholder=phrases["no_controls"],
        key="share.controls",
    )
    given = {**drawn.settings, CONTROLS: ",".join(controls), THEME: theme, SIZE: size}
    texts = {name: [text] for name, text in given.items()}
    return figure_frame(read_embed(drawn.noun, texts, drawn.asked.today, locale()))


def _frame_codes(frame: Frame) -> None:
    texts = locale().words("share")
    if frame.fits:
        copy_field(texts["fitted"], frame.code(site_address()), key="share.fixed")
        return
    growing, fixed = frame.growing_code(site_address()), frame.code(site_address())
    copy_field(texts["growing"], growing, key="share.growing")
    label = texts["fixed"].format(height=frame.height)
    copy_field(label, fixed, key="share.fixed")


def _files(drawn: View[Any]) -> None:
    """Offer the picture to save, and the page to print, of the same case."""
    texts, asked = locale().words("share"), query(drawn.link)
    with st.container(horizontal=True):
        for name, form, icon in FILES:
            address = f"{site_address()}{drawn.files[form]}?{asked}"
            st.link_button(texts[name], address, icon=f":material/{icon}:")


def _qr(address: str) -> None:
    texts, drawing = locale().words("share"), qr_svg(address)
    st.image(drawing, width=200, alt=texts["qr_alt"])
    st.download_button(
        texts["qr_save"],
        drawing,
        file_name="after-overdue-qr.svg",
        mime="image/svg+xml",
        icon=":material/download:",
        on_click="ignore",
        key="share.qr",
    )
