"""What every Explore page draws: its live figure, and the answers below it."""

from __future__ import annotations

from typing import Any

from streamlit.delta_generator import DeltaGenerator

from after_overdue.cases.view import View
from after_overdue.models.registry import picture
from after_overdue.ui import elements, share
from after_overdue.ui.language import locale
from after_overdue.ui.live_figure import live_figure
from after_overdue.ui.page_inputs import PageInputs


def picture_of(noun: str, inputs: PageInputs) -> View[Any]:
    """Return the picture of what the reader asks of a page."""
    return picture(noun, inputs.values, inputs.today, locale())


def show(
    drawn: View[Any],
    inputs: PageInputs,
    notices: DeltaGenerator,
    figure: DeltaGenerator,
    answers: DeltaGenerator,
) -> None:
    """Draw the figure, then say the answers below it.

    What is to be said of the address stands above both. The browser begins to draw
    while the rest is still under way, and fetches every position of the slider
    afterwards, so that no answer waits for either.
    """
    draw(drawn, figure)
    with notices:
        elements.notices(inputs)
    with answers:
        elements.answers(drawn.answers)


def draw(drawn: View[Any], figure: DeltaGenerator) -> None:
    """Draw the figure of a case."""
    share.note(drawn)
    with figure:
        live_figure(drawn)
