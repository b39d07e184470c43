"""What the credit report shows of one overdue, month by month, until it is deleted."""

from typing import Any

import streamlit as st

from after_overdue.cases.view import View
from after_overdue.models.credit_record import case as credit_record
from after_overdue.models.credit_record.explained import clocks, codes
from after_overdue.models.credit_record.view import record_chart
from after_overdue.models.credit_record.working import month_working
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs

texts = locale().words(credit_record.NOUN)


def settings(inputs: PageInputs) -> None:
    """Draw what was missed, and when the report is read."""
    case = credit_record.record_case(inputs.values, inputs.today)
    controls.typed(inputs, "paid_after", empty=texts["never"])
    controls.rows(inputs, credit_record.SETTINGS, texts, case.resolved)


def working(inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of one month, and the same overdue under other clocks."""
    wording, month = drawn.wording, drawn.chosen.value if drawn.chosen else 0
    controls.control(inputs, "chosen_month", texts)
    lines = month_working(wording, record_chart(drawn.asked).month(month))
    elements.workings(wording.say("working_at", day=wording.read_on), [lines])
    st.header(texts["codes_title"], anchor=False)
    elements.table(codes(wording))
    st.header(texts["clocks_title"], anchor=False)
    st.markdown(texts["clocks_text"])
    for starts, places in clocks(wording):
        st.markdown(starts)
        elements.answers(places)


explore.page(
    credit_record.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: drawn.wording.case.numbers.values(),
)
