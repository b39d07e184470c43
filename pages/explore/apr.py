"""What a flat monthly fee really costs a year: APR, EAR and the rate that climbs."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.apr import case as apr
from after_overdue.models.apr.words import AprWords
from after_overdue.models.apr.working import workings
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.ui import controls, credit_types, elements, explore, presets
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = apr.NOUN
PAGE = PAGE_MODELS[NOUN]
today = clock.today()
texts, site, offers = locale().words(NOUN), locale().words("site"), apr.presets(today)


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    if presets.is_left(inputs, offers):
        st.rerun()  # the list stands outside this fragment
    drawn = explore.picture_of(NOUN, inputs)
    wording, month = drawn.wording, drawn.resolved["chosen_month"]
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        controls.control(inputs, "chosen_month", texts)
        elements.workings(wording.at(month), workings(wording, month))
        elements.whole_table(drawn, wording.table)


st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
notices, figure, answers, settings, details = (st.container() for _ in range(5))
answers.header(texts["answers"], anchor=False)
details.header(texts["working_title"], anchor=False, help=texts["working_help"])
inputs = page_inputs(PAGE, today)
presets.forget_left(inputs, offers)
case()
worded = AprWords(apr.apr_case(inputs.values, today), locale())
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    presets.preset_select(offers, worded)
    for name in ("amount", "months", "fees"):
        controls.control(inputs, name, texts)
    with st.expander(texts["early"]):
        controls.control(inputs, "settle_after", texts)
        controls.control(inputs, "fees_waived", texts)

credit_types.credit_types()
elements.claims(NOUN)
elements.sources([*worded.case.numbers.values(), *worded.disclosure.values()])
elements.sources((each.value for each in offers), label=texts["preset_sources"])
