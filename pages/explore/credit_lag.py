"""What turns a sale into credit: the days between delivery and payment."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.credit_lag import case as credit_lag
from after_overdue.models.credit_lag.words import CreditLagWords
from after_overdue.models.credit_lag.working import working
from after_overdue.models.registry import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = credit_lag.NOUN
today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    drawn = explore.picture_of(NOUN, inputs)
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        elements.working(working(drawn.wording))
        elements.whole_table(drawn, drawn.wording.table)


st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
notices, figure, answers, settings, details = (st.container() for _ in range(5))
answers.header(texts["answers"], anchor=False)
details.header(texts["working_title"], anchor=False)
inputs = page_inputs(MODELS[NOUN], today)
case()
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    controls.control(inputs, "amount", texts)

wording = CreditLagWords(credit_lag.credit_lag_case(inputs.values, today), locale())
st.header(texts["history_title"], anchor=False)
st.markdown(texts["history_text"])
elements.answers(wording.events())
with st.expander(texts["history_sources"]):
    st.markdown(source_lines(wording.event_citations()))
elements.claims(NOUN)
elements.sources(wording.case.numbers.values())
