"""Sources: what the guide rests on, by kind and grade."""

import streamlit as st

from after_overdue.catalog.sources import sources
from after_overdue.ui import shelf
from after_overdue.ui.choices import Choice, page_choices
from after_overdue.ui.language import speech

NOUN = "sources"
said = speech().words(NOUN)
chosen = page_choices(NOUN, Choice("kind", shelf.KINDS), Choice("grade", shelf.GRADES))

st.title(said["title"], anchor=False)
st.markdown(said["lead"])
st.markdown(said["grades"])
chosen.notices()
with st.container(horizontal=True):
    chosen.select("kind", shelf.KINDS, shelf.kind_name)
    chosen.select("grade", shelf.GRADES, shelf.grade_name)
held = shelf.chosen_sources(chosen["kind"], chosen["grade"])
count = said["count"].format(count=len(held), all=len(sources()))
st.caption(count if held else said["none"])
shelf.source_shelf(held)
chosen.finish()
