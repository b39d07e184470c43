"""What three checkpoints do to a loan book, and what each of them is worth."""

from dataclasses import replace
from datetime import date

import streamlit as st

from after_overdue.cases import loan_book
from after_overdue.cases import loan_book_figure as drawing
from after_overdue.cases.loan_book_words import LoanBookWords
from after_overdue.cases.models import MODELS
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import Chosen
from after_overdue.ui.page_inputs import PageInputs, page_inputs

NOUN = loan_book.NOUN
PAGE = replace(MODELS[NOUN], wanted=loan_book.wanted_by_page)
today = date.today()
said, site = speech().words(NOUN), speech().words("site")


def live_page(inputs: PageInputs, told: LoanBookWords, month: int) -> explore.LivePage:
    """Return what can be moved in the figure."""
    texts, words = drawing.stopped_texts(speech(), today), told.month_words()
    main = explore.slider(inputs, drawing.MAIN, texts, told.slider_text())
    chosen = Chosen("chosen_month", month, 1, words, ["late"])
    return explore.LivePage(NOUN, inputs, main, chosen, follows_chosen=True)


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    told = LoanBookWords(loan_book.loan_book_case(inputs.held, today), speech())
    month = inputs.held["chosen_month"] or told.case.months
    with answers:
        elements.notices(inputs)
        st.header(said["answers"], anchor=False)
        elements.answers(told.answers())
        live = live_page(inputs, told, month)
        figure, headlines = drawing.book_figure(told, month), told.headlines()
        resolved = {"chosen_month": month}
        live.show(figure, headlines=headlines, origin=told.origin(), resolved=resolved)
        st.markdown(told.caveat())
    with details:
        st.header(said["working_title"], anchor=False, help=said["working_help"])
        controls.number(inputs, "chosen_month", empty=said["last_month"])
        elements.workings(told.at(month), [told.working(month)])
        elements.table_and_csv(loan_book.answer(told.case), told.table, NOUN, today)
    live.hand_over(lambda: drawing.book_paths(told, figure, month))


st.title(said["title"])
st.markdown(said["lead"])
answers, settings, details = st.container(), st.container(), st.container()
inputs = page_inputs(PAGE, today)
told = LoanBookWords(loan_book.loan_book_case(inputs.held, today), speech())
case()
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    for name in drawing.SETTINGS:
        controls.slider(inputs, name)
    with st.container(horizontal=True):
        controls.choice(inputs, "matrix", told.matrix_words())
        controls.number(inputs, "loans")
    with st.expander(said["settings_rates"]):
        for name in ("weak_roll_odds", *loan_book.LADDER):
            controls.slider(inputs, name)
    with st.expander(said["settings_book"]), st.container(horizontal=True):
        controls.decimal(inputs, "loan_amount", step=100.0, digits=0)
        controls.decimal(inputs, "cost_per_check", step=1.0, digits=2)
        controls.slider(inputs, "recovered_share")
elements.claims(NOUN)
elements.sources(told.case.numbers.values())
