"""What three checkpoints do to a loan book, and what each of them is worth."""

from typing import Any

import streamlit as st

from after_overdue.cases.view import View
from after_overdue.models.loan_book import case as loan_book
from after_overdue.models.loan_book import frames as drawing
from after_overdue.models.loan_book.working import workings
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(loan_book.NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw the applicants and the checks; rates and money one step further away."""
    for name in drawing.SETTINGS:
        controls.control(inputs, name, texts)
    with st.container(horizontal=True):
        controls.control(inputs, "matrix", texts)
        controls.control(inputs, "loans", texts)
    with st.expander(texts["settings_rates"]):
        for name in ("weak_roll_odds", *loan_book.LADDER):
            controls.control(inputs, name, texts)
    with st.expander(texts["settings_book"]), st.container(horizontal=True):
        for name in ("loan_amount", "cost_per_check", "recovered_share"):
            controls.control(inputs, name, texts)


def working(inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw what is not in the model, and the moves of one month."""
    wording, month = drawn.wording, drawn.chosen.value if drawn.chosen else 0
    st.markdown(wording.caveat())
    controls.control(inputs, "chosen_month", texts)
    st.markdown(f"**{wording.say('label_moves', month=month)}**")
    explore.still(drawing.month_figure(wording, month), drawn, key="moves")
    elements.workings(wording.at(month), workings(wording, month))


explore.page(
    loan_book.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
)
