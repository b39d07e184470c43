"""How a score comes back: four readings, three clocks, and the working."""

from dataclasses import replace
from typing import Any

import streamlit as st

from after_overdue.cases.view import View
from after_overdue.models.score_recovery import case as score_recovery
from after_overdue.models.score_recovery.working import workings
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.draw_guess import invitation
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(score_recovery.NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw the score, its months and its readings; they rerun the case alone."""
    inputs = replace(inputs, moved=lambda *fields: st.rerun(["case", *fields]))
    controls.rows(inputs, score_recovery.SETTINGS, texts)


def working(inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of one month, reading by reading."""
    wording, month = drawn.wording, drawn.chosen.value if drawn.chosen else 0
    controls.control(inputs, "chosen_month", texts)
    elements.workings(wording.at(month), workings(wording, month))


def basis(_drawn: View[Any]) -> None:
    """Draw what backs each reading."""
    st.markdown(texts["readings_text"])


explore.page(
    score_recovery.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
    basis=basis,
    invitation=invitation,
)
