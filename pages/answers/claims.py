"""Claims: the ledger of everything the article says, and its contradictions."""

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.claims import claims
from after_overdue.catalog.contradictions import contradictions
from after_overdue.ui import ledger, rows
from after_overdue.ui.answers import topic_name
from after_overdue.ui.choices import Choice, page_choices
from after_overdue.ui.language import locale

NOUN = "claims"
VIEWS = ("claims", "contradictions")
texts, site = locale().words(NOUN), locale().words("site")
chosen = page_choices(
    NOUN,
    Choice("claim", claims()),
    Choice("contradiction", contradictions()),
    Choice("view", VIEWS, start=VIEWS[0]),
    Choice("status", ledger.STATUSES),
    Choice("topic", ledger.TOPICS),
    Choice("page", ledger.PAGES),
)
claim, row = chosen["claim"], chosen["contradiction"]

if claim or row:
    st.set_page_config(page_title=f"{claim or row} · {site['name']}")
    rows.back(NOUN)
    chosen.notices()
    if claim:
        ledger.whole_claim(claim, clock.today())
        ledger.claim_steps(claim)
    else:
        ledger.whole_contradiction(row)
    rows.back(NOUN)
else:
    st.title(texts["title"], anchor=False)
    st.markdown(texts["lead"])
    chosen.notices()
    chosen.views("view", VIEWS)
    if chosen["view"] == VIEWS[1]:
        st.markdown(texts["contradictions_lead"])
        ledger.contradiction_rows()
    else:
        with st.container(horizontal=True):
            chosen.select("status", ledger.STATUSES, ledger.status_name)
            chosen.select("topic", ledger.TOPICS, topic_name)
            chosen.select("page", ledger.PAGES, ledger.page_name)
        names = ledger.chosen_claims(chosen["status"], chosen["topic"], chosen["page"])
        count = texts["count"].format(count=len(names), all=len(claims()))
        st.caption(count if names else texts["none"])
        with st.container(key="list_claims"):
            rows.claim_rows(names)
chosen.finish()
