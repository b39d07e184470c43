"""Sources: what the guide rests on, by kind and grade."""

import streamlit as st

from after_overdue.catalog.sources import sources
from after_overdue.ui import shelf
from after_overdue.ui.choices import Choice, page_choices
from after_overdue.ui.language import locale

NOUN = "sources"
texts = locale().words(NOUN)
chosen = page_choices(NOUN, Choice("kind", shelf.KINDS), Choice("grade", shelf.GRADES))

st.title(texts["title"], anchor=False)
st.markdown(texts["lead"])
st.markdown(texts["grades"])
chosen.notices()
with st.container(horizontal=True):
    chosen.select("kind", shelf.KINDS, shelf.kind_name)
    chosen.select("grade", shelf.GRADES, shelf.grade_name)
value = shelf.chosen_sources(chosen["kind"], chosen["grade"])
count = texts["count"].format(count=len(value), all=len(sources()))
st.caption(count if value else texts["none"])
shelf.source_shelf(value)
chosen.finish()
