"""Three clocks of an old debt: to sue, to enforce, and the mark."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.limitation.case import NOUN, limitation_case
from after_overdue.models.limitation.working import workings
from after_overdue.models.registry import MODELS
from after_overdue.ui import controls, elements, explore, rows
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    drawn = explore.picture_of(NOUN, inputs)
    explore.show(drawn, inputs, notices, figure, answers)
    with details:
        for lines in workings(drawn.wording):
            elements.working(lines)
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
    controls.rows(inputs, [["due_on", "paid_on"]], texts)
    controls.control(inputs, "events", texts)
    with st.expander(texts["judgment"]):
        controls.rows(inputs, [["perform_by", "judged"]], texts)

rows.link("questions", texts["question_three"], q="gone-after-three-years")
rows.link("questions", texts["question_sued"], q="being-sued")
elements.claims(NOUN)
elements.sources(limitation_case(inputs.values, today).numbers.values())
