"""Rows: a question or a claim as one line that opens in place, and links between them.

A link of the platform is cut off where the screen ends, so what is long stands in a
row, which wraps, and the link inside is short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.claims import Claim, claims
from after_overdue.catalog.question_text import QuestionText, question_text
from after_overdue.catalog.questions import questions
from after_overdue.models.registry import PAGE_MODELS
from after_overdue.ui.address import without_starting_values
from after_overdue.ui.language import locale
from after_overdue.ui.pages import page_of


def link(noun: str, label: str, **query: str) -> None:
    """Draw a link to a page of the site in the reader's language."""
    target = page_of(noun, locale())
    if target is not None:
        st.page_link(
            target,
            label=label,
            icon=":material/arrow_forward:",
            query_params={**query, "lang": locale().language},
        )


def model_link(noun: str, label: str, settings: Mapping[str, str]) -> None:
    """Draw a link to a model's page at settings, as the page will write them."""
    inputs = PAGE_MODELS[noun].inputs_on(clock.today())
    link(noun, label, **without_starting_values(inputs, settings))


def badge(status: str) -> str:
    """Return how sure something is, as a coloured word."""
    return f":gray-badge[{locale().backed(status)}]"


def badges(claim: Claim) -> str:
    """Return how well a claim is backed, and whether facts speak against it."""
    disputed = locale().words("answers")["disputed"]
    return badge(claim.status) + (
        f" :orange-badge[{disputed}]" if claim.against else ""
    )


def text_of(slug: str, today: date) -> QuestionText:
    """Return a question as it reads today, its notes linked to the sources below."""
    question = questions(locale().language)[slug]
    return question_text(question, today, mark=r"[\[{}\]](#sources)".format)


def question_rows(slugs: Iterable[str], today: date) -> None:
    """Draw questions as rows that open on the short answer."""
    texts = locale().words("answers")
    for slug in slugs:
        text = text_of(slug, today)
        with st.expander(f"**{text.title}**"):
            st.markdown(text.short_answer)
            link("questions", texts["open"], q=slug)


def claim_rows(names: Iterable[str]) -> None:
    """Draw claims as rows that open on the verdict."""
    language, texts = locale().language, locale().words("answers")
    for name in names:
        claim = claims()[name]
        with st.expander(f"**{name}** {claim.text[language]} {badges(claim)}"):
            st.markdown(claim.verdict[language])
            link("claims", texts["open_claim"], claim=name)


def back(noun: str) -> None:
    """Draw the way back from one entry of a page to all of them."""
    target = page_of(noun, locale())
    if target is not None:
        st.page_link(
            target,
            label=locale().words(noun)["back"],
            icon=":material/arrow_back:",
            query_params={"lang": locale().language},
        )
