"""The live figure: one packaged component that draws every Explore figure.

The browser draws at once from answers that Python computed; Python hears what was
chosen once the hand rests. Where the component fails, the same figure is a plain
`st.plotly_chart`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from after_overdue.cases.json_bytes import json_bytes
from after_overdue.cases.view import Slider, View
from after_overdue.catalog.presets import presets
from after_overdue.figures.theme import ASSETS, PALETTES, Figure, painted
from after_overdue.sharing.sent_figure import preset_cases, sent_page, sent_still
from after_overdue.ui.number_field import field_key
from after_overdue.ui.packaged import packaged
from after_overdue.ui.typed import forget_typed

NAME = "live_figure"
NEVER = (None, -1.0)
"""What was told of what was never touched, and the moment."""
HTML = (ASSETS / "live_figure.html").read_text("utf-8")


def live_figure(drawn: View[Any]) -> None:
    """Draw the figure; what the reader chooses goes to the session state.

    Parameters
    ----------
    drawn : the case to draw; its noun is the key of the mount
    """
    key = drawn.noun
    if _failed(key):
        _plain_figure(drawn)
        return
    sent = sent_page(drawn)
    mount, slider = f"{key}.figure", drawn.slider
    takes: dict[str, Callable[[], None]] = {
        f"on_{slider.name}_change": partial(_take_slider, mount, slider)
    }
    if drawn.chosen:
        name = drawn.chosen.name
        takes[f"on_{name}_change"] = _taker(mount, name, name, slider.none)
    _component()(
        key=f"{key}.figure",
        data=json_bytes(sent),
        on_failed_change=_taker(f"{key}.figure", "failed", f"{key}.failed"),
        on_preset_change=partial(_take_chip, drawn),
        **takes,
    )


def still_figure(
    figure: Figure, *, name: str, words: Mapping[str, str], filename: str, key: str
) -> None:
    """Draw a figure in which nothing moves, large enough for the last row of a room.

    Parameters
    ----------
    name : accessible name
    words : of the buttons, and the line that a saved picture carries
    filename : of a saved picture
    key : of the mount
    """
    if _failed(key):
        _chart(figure)
        return
    sent = sent_still(figure, name=name, words=words, filename=filename)
    _component()(
        key=f"{key}.figure",
        data=json_bytes(sent),
        on_failed_change=_taker(f"{key}.figure", "failed", f"{key}.failed"),
    )


def _failed(key: str) -> bool:
    return bool(st.session_state.get(f"{key}.failed")) or "plain" in st.query_params


def _plain_figure(drawn: View[Any]) -> None:
    slider = drawn.slider
    if drawn.sentence:
        st.markdown("".join(text for text, _ in drawn.sentence))
    if slider.none:
        _plain_slider_with_none(drawn)
    else:
        value = type(slider.value)(drawn.asked.values[slider.name])
        st.session_state[slider.name] = value
        low, high = min(slider.min, value), max(slider.max, value)
        st.slider(slider.label, low, high, step=slider.step, key=slider.name)
    _chart(drawn.figure)
    _plain_chips(drawn)
    words = drawn.asked.locale.words("site")
    st.button(words["live_chart"], on_click=_live_again, args=(drawn.noun,))


def _plain_chips(drawn: View[Any]) -> None:
    with st.container(horizontal=True):
        for at, each in enumerate(presets(drawn.noun)):
            label, key = (
                each.label[drawn.asked.locale.language],
                f"{drawn.noun}.chip.{at}",
            )
            st.button(label, key=key, on_click=_take, args=(drawn, at))


def _take_chip(drawn: View[Any]) -> None:
    """Take the case of the chip that the mount reports, and what was moved after it."""
    told, slider = st.session_state[f"{drawn.noun}.figure"], drawn.slider
    at, moment = told["preset"]
    _take(drawn, at)
    if (told.get(slider.name) or NEVER)[1] >= moment:
        _taker(f"{drawn.noun}.figure", slider.name, slider.name, slider.none)()
    st.rerun()  # its settings stand outside the fragment of the figure


def _take(drawn: View[Any], at: int) -> None:
    """Put the case of a preset into the inputs."""
    forget_typed()
    st.session_state.update(preset_cases(drawn.noun, drawn.asked.today)[at])


def _plain_slider_with_none(drawn: View[Any]) -> None:
    """Draw the slider; its last position stands for no value."""
    slider = drawn.slider
    key = f"{drawn.noun}.plain"
    st.session_state[key] = slider.value

    def take() -> None:
        moved = st.session_state[key]
        st.session_state[slider.name] = None if moved == slider.max else moved

    st.slider(
        slider.label,
        slider.min,
        slider.max,
        step=slider.step,
        key=key,
        help=slider.word,
        on_change=take,
    )


def _chart(figure: Figure) -> None:
    theme = st.context.theme.type or "light"
    st.plotly_chart(
        painted(figure, PALETTES[theme]),
        alt=figure["layout"]["meta"]["alt"],
        config={"displayModeBar": False},
    )


def _live_again(key: str) -> None:
    st.session_state.pop(f"{key}.failed", None)
    st.query_params.pop("plain", None)


def _take_slider(mount: str, slider: Slider) -> None:
    """Take where the slider is now; the field that types it, if any, follows.

    Where a chip was pressed since, its case counts: both may be heard at once.
    """
    told = st.session_state[mount]
    if (told.get("preset") or NEVER)[1] > told[slider.name][1]:
        return
    _taker(mount, slider.name, slider.name, slider.none)()
    field = field_key(slider.name)
    if field in st.session_state:
        st.rerun(["case", field])


def _taker(mount: str, name: str, key: str, none: str = "") -> Callable[[], None]:
    """Return the callback that puts what `mount` reports as `name` under `key`.

    What is written as `none` is no value. The moment makes the same value news again,
    as something else may have changed it since.
    """

    def take() -> None:
        told, _moment = st.session_state[mount][name]
        st.session_state[key] = None if none and told == none else told

    return take


def register() -> None:
    """Make the component's files known, before a browser asks for them."""
    _component()


def _component() -> Callable[..., Any]:
    return packaged(NAME, ASSETS, html=HTML)
