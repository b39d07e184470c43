"""What a flat monthly fee really costs a year: APR, EAR and the rate that climbs."""

from dataclasses import replace
from datetime import date

import streamlit as st

from after_overdue.cases import apr
from after_overdue.cases.apr_figure import fee_figure, fee_paths, fee_texts
from after_overdue.cases.apr_words import AprWords
from after_overdue.cases.apr_working import workings
from after_overdue.cases.models import MODELS
from after_overdue.ui import controls, credit_types, elements, explore, presets
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import Chosen
from after_overdue.ui.page_inputs import PageInputs, page_inputs

NOUN = apr.NOUN
PAGE = replace(MODELS[NOUN], wanted=apr.wanted_by_page)
today = date.today()
said, site, offers = speech().words(NOUN), speech().words("site"), apr.presets(today)


def live_page(inputs: PageInputs, told: AprWords, month: int) -> explore.LivePage:
    """Return what can be moved in the figure."""
    texts, words = fee_texts(speech(), today), told.month_words()
    main = explore.slider(inputs, "monthly_fee", texts, told.slider_text())
    chosen = Chosen("chosen_month", month, 1, words, ["effective"])
    return explore.LivePage(NOUN, inputs, main, chosen)


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    if presets.is_left(inputs, offers):
        st.rerun()  # the list stands outside this fragment
    told = AprWords(apr.apr_case(inputs.held, today), speech())
    month = inputs.held["chosen_month"] or told.case.last_month
    with answers:
        elements.notices(inputs)
        st.header(said["answers"], anchor=False)
        elements.answers(told.answers())
        live = live_page(inputs, told, month)
        figure, headlines = fee_figure(told, month), told.headlines()
        resolved = {"chosen_month": month}
        live.show(figure, headlines=headlines, origin=told.origin(), resolved=resolved)
    with details:
        st.header(said["working_title"], anchor=False, help=said["working_help"])
        controls.number(inputs, "chosen_month", empty=said["last_month"])
        elements.workings(told.at(month), workings(told, month))
        elements.table_and_csv(apr.answer(told.case), told.table, NOUN, today)
    live.hand_over(lambda: fee_paths(told, figure, month))


st.title(said["title"])
st.markdown(said["lead"])
answers, settings, details = st.container(), st.container(), st.container()
inputs = page_inputs(PAGE, today)
presets.forget_left(inputs, offers)
case()
told = AprWords(apr.apr_case(inputs.held, today), speech())
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    presets.preset_select(offers, told)
    with st.container(horizontal=True):
        controls.decimal(inputs, "amount", step=100.0, digits=0)
        controls.slider(inputs, "months")
    controls.choice(inputs, "fees", said)
    with st.expander(said["early"]):
        controls.number(inputs, "settle_after")
        controls.flag(inputs, "fees_waived")

credit_types.credit_types()
elements.claims(NOUN)
elements.sources([*told.case.numbers.values(), *told.disclosure.values()])
elements.sources((each.value for each in offers), label=said["preset_sources"])
