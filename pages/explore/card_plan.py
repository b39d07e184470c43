"""How a card debt is paid off: the minimum, a sum of one's own, an agreed plan."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.card_plan import case as card_plan
from after_overdue.models.card_plan.working import workings
from after_overdue.models.registry import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = card_plan.NOUN
PAYMENT = "pay_per_month"
today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[NOUN], today)
    drawn = explore.picture_of(NOUN, inputs)
    explore.show(drawn, inputs, notices, figure, answers)
    with payment:
        controls.typed(inputs, PAYMENT)
        controls.chips(PAYMENT, drawn.wording.chips(), texts["chips"])
    with details:
        elements.workings(texts["working_now"], workings(drawn.wording))
        elements.whole_table(drawn, drawn.wording.table)


st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
notices, figure, answers, payment, settings, details = (
    st.container() for _ in range(6)
)
answers.header(texts["answers"], anchor=False)
details.header(texts["working_title"], anchor=False)
case()
inputs = page_inputs(MODELS[NOUN], today)
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    controls.rows(inputs, card_plan.SETTINGS, texts)
elements.claims(NOUN)
elements.sources(card_plan.card_plan_case(inputs.values, today).numbers.values())
