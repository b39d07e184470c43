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
said, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    drawn = explore.picture_of(NOUN, inputs)
    told, month = drawn.told, inputs.values["chosen_month"]
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        controls.control(inputs, "chosen_month", said)
        elements.workings(told.at(month), workings(told, month))
        elements.whole_table(drawn, told.table)


st.title(said["title"])
st.markdown(said["lead"])
notices, figure, answers, settings, details = (st.container() for _ in range(5))
answers.header(said["answers"], anchor=False)
details.header(said["working_title"], anchor=False, help=said["working_help"])
inputs = page_inputs(PAGE, today)
case()
inputs = replace(inputs, moved=lambda: st.rerun("case"))
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    controls.rows(inputs, score_recovery.SETTINGS, said)

st.markdown(f"## {said['readings_title']}\n\n{said['readings_text']}")
elements.claims(NOUN)
elements.sources(score_recovery.score_case(inputs.values, today).numbers.values())
