"""Three clocks of an old debt: to sue, to enforce, and the mark."""

from typing import Any

import streamlit as st

from after_overdue.cases.view import View
from after_overdue.models.limitation.case import NOUN
from after_overdue.models.limitation.working import workings
from after_overdue.ui import controls, elements, explore, rows
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw the days of the debt, what happened since, and a judgment."""
    controls.rows(inputs, [["due_on", "paid_on"]], texts)
    controls.control(inputs, "events", texts)
    with st.expander(texts["judgment"]):
        controls.rows(inputs, [["perform_by", "judged"]], texts)


def working(_inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of each clock."""
    for lines in workings(drawn.wording):
        elements.working(lines)


explore.page(
    NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
)
rows.link("questions", texts["question_three"], q="gone-after-three-years")
rows.link("questions", texts["question_sued"], q="being-sued")
