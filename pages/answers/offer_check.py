"""Is this repair offer a scam? Tick what it says; read what speaks against it."""

import streamlit as st

from after_overdue import clock
from after_overdue.ui import offers, rows
from after_overdue.ui.choices import page_choices
from after_overdue.ui.language import locale

NOUN = "offer_check"
today = clock.today()
texts = locale().words(NOUN)
chosen = page_choices(NOUN)

st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
chosen.notices()
st.markdown(offers.verdict())
left, right = st.columns([7, 5], gap="large")
with left:
    st.header(texts["signs"], anchor=False)
    offers.signs(today)
    st.caption(texts["private"])
    st.markdown(texts["silence"])
with right:
    st.header(texts["routes"], anchor=False)
    st.markdown(texts["routes_lead"])
    offers.routes(today)
    st.header(texts["paid_title"], anchor=False)
    st.markdown(texts["paid"])
    rows.link("questions", texts["question"], q="paid-repair-is-a-fraud")
