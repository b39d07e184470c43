"""What the credit report shows of one overdue, month by month, until it is deleted."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.credit_record import case as credit_record
from after_overdue.models.credit_record.view import record_chart
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.models.credit_record.working import month_working
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = credit_record.NOUN
PAGE = PAGE_MODELS[NOUN]

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
    inputs = page_inputs(PAGE, today)
    drawn = explore.picture_of(NOUN, inputs)
    wording, month = drawn.wording, inputs.values["chosen_month"]
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        controls.control(inputs, "chosen_month", texts)
        working = month_working(wording, record_chart(drawn.asked).month(month))
        elements.workings(wording.say("working_at", day=wording.read_on), [working])
        st.header(texts["clocks_title"], anchor=False)
        st.markdown(texts["clocks_text"])
        for starts, places in wording.clocks():
            st.markdown(starts)
            elements.answers(places)
        elements.whole_table(drawn, wording.table)


case_told()

with settings:
    inputs = page_inputs(PAGE, today)
    case = credit_record.record_case(inputs.values, today)
    st.header(site["settings"], anchor=False)
    with st.container(border=True):
        controls.rows(inputs, credit_record.SETTINGS, texts, case.resolved)

st.header(texts["codes_title"], anchor=False)
elements.table(RecordWords(case, locale()).codes())
elements.claims(NOUN)
elements.sources(case.numbers.values())
