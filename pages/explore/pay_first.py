"""Which of several debts to pay first: one budget, three orders."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.pay_first import case as pay_first
from after_overdue.models.pay_first.working import workings
from after_overdue.models.registry import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = pay_first.NOUN
today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    drawn = explore.picture_of(NOUN, inputs)
    explore.show(drawn, inputs, notices, figure, answers)
    with budget:
        controls.typed(inputs, "budget")
    with details:
        elements.workings(texts["working_now"], workings(drawn.wording))
        elements.whole_table(drawn, drawn.wording.table)


st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
notices, figure, answers, budget, settings, details = (st.container() for _ in range(6))
answers.header(texts["answers"], anchor=False)
details.header(texts["working_title"], anchor=False)
case()
inputs = page_inputs(MODELS[NOUN], today)
with settings:
    st.header(site["settings"], anchor=False)
    controls.control(inputs, "debts", texts)
elements.claims(NOUN)
elements.sources(pay_first.pay_first_case(inputs.values, today).numbers.values())
