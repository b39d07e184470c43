"""The ledger: the article's claims, one claim as a whole, and both sides of a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

import streamlit as st

from after_overdue.catalog.claims import Claim, Subject, claims
from after_overdue.catalog.contradictions import Contradiction, Side, contradictions
from after_overdue.catalog.facts import Standing, facts
from after_overdue.catalog.rules_models import OTHER_PAGES
from after_overdue.models.registry import MODELS
from after_overdue.ui import rows
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale

TOPICS = get_args(Subject)
STATUSES = [
    each
    for each in get_args(Standing)
    if any(claim.status == each for claim in claims().values())
]
PAGES = (*OTHER_PAGES, *MODELS)
NARROWEST_SIDE = 220


def chosen_claims(status: str, topic: str, page: str) -> list[str]:
    """Return the claims that have what is chosen; an empty choice is any."""
    return [
        name
        for name, claim in claims().items()
        if status in ("", claim.status)
        and topic in ("", claim.topic)
        and (not page or page in claim.pages)
    ]


def status_name(status: str) -> str:
    """Return how sure something is, in words."""
    return locale().backed(status)


def page_name(noun: str) -> str:
    """Return how the menu calls a page; the noun itself while there is none."""
    return locale().words(noun).get("menu", noun)


def whole_claim(name: str, today: date) -> None:
    """Draw one claim: its verdict, what stands for and against it, and where it is."""
    claim, texts = claims()[name], locale().words("claims")
    language = locale().language
    st.caption(texts["line"].format(claim=name, line=claim.line))
    st.title(claim.text[language], anchor=False)
    st.markdown(rows.badges(claim))
    with st.container(border=True):
        st.markdown(f"**{texts['verdict']}**\n\n{claim.verdict[language]}")
    st.header(texts["supports"], anchor=False)
    if claim.supports:
        _facts(claim.supports)
    else:
        st.markdown(texts["supports_none"])
    if claim.against:
        st.header(texts["against"], anchor=False)
        _facts(claim.against)
    if claim.contradictions:
        st.header(texts["contradictions"], anchor=False)
        for row in claim.contradictions:
            with st.container(border=True):
                st.markdown(f"**{contradictions()[row].title[language]}**")
                contradiction(row)
    _ways(claim, today)
    st.header(texts["sources"], anchor=False)
    st.markdown(source_lines(claim.sources))


def _facts(names: Sequence[str]) -> None:
    """List facts: what holds, how surely, and who says so."""
    language = locale().language
    for name in names:
        fact = facts()[name]
        st.markdown(f"**{name}** {fact.text[language]} {rows.badge(fact.status)}")
        if fact.sources:
            st.markdown(source_lines(fact.sources, small=True))


def _ways(claim: Claim, today: date) -> None:
    """Draw the ways from a claim to its questions and to its figures."""
    texts, site = locale().words("claims"), locale().words("answers")
    if claim.questions:
        st.header(texts["questions"], anchor=False)
        rows.question_rows(claim.questions, today)
    if claim.pages:
        st.header(texts["figures"], anchor=False)
    for page in claim.pages:
        rows.link(page, site["go"].format(page=page_name(page)))


def claim_steps(name: str) -> None:
    """Draw the ways to the claim before and the claim after."""
    names = list(claims())
    at = names.index(name)
    with st.container(horizontal=True):
        for step in names[max(at - 1, 0) : at] + names[at + 1 : at + 2]:
            rows.link("claims", step, claim=step)


def contradiction(name: str) -> None:
    """Draw the sides of a contradiction beside each other; on a phone, stacked."""
    row, texts = contradictions()[name], locale().words("claims")
    language = locale().language
    st.caption(texts["row"].format(row=name, kind=texts[f"kind.{row.kind}"]))
    beside = 3 if len(row.sides) % 2 else 2
    with st.grid(beside, min_column_width=NARROWEST_SIDE, border=True):
        for number, side in enumerate(row.sides, 1):
            st.markdown(_side(side, number))
    st.markdown(texts["why"].format(why=row.why[language]))
    st.markdown(texts["treatment"].format(treatment=row.treatment[language]))


def _side(side: Side, number: int) -> str:
    """Return one side: what it says, then the claims and facts that say so."""
    texts, language = locale().words("claims"), locale().language
    names = " ".join(f"`{name}`" for name in (*side.claims, *side.facts))
    title = texts["side"].format(number=number)
    return f":small[{title}]\n\n{side.say[language]}\n\n{names}"


def whole_contradiction(name: str) -> None:
    """Draw one contradiction, and the claims in it as rows."""
    row, texts = contradictions()[name], locale().words("claims")
    st.title(row.title[locale().language], anchor=False)
    contradiction(name)
    st.header(texts["its_claims"], anchor=False)
    rows.claim_rows(row.claims)


def contradiction_rows() -> None:
    """Draw every contradiction as a row that opens on its sides."""
    language = locale().language
    for name, row in contradictions().items():
        label = f"**{name}** {row.title[language]}{_between(row)}"
        box = st.expander(label, on_change="rerun", key=f"row:{name}")
        if box.open:
            with box:
                contradiction(name)
                rows.link(
                    "claims", locale().words("claims")["open_row"], contradiction=name
                )


def _between(row: Contradiction) -> str:
    kind = locale().words("claims")[f"kind.{row.kind}"]
    return f" :gray-badge[{kind}]"
