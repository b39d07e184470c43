"""What each day overdue costs, and which risk class the loan falls into."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.penalty_interest import case as penalty_interest
from after_overdue.models.penalty_interest import result as penalty_answer
from after_overdue.models.penalty_interest.settings import settings_shown
from after_overdue.models.penalty_interest.working import day_working, examples
from after_overdue.models.registry import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = penalty_interest.NOUN

today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")

st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
notices, figure, answers, settings, details = (st.container() for _ in range(5))
answers.header(texts["answers"], anchor=False)
details.header(texts["working_title"], anchor=False)


@st.fragment
def case_told() -> None:
    """Answer, draw and work out the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    drawn = explore.picture_of(NOUN, inputs)
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        controls.control(inputs, "days", texts)
        elements.workings(texts["working_now"], [day_working(drawn.wording)])
        elements.whole_table(drawn, drawn.wording.table)


case_told()

with settings:
    inputs = page_inputs(MODELS[NOUN], today)
    case = penalty_interest.penalty_case(inputs.values, today)
    st.header(site["settings"], anchor=False)
    usual, rare = settings_shown(inputs.values)
    with st.container(border=True):
        controls.rows(inputs, usual, texts)
        with st.expander(texts["rare"]):
            controls.rows(inputs, rare, texts, {"on": case.on})

st.header(texts["examples_title"], anchor=False)
for lead, table in examples(locale(), today):
    st.markdown(lead)
    elements.table(table)
elements.claims(NOUN)
elements.sources(penalty_answer.numbers_used(case))
