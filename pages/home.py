"""Three ledgers, three clocks, and the ways in."""

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.parameters import value
from after_overdue.ui import rows
from after_overdue.ui.language import speech
from after_overdue.ui.pages import page

said = speech().words("home")
years = value("credit_record.retention_years", clock.today()).number
explore = page("explore", "score_recovery", ":material/trending_up:")

st.title(said["title"])
st.markdown(said["lead"])

for ledger, icon in (
    ("debt", ":material/payments:"),
    ("record", ":material/account_balance:"),
    ("score", ":material/smartphone:"),
):
    with st.container(border=True):
        st.header(f"{icon} {said[f'{ledger}_title']}", anchor=False)
        st.markdown(said[ledger].format(years=years))

st.header(said["clocks_title"], anchor=False)
st.markdown(said["clocks"])

for reader, settings in (
    ("consumer", {}),
    ("trainer", {"score_before": "700", "points_lost": "100", "months": "84"}),
):
    with st.container(border=True):
        st.markdown(f"**{said[f'{reader}_title']}**\n\n{said[reader]}")
        if reader == "trainer":
            rows.link("class_session", said["class_link"])
        st.page_link(
            explore,
            label=said[f"{reader}_link"],
            icon=":material/arrow_forward:",
            query_params={**settings, "lang": speech().language},
        )
        if reader == "trainer":
            rows.link("take_away", said["take_away_link"])
        else:
            rows.link("predict", said["predict_link"])
            rows.link("questions", said["questions_link"])
