"""What turns a sale into credit: the days between delivery and payment."""

from typing import Any

import streamlit as st

from after_overdue.cases.view import View
from after_overdue.models.credit_lag import case as credit_lag
from after_overdue.models.credit_lag.working import working as steps
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(credit_lag.NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw what the thing is worth."""
    controls.control(inputs, "amount", texts)


def working(_inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of the area."""
    elements.working(steps(drawn.wording))


def basis(drawn: View[Any]) -> None:
    """Draw how old consumer credit is, and who says so."""
    st.header(texts["history_title"], anchor=False)
    st.markdown(texts["history_text"])
    elements.answers(drawn.wording.events())
    with st.expander(texts["history_sources"]):
        st.markdown(source_lines(drawn.wording.event_citations()))


explore.page(
    credit_lag.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
    basis=basis,
)
