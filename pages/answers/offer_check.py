"""Is this repair offer a scam? Tick what it says; read what speaks against it."""

import streamlit as st

from after_overdue.ui import offers, rows
from after_overdue.ui.choices import page_choices
from after_overdue.ui.language import speech

NOUN = "offer_check"
said = speech().words(NOUN)
chosen = page_choices(NOUN)

st.title(said["title"], anchor=False)
st.markdown(said["lead"])
chosen.notices()
st.markdown(offers.verdict())
st.header(said["signs"], anchor=False)
offers.signs()
st.caption(said["private"])
st.markdown(said["silence"])
st.header(said["routes"], anchor=False)
st.markdown(said["routes_lead"])
offers.routes()
st.header(said["paid_title"], anchor=False)
st.markdown(said["paid"])
rows.link("questions", said["question"], q="paid-repair-is-a-fraud")
