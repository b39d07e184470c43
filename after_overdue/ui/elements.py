"""Elements that every page shares: notices, sources, tables and downloads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from after_overdue.catalog.claims import claims as all_claims
from after_overdue.catalog.figures_in_words import figure_in_words
from after_overdue.catalog.parameters import Value
from after_overdue.catalog.sources import citation_in_words
from after_overdue.catalog.sources import sources as all_sources
from after_overdue.predictions.words import PredictionWords
from after_overdue.reading.plain import plain
from after_overdue.ui import rows
from after_overdue.ui.citations import source_line
from after_overdue.ui.language import locale
from after_overdue.ui.number_field import (
    Shown,
    Steps,
    field_key,
    number_field,
    typed_in,
)
from after_overdue.ui.page_inputs import PageInputs
from after_overdue.written import number_of

TENTH = 0.1
"""What − and + move a number that is no whole one."""


def notices(inputs: PageInputs) -> None:
    """Say what has changed since the link, and which values could not be used."""
    since(inputs.since)
    warnings(inputs.sentences())


def since(message: str) -> None:
    """Say what has changed since a link was made, if anything is to be said."""
    if message:
        st.info(message, icon=":material/history:")


def warnings(sentences: Iterable[str]) -> None:
    """Show sentences about the address in one box, all that it held as written."""
    message = "\n\n".join(map(plain, sentences))
    if message:
        st.warning(message, icon=":material/info:")


def answers(sentences: Iterable[str]) -> None:
    """Show answers as a list of sentences."""
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences))


def typed_number(
    label: str,
    *,
    key: str,
    is_whole: bool,
    unit: str = "",
    before: float | None = None,
) -> float | str | None:
    """Draw a field for a number of a form; return what was typed, None while empty.

    What is no number stays the text that it is, for whoever asks to say so.

    Parameters
    ----------
    unit : ``percent`` where a sign of per cent may stand
    before : what it begins with
    """
    text, at = typed_in(field_key(key))
    if not at and before is not None:
        text = locale().exact(before)
    found = number_of(text, unit) if text.strip() else None
    number_field(
        label,
        Shown(text, value=None if isinstance(found, str) else found),
        Steps(1 if is_whole else TENTH),
        key=field_key(key),
        width=240,
    )
    return found


def given(said: PredictionWords) -> list[str]:
    """Return what has to be known to predict: a label and a value each."""
    colon = locale().words("answers")["colon"]
    return [f"{label}{colon}**{value}**" for label, value in said.given()]


def working(lines: Sequence[str]) -> None:
    """Show arithmetic: what it rests on, then one numbered line a step."""
    title, *steps = lines
    st.markdown("\n".join([title, "", *(f"1. {step}" for step in steps)]))


def workings(title: str, readings: Iterable[Sequence[str]]) -> None:
    """Show the arithmetic of several readings under one title, as one text."""
    parts = [f"**{title}**"]
    for basis, *steps in readings:
        parts.append("\n".join([basis, "", *(f"1. {step}" for step in steps)]))
    st.markdown("\n\n".join(parts))


def table(frame: pd.DataFrame) -> None:
    """Show a whole table as text that any browser and reader can walk through."""
    head = f"| {' | '.join(map(str, frame.columns))} |"
    rule = f"|{'---|' * len(frame.columns)}"
    rows = [f"| {' | '.join(map(str, row))} |" for row in frame.itertuples(index=False)]
    st.markdown("\n".join([head, rule, *rows]))


def sources(values: Iterable[Value], *, label: str = "") -> None:
    """List each number used, what it is, how sure it is and what backs it.

    Parameters
    ----------
    values : the numbers
    label : what the list is called, where it is not the one of the page
    """
    lines = [f"- {_origin(value)}" for value in values]
    with st.expander(label or locale().words("site")["sources"]):
        st.markdown("\n".join(lines))


def _origin(value: Value) -> str:
    texts, language = locale().words("sources"), locale().language
    known = all_sources()
    cited = [citation_in_words(each, language, known) for each in value.sources]
    number = "" if value.parameter.unit == "choice" else _in_words(value)
    return texts["number" if number else "choice"].format(
        label=value.parameter.label[language],
        number=number,
        status=locale().backed(value.parameter.status),
        backing=texts["between"].join(map(source_line, cited)),
    )


def _in_words(value: Value) -> str:
    """Return a value with its unit; nothing where it is a list or left open."""
    if isinstance(value.dated.value, bool | str | list | None):
        return ""
    return figure_in_words(value, locale().words("units"))


def claims(noun: str) -> None:
    """Show what the article says about the subject of a page, drawn when opened."""
    language, texts = locale().language, locale().words("answers")
    here = [each for each in all_claims().items() if noun in each[1].pages]
    if not here:
        return
    box = st.expander(texts["article_says"], on_change="rerun", key=f"claims:{noun}")
    if not box.open:
        return
    with box:
        st.markdown(texts["article_lead"].format(count=len(here)))
        st.markdown(
            "\n".join(
                f"- **{name}** {claim.text[language]} {rows.badges(claim)}  \n"
                f"  {claim.verdict[language]}"
                for name, claim in here
            )
        )
        rows.link("claims", texts["article_link"], page=noun)
