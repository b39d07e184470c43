"""What a flat monthly fee really costs a year: APR, EAR and the rate that climbs."""

from typing import Any

import streamlit as st

from after_overdue import clock
from after_overdue.cases.view import View
from after_overdue.models.apr import case as apr
from after_overdue.models.apr.words import AprWords
from after_overdue.models.apr.working import workings
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.ui import controls, credit_types, elements, explore, presets
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import PageInputs, page_inputs

texts, offers = locale().words(apr.NOUN), apr.presets(clock.today())


def settings(inputs: PageInputs) -> None:
    """Draw a price list to begin with, the loan, and how it ends early."""
    wording = AprWords(apr.apr_case(inputs.values, inputs.today), locale())
    presets.preset_select(offers, wording)
    for name in ("amount", "months", "fees"):
        controls.control(inputs, name, texts)
    with st.expander(texts["early"]):
        controls.control(inputs, "settle_after", texts)
        controls.control(inputs, "fees_waived", texts)


def working(inputs: PageInputs, drawn: View[Any]) -> None:
    """Draw the working of one month."""
    if presets.is_left(inputs, offers):
        st.rerun()  # the list stands outside the fragment
    controls.control(inputs, "chosen_month", texts)
    month = drawn.chosen.value if drawn.chosen else 0
    elements.workings(drawn.wording.at(month), workings(drawn.wording, month))


def basis(drawn: View[Any]) -> None:
    """Draw the price lists' sources, and which kind of credit this is."""
    credit_types.credit_types()
    elements.sources((each.value for each in offers), label=texts["preset_sources"])


presets.forget_left(page_inputs(PAGE_MODELS[apr.NOUN], clock.today()), offers)
explore.page(
    apr.NOUN,
    settings=settings,
    working=working,
    numbers=lambda drawn: [
        *drawn.wording.case.numbers.values(),
        *drawn.wording.disclosure.values(),
    ],
    basis=basis,
)
