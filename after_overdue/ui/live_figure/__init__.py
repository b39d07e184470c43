"""The live figure: one packaged component that draws every Explore figure.

The browser draws at once from answers that Python computed; Python hears what was
chosen once the hand rests. Where the component fails, the same figure is a plain
`st.plotly_chart`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import (
    get_bidi_component_manager,
)
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from after_overdue.figures.theme import PALETTES, PLOTLY_URL, Figure, painted

PACKAGE = "after-overdue"
NAME = "live_figure"
QUALIFIED = f"{PACKAGE}.{NAME}"
HTML = '<div class="live-figure"></div>'


@dataclass(frozen=True)
class Slider:
    """The main slider of a page, which lives inside the figure.

    Attributes
    ----------
    name : the input it moves
    texts : its value with unit, in words, one a position
    now : its value in words where it stands between two positions
    """

    name: str
    label: str
    min: float
    max: float
    step: float
    value: float
    texts: Sequence[str]
    now: str = ""


@dataclass(frozen=True)
class Chosen:
    """The place on the time axis that the reader looks at in detail.

    Attributes
    ----------
    name : the input it moves
    value, min : whole numbers on the axis; the lines start at `min`
    words : how each place is called, from `min` on
    lines : uids of the lines that carry a marker there
    """

    name: str
    value: int
    min: int
    words: Sequence[str]
    lines: Sequence[str]


@dataclass(frozen=True)
class Shown:
    """What the live figure shows in this run.

    Attributes
    ----------
    figure : Plotly figure with colours by meaning; with a trace ``chosen`` and a
        shape ``chosen`` where a place can be chosen
    name : accessible name
    headlines : label and value of each key number
    words : of the buttons
    link : query string of a link with every value
    filename : of the pictures
    paths_id : name of the case whose paths the slider may use
    """

    figure: Figure
    name: str
    headlines: Sequence[tuple[str, str]]
    words: Mapping[str, str]
    link: str
    filename: str
    slider: Slider | None = None
    chosen: Chosen | None = None
    paths_id: str = ""


def live_figure(shown: Shown, *, key: str) -> None:
    """Draw the figure; what the reader chooses goes to the session state.

    Parameters
    ----------
    shown : everything to draw
    key : of the mount; the page's noun
    """
    if _failed(key):
        _plain_figure(shown)
        return
    sent = _light(shown) | {
        "palettes": PALETTES,
        "plotly": PLOTLY_URL,
    }
    names = [each.name for each in (shown.slider, shown.chosen) if each]
    takes: dict[str, Callable[[], None]] = {
        f"on_{name}_change": _taker(f"{key}.figure", name, name) for name in names
    }
    _component()(
        key=f"{key}.figure",
        data=json.dumps(sent, ensure_ascii=False).encode(),
        on_failed_change=_taker(f"{key}.figure", "failed", f"{key}.failed"),
        **takes,
    )


def _light(shown: Shown) -> dict[str, Any]:
    """Return what is drawn now; the words of other places travel with the paths."""
    sent = dict(vars(shown))
    for each, words in (("slider", "texts"), ("chosen", "words")):
        moved = sent[each]
        if moved:
            light = {key: held for key, held in vars(moved).items() if key != words}
            counted = {"word": shown_word(moved), "count": len(getattr(moved, words))}
            sent[each] = light | counted
    return sent


def shown_word(moved: Slider | Chosen) -> str:
    """Return how the present place of a slider or of the axis is called."""
    if isinstance(moved, Chosen):
        return moved.words[moved.value - moved.min]
    return moved.now or moved.texts[round((moved.value - moved.min) / moved.step)]


def _failed(key: str) -> bool:
    return bool(st.session_state.get(f"{key}.failed")) or "plain" in st.query_params


def _plain_figure(shown: Shown) -> None:
    theme = st.context.theme.type or "light"
    if shown.slider:
        slider = shown.slider
        st.session_state[slider.name] = slider.value
        st.slider(
            slider.label, slider.min, slider.max, step=slider.step, key=slider.name
        )
    st.plotly_chart(
        painted(shown.figure, PALETTES[theme]),
        alt=shown.figure["layout"]["meta"]["alt"],
        config={"displayModeBar": False},
    )


def _taker(mount: str, name: str, key: str) -> Callable[[], None]:
    """Return the callback that puts what `mount` reports as `name` under `key`."""

    def take() -> None:
        st.session_state[key] = st.session_state[mount][name]

    return take


def register() -> None:
    """Make the component's files known, before a browser asks for them."""
    _component()


def _component() -> Callable[..., Any]:
    return _mount(get_bidi_component_manager())


@lru_cache(maxsize=4)
def _mount(manager: BidiComponentManager) -> Callable[..., Any]:
    """Return the mount; the server learns of the package where it has not yet."""
    if manager.get_component_path(QUALIFIED) is None:
        config = ComponentConfig(NAME, "assets")
        manifest = ComponentManifest(PACKAGE, "1", [config])
        manager.register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(
        QUALIFIED, html=HTML, js="live_figure.js", css="live_figure.css"
    )
