"""How a score comes back: four readings, three clocks, and the working."""

from dataclasses import replace

import streamlit as st

from after_overdue import clock
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.models.score_recovery import case as score_recovery
from after_overdue.models.score_recovery.working import workings
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = score_recovery.NOUN
PAGE = PAGE_MODELS[NOUN]
today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    drawn = explore.picture_of(NOUN, inputs)
    wording, month = drawn.wording, inputs.values["chosen_month"]
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        controls.control(inputs, "chosen_month", texts)
        elements.workings(wording.at(month), workings(wording, month))
        elements.whole_table(drawn, wording.table)


st.title(texts["title"])
st.markdown(texts["lead"])
notices, figure, answers, settings, details = (st.container() for _ in range(5))
answers.header(texts["answers"], anchor=False)
details.header(texts["working_title"], anchor=False, help=texts["working_help"])
inputs = page_inputs(PAGE, today)
case()
inputs = replace(inputs, moved=lambda: st.rerun("case"))
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    controls.rows(inputs, score_recovery.SETTINGS, texts)

st.markdown(f"## {texts['readings_title']}\n\n{texts['readings_text']}")
elements.claims(NOUN)
elements.sources(score_recovery.score_case(inputs.values, today).numbers.values())
