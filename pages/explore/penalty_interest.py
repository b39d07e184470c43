"""What each day overdue costs, and which risk class the loan falls into."""

from typing import Any

import streamlit as st

from after_overdue import clock
from after_overdue.cases.view import View
from after_overdue.models.penalty_interest import case as penalty_interest
from after_overdue.models.penalty_interest import result as penalty_answer
from after_overdue.models.penalty_interest.settings import settings_shown
from after_overdue.models.penalty_interest.working import day_working, examples
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(penalty_interest.NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw the settings that matter here; those rarely needed one step further."""
    case = penalty_interest.penalty_case(inputs.values, inputs.today)
    controls.typed(inputs, "days")
    usual, rare = settings_shown(inputs.values)
    controls.rows(inputs, usual, texts)
    with st.expander(texts["rare"]):
        controls.rows(inputs, rare, texts, {"on": case.on})


def working(_inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of the day, and two cases worked out for many days."""
    elements.workings(texts["working_now"], [day_working(drawn.wording)])
    st.header(texts["examples_title"], anchor=False)
    for lead, table in examples(locale(), clock.today()):
        st.markdown(lead)
        elements.table(table)


explore.page(
    penalty_interest.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: penalty_answer.numbers_used(drawn.wording.case),
)
