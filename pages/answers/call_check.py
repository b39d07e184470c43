"""Was this call allowed? Tick what happened; read which text each part breaks."""

import streamlit as st

from after_overdue import clock
from after_overdue.ui import calls, rows
from after_overdue.ui.choices import page_choices
from after_overdue.ui.language import locale

today = clock.today()
texts = locale().words(calls.NOUN)
chosen = page_choices(calls.NOUN)

st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
chosen.notices()
st.markdown(calls.verdict())
left, right = st.columns([7, 5], gap="large")
with left:
    st.header(texts["signs"], anchor=False)
    calls.signs(today)
    st.caption(texts["private"])
    st.markdown(texts["silence"])
with right:
    st.header(texts["note_title"], anchor=False)
    st.markdown(texts["note_lead"])
    calls.note(today)
    st.header(texts["routes"], anchor=False)
    st.markdown(texts["routes_lead"])
    calls.routes(today)
    st.header(texts["strengths"], anchor=False)
    calls.strengths()
    st.caption(texts["advice"])
    rows.link("questions", texts["question"], q="what-collectors-may-not-do")
    rows.link("questions", texts["complain"], q="how-to-complain")
