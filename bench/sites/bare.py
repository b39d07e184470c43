"""A bare Streamlit page: one slider and one line of text."""

import streamlit as st

lost = st.slider("Points lost", 0, 200, 60, key="points_lost")
st.markdown(f"{lost} points")
