"""What turns a sale into credit: the days between delivery and payment."""

from datetime import date

import streamlit as st

from after_overdue.cases import credit_lag
from after_overdue.cases.credit_lag_figure import lag_figure, lag_paths, lag_texts
from after_overdue.cases.credit_lag_words import CreditLagWords
from after_overdue.cases.models import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import speech
from after_overdue.ui.page_inputs import PageInputs, page_inputs

NOUN = credit_lag.NOUN
today = date.today()
said, site = speech().words(NOUN), speech().words("site")


def told_of(inputs: PageInputs) -> CreditLagWords:
    """Return the case in the reader's language."""
    return CreditLagWords(credit_lag.credit_lag_case(inputs.held, today), speech())


def live_page(inputs: PageInputs, told: CreditLagWords) -> explore.LivePage:
    """Return what can be moved in the figure."""
    texts = lag_texts(speech(), today)
    main = explore.slider(inputs, "lag_days", texts, told.slider_text())
    return explore.LivePage(NOUN, inputs, main)


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    told = told_of(inputs)
    with answers:
        elements.notices(inputs)
        st.header(said["answers"], anchor=False)
        elements.answers(told.answers())
        figure, headlines = lag_figure(told), told.headlines()
        live = live_page(inputs, told)
        live.show(figure, headlines=headlines, origin=told.origin())
    with details:
        st.header(said["working_title"], anchor=False)
        elements.working(told.working())
        answer = credit_lag.answer(told.case)
        elements.table_and_csv(answer, told.table, NOUN, today)
    live.hand_over(lambda: lag_paths(told, figure))


st.title(said["title"])
st.markdown(said["lead"])
answers, settings, details = st.container(), st.container(), st.container()
inputs = page_inputs(MODELS[NOUN], today)
case()
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    controls.decimal(inputs, "amount", step=100.0, digits=0)

told = told_of(inputs)
st.header(said["history_title"], anchor=False)
st.markdown(said["history_text"])
elements.answers(told.events())
with st.expander(said["history_sources"]):
    st.markdown(source_lines(told.event_citations()))
elements.claims(NOUN)
elements.sources(told.case.numbers.values())
