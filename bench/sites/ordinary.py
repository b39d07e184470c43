"""An ordinary Streamlit page of the same content, with Streamlit's own settings."""

import streamlit as st

from bench.sites.content import figure, texts, wording

lost = st.slider("Points lost", 0, 200, 60, key="points_lost")
before = st.slider("Score before the overdue", 350, 950, 650, key="score_before")
cost = st.slider("Points lost at each new late payment", 0, 200, 20)
months = st.slider("Months shown", 12, 120, 72)
words = wording(
    points_lost=lost, score_before=before, points_per_relapse=cost, months=months
)
said = texts(words)
st.title(said[0])
for text in said[1:8]:
    st.markdown(text)
st.plotly_chart(figure(words), key="figure")
for text in said[8:]:
    st.markdown(text)
