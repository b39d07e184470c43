"""Glossary: the words of the trade, and those that are easily mixed up."""

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.glossary import glossary, in_order, look_alikes
from after_overdue.catalog.search import site_search
from after_overdue.ui import rows, words
from after_overdue.ui.choices import Choice, page_choices
from after_overdue.ui.language import locale

NOUN = "glossary"
VIEWS = ("words", "pairs")
texts = locale().words(NOUN)
chosen = page_choices(
    NOUN,
    Choice("term", glossary()),
    Choice("view", VIEWS, start=VIEWS[0]),
    Choice("find"),
)

if chosen["term"]:
    rows.back(NOUN)
st.title(texts["title"], anchor=False)
chosen.notices()
if chosen["term"]:
    words.whole_term(chosen["term"])
else:
    st.markdown(texts["lead"])
    chosen.search("find")
    chosen.views("view", VIEWS)
    found = site_search(clock.today()).found(chosen["find"]).terms
    if chosen["find"] and not found:
        chosen.nothing_found("find")
    if chosen["view"] == "words":
        slugs = found or in_order(locale().language)
        st.caption(texts["count"].format(count=len(slugs)))
        words.term_list(slugs)
    else:
        st.markdown(texts["pairs_lead"])
        alike = look_alikes()
        near = [pair for pair in alike if set(pair) & set(found)]
        words.pairs(near or alike)
chosen.finish()
