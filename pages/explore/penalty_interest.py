"""What each day overdue costs, and which risk class the loan falls into."""

from datetime import date

import streamlit as st

from after_overdue.cases import penalty_answer, penalty_interest
from after_overdue.cases.models import MODELS
from after_overdue.cases.penalty_interest_figure import PenaltyChart, rates_of
from after_overdue.cases.penalty_interest_settings import settings_shown
from after_overdue.cases.penalty_interest_words import PenaltyWords
from after_overdue.cases.penalty_interest_working import day_working, examples
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import Chosen
from after_overdue.ui.page_inputs import page_inputs

NOUN = penalty_interest.NOUN

today = date.today()
said, site = speech().words(NOUN), speech().words("site")

st.title(said["title"])
st.markdown(said["lead"])
answers, settings, details = st.container(), st.container(), st.container()


@st.fragment
def case_told() -> None:
    """Answer, draw and work out the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    case = penalty_interest.penalty_case(inputs.held, today)
    told = PenaltyWords(case, speech())
    chart = PenaltyChart(case, speech(), inputs.high("days"))
    rates = rates_of(*inputs.steps(chart.slider))
    texts, now = chart.slider_texts(rates), told.slider_text()
    slider = explore.slider(inputs, chart.slider, texts, now)
    words = told.day_words(chart.last_day)
    chosen = Chosen("days", case.days, 0, words, chart.lines)
    live = explore.LivePage(NOUN, inputs, slider, chosen)
    with answers:
        elements.notices(inputs)
        st.header(said["answers"], anchor=False)
        elements.answers(told.answers())
        live.show(
            chart.figure(),
            headlines=told.headlines(),
            origin=told.origin(),
            resolved={"on": case.on},
        )
    with details:
        st.header(said["working_title"], anchor=False)
        controls.number(inputs, "days")
        elements.workings(said["working_now"], [day_working(told)])
        answer = penalty_answer.answer(case)
        elements.table_and_csv(answer, told.table, NOUN, today)
    live.hand_over(lambda: chart.paths(rates))


case_told()

with settings:
    inputs = page_inputs(MODELS[NOUN], today)
    case = penalty_interest.penalty_case(inputs.held, today)
    st.header(site["settings"], anchor=False)
    usual, rare = settings_shown(inputs.held)
    with st.container(border=True):
        controls.rows(inputs, usual, said)
        with st.expander(said["rare"]):
            controls.rows(inputs, rare, said, {"on": case.on})

st.header(said["examples_title"], anchor=False)
for lead, table in examples(speech(), today):
    st.markdown(lead)
    elements.table(table)
elements.claims(NOUN)
elements.sources(penalty_answer.numbers_used(case))
