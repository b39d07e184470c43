"""The shelf: every source by its kind, with its grade and how far it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import streamlit as st

from after_overdue.catalog.sources import (
    Kind,
    Source,
    citation_in_words,
    date_in_words,
    sources,
)
from after_overdue.ui.citations import source_line
from after_overdue.ui.language import locale

KINDS = get_args(Kind)
GRADES = sorted({source.grade for source in sources().values()})


def kind_name(kind: str) -> str:
    """Return a kind of source in words."""
    return locale().words("sources")[f"kinds.{kind}"]


def grade_name(grade: str) -> str:
    """Return a grade in words."""
    return locale().words("sources")[f"grade_{grade}"]


def chosen_sources(kind: str, grade: str) -> Mapping[str, Source]:
    """Return the sources that have what is chosen; an empty choice is any."""
    return {
        name: source
        for name, source in sources().items()
        if kind in ("", source.kind) and grade in ("", source.grade)
    }


def source_shelf(values: Mapping[str, Source]) -> None:
    """Draw sources under their kinds, one a line."""
    for kind in KINDS:
        lines = [_line(name) for name, source in values.items() if source.kind == kind]
        if lines:
            st.header(kind_name(kind), anchor=False)
            if kind == "article":
                st.markdown(locale().words("sources")["kind_article_note"])
            st.markdown("\n".join(lines))


def _line(name: str) -> str:
    """Return a source, then how far it was read and when it was looked up."""
    texts, source = locale().words("sources"), sources()[name]
    cited = citation_in_words(name, locale().language, sources())
    read = texts[f"read_{source.read}"]
    when = texts["accessed"].format(
        date=date_in_words(source.accessed, locale().language)
    )
    return f"- {source_line(cited)}  \n  :small[{read}{texts['comma']}{when}]"
