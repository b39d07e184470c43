"""The grid of credit types: who lends, times how it is repaid."""

from __future__ import annotations

import streamlit as st

from after_overdue.models.apr import credit_types as types
from after_overdue.ui import elements
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale


def credit_types() -> None:
    """Draw the grid with an example in each cell, and what backs it."""
    texts = locale().words(types.NOUN)
    st.header(texts["types_title"], anchor=False)
    st.markdown(texts["types_text"])
    elements.answers(types.lender_lines(locale()))
    elements.table(types.types_frame(locale()))
    st.markdown(types.beside(locale()))
    with st.expander(texts["types_sources"]):
        st.markdown(source_lines(types.types_citations()))
