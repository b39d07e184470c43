"""What every Explore page draws: its live figure, and the slider's paths behind it."""

from __future__ import annotations

from typing import Any

from after_overdue.cases.paths import offer
from after_overdue.cases.picture import Picture
from after_overdue.cases.pictures import picture
from after_overdue.ui import share
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import live_figure
from after_overdue.ui.page_inputs import PageInputs


def picture_of(noun: str, inputs: PageInputs) -> Picture[Any]:
    """Return the picture of what the reader asks of a page."""
    return picture(noun, inputs.held, inputs.today, speech())


def show(drawn: Picture[Any]) -> None:
    """Draw the figure, and offer every position of its slider.

    The browser fetches those afterwards, so that no answer waits for them.
    """
    offer(drawn.case_id, drawn.paths)
    share.note(drawn)
    live_figure(drawn)
