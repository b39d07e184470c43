"""What three checkpoints do to a loan book, and what each of them is worth."""

import streamlit as st

from after_overdue import clock
from after_overdue.models.loan_book import case as loan_book
from after_overdue.models.loan_book import frames as drawing
from after_overdue.models.loan_book.words import LoanBookWords
from after_overdue.models.loan_book.working import workings
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

NOUN = loan_book.NOUN
PAGE = PAGE_MODELS[NOUN]
today = clock.today()
texts, site = locale().words(NOUN), locale().words("site")


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    drawn = explore.picture_of(NOUN, inputs)
    wording, month = drawn.wording, drawn.resolved["chosen_month"]
    explore.show(drawn, inputs, notices, figure, answers)
    answers.markdown(wording.caveat())
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
worded = LoanBookWords(loan_book.loan_book_case(inputs.values, today), locale())
case()
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    for name in drawing.SETTINGS:
        controls.control(inputs, name, texts)
    with st.container(horizontal=True):
        controls.control(inputs, "matrix", texts)
        controls.control(inputs, "loans", texts)
    with st.expander(texts["settings_rates"]):
        for name in ("weak_roll_odds", *loan_book.LADDER):
            controls.control(inputs, name, texts)
    with st.expander(texts["settings_book"]), st.container(horizontal=True):
        for name in ("loan_amount", "cost_per_check", "recovered_share"):
            controls.control(inputs, name, texts)
elements.claims(NOUN)
elements.sources(worded.case.numbers.values())
