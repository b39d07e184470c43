"""What the credit report shows of one overdue, month by month, until it is deleted."""

from dataclasses import replace
from datetime import date

import streamlit as st

from after_overdue.cases import credit_record
from after_overdue.cases.credit_record_figure import RecordChart
from after_overdue.cases.credit_record_working import month_working
from after_overdue.cases.models import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import Chosen
from after_overdue.ui.page_inputs import page_inputs

NOUN = credit_record.NOUN
PAGE = replace(MODELS[NOUN], wanted=credit_record.page_wanted)

today = date.today()
said, site = speech().words(NOUN), speech().words("site")

st.title(said["title"])
st.markdown(said["lead"])
answers, settings, details = st.container(), st.container(), st.container()


@st.fragment
def case_told() -> None:
    """Answer, draw and work out the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    later, month = inputs.held["months_later"], inputs.held["chosen_month"]
    case = credit_record.record_case(inputs.held, today)
    chart = RecordChart(case, speech(), inputs.span("chosen_month"))
    told, positions = chart.told(later), inputs.span("months_later")
    slider = explore.slider(inputs, "months_later", chart.slider_texts(positions))
    first, words = chart.places.start, chart.month_words()
    chosen = Chosen("chosen_month", month, first, words, chart.lines)
    live = explore.LivePage(NOUN, inputs, slider, chosen)
    with answers:
        elements.notices(inputs)
        st.header(said["answers"], anchor=False)
        elements.answers(told.answers())
        figure, origin = chart.figure(later, month), told.origin(today)
        live.show(
            figure,
            headlines=told.headlines(),
            origin=origin,
            resolved=case.resolved,
        )
    with details:
        st.header(said["working_title"], anchor=False)
        controls.number(inputs, "chosen_month")
        working = month_working(told, chart.month(month))
        elements.workings(told.say("working_at", day=told.read_on), [working])
        st.header(said["clocks_title"], anchor=False)
        st.markdown(said["clocks_text"])
        for starts, places in told.clocks():
            st.markdown(starts)
            elements.answers(places)
        answer = credit_record.answer(told.case)
        elements.table_and_csv(answer, told.table, NOUN, today)
    live.hand_over(lambda: chart.paths(positions))


case_told()

with settings:
    inputs = page_inputs(PAGE, today)
    case = credit_record.record_case(inputs.held, today)
    st.header(site["settings"], anchor=False)
    with st.container(border=True):
        controls.rows(inputs, credit_record.SETTINGS, said, case.resolved)

st.header(said["codes_title"], anchor=False)
elements.table(RecordChart(case, speech(), range(1)).told(0).codes())
elements.claims(NOUN)
elements.sources(case.numbers.values())
