"""The pad on which a guess is drawn: by a finger, a mouse or keys, else in fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from after_overdue.cases.view import View
from after_overdue.figures.theme import ASSETS
from after_overdue.predictions.curves import Curve
from after_overdue.predictions.drawn import step_of_drawing
from after_overdue.predictions.pad import Drawing
from after_overdue.ui import elements, rows
from after_overdue.ui.address import without_starting_values
from after_overdue.ui.packaged import packaged

NAME = "draw_guess"
PAD = (ASSETS / f"{NAME}.html").read_text("utf-8")
COMMIT = '<button type="button" data-part="commit" disabled></button>'
HTML = f'<div class="draw">{PAD}{COMMIT}</div>'


def invitation(drawn: View[Any]) -> None:
    """Offer to draw a guess of the same loss, before it is seen again."""
    settings = {name: drawn.settings[name] for name in ("score_before", "points_lost")}
    step = step_of_drawing(without_starting_values(drawn.asked.inputs, settings))
    label = drawn.asked.locale.words(drawn.noun)["draw_link"]
    rows.link("predict", label, step=step)


def draw_guess(asked: Drawing, keep: Callable[[Curve], None], *, key: str) -> None:
    """Draw the pad, or where it cannot run a field for each point.

    Parameters
    ----------
    keep : is given the curve once it is committed to
    key : of the mount
    """
    if "plain" in st.query_params:
        _fields(asked, keep, key=key)
        return
    mount = f"{key}.{asked.locale.language}.figure"

    def take() -> None:
        curve, _ = st.session_state[mount]["drawn"]
        if asked.pad.accepts(curve):
            keep(curve)

    mounted = packaged(NAME, ASSETS, html=HTML)
    mounted(key=mount, data=asked.sent, on_drawn_change=take)


def _fields(asked: Drawing, keep: Callable[[Curve], None], *, key: str) -> None:
    """Draw a field for each point of the curve."""
    words = asked.locale.words("predict")
    with st.form(f"{key}.form", border=False, enter_to_submit=False):
        curve = [
            elements.typed_number(
                label, key=f"{key}.{at}", is_whole=asked.is_whole, unit=asked.unit
            )
            for at, label in enumerate(asked.labels)
        ]
        st.caption(words["range"].format(range=asked.range))
        pressed = st.form_submit_button(words["commit"], icon=":material/visibility:")
    if not pressed:
        return
    if asked.pad.accepts(curve):
        keep([float(each) for each in curve if each is not None])
        st.rerun()
    refusal = asked.locale.words("predictions")["nothing_given"]
    elements.warnings([refusal.format(range=asked.range)])
