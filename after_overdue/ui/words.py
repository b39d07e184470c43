"""Words: the glossary as text, and look-alikes beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from after_overdue.catalog.files import WRITTEN_IN
from after_overdue.catalog.glossary import Term, glossary
from after_overdue.ui.citations import source_lines
from after_overdue.ui.language import locale

NARROWEST_WORD = 240


def term_list(slugs: Iterable[str]) -> None:
    """Draw terms one after another as one text."""
    st.markdown("\n\n".join(_entry(glossary()[slug]) for slug in slugs))


def whole_term(slug: str) -> None:
    """Draw one term with its sources and what it is mistaken for."""
    term = glossary()[slug]
    with st.container(border=True):
        st.markdown(_entry(term))
        if term.sources:
            st.markdown(source_lines(term.sources))
    pairs([(slug, other) for other in term.look_alike])


def pairs(slugs: Sequence[tuple[str, str]]) -> None:
    """Draw look-alikes beside each other; on a phone, stacked."""
    for pair in slugs:
        with (
            st.container(border=True),
            st.grid(2, min_column_width=NARROWEST_WORD, gap="medium"),
        ):
            for slug in pair:
                term = glossary()[slug]
                st.markdown(f"{_name(term)}\n\n{term.means[locale().language]}")


def _name(term: Term) -> str:
    """Return a term in the reader's language, then in the others."""
    language = locale().language
    others = [term.term[each] for each in WRITTEN_IN if each != language]
    return f"**{term.term[language]}** {' '.join(others)}"


def _entry(term: Term) -> str:
    """Return a term as a paragraph: names, meaning, synonyms, look-alikes."""
    texts, language = locale().words("glossary"), locale().language
    lines = [_name(term), term.means[language]]
    for key, names in (
        ("also", term.aliases[language]),
        ("not_the_same", _names(term.look_alike)),
    ):
        if names:
            listed = texts[key].format(names=texts["listing"].join(names))
            lines.append(f":small[{listed}]")
    return "  \n".join(lines)


def _names(slugs: Iterable[str]) -> list[str]:
    return [glossary()[slug].term[locale().language] for slug in slugs]
