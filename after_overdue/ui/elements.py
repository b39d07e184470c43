"""Elements that every page shares: notices, sources, tables and downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from after_overdue.cases.answer import Answer, cited
from after_overdue.catalog.parameters import Value
from after_overdue.ui.language import speech
from after_overdue.ui.page_inputs import PageInputs


def notices(inputs: PageInputs) -> None:
    """Say which values could not be used as they were asked for."""
    for sentence in inputs.sentences():
        st.warning(sentence, icon=":material/info:")


def answers(sentences: Iterable[str]) -> None:
    """Show answers as a list of sentences."""
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences))


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


def table_and_csv(
    answer: Answer,
    worded: Callable[[Answer], pd.DataFrame],
    noun: str,
    today: date,
) -> None:
    """Offer every row to read, drawn only when opened, and to take away."""
    whole = st.expander(speech().words("site")["table"], on_change="rerun")
    if whole.open:
        with whole:
            table(worded(answer))
    csv_download(answer, noun=noun, today=today)


def table(frame: pd.DataFrame) -> None:
    """Show a whole table as text that any browser and reader can walk through."""
    head = f"| {' | '.join(map(str, frame.columns))} |"
    rule = f"|{'---|' * len(frame.columns)}"
    rows = [f"| {' | '.join(map(str, row))} |" for row in frame.itertuples(index=False)]
    st.markdown("\n".join([head, rule, *rows]))


def csv_download(answer: Answer, *, noun: str, today: date) -> None:
    """Offer the table with its inputs, sources and date inside."""
    said = speech().words("site")
    about = said["csv_about"].format(
        title=speech().words(noun)["title"], name=said["name"]
    )
    st.download_button(
        said["csv"],
        data=lambda: "\ufeff" + answer.csv_with_origin(today, about),
        file_name=f"after-overdue-{noun.replace('_', '-')}-{today.isoformat()}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def sources(values: Iterable[Value]) -> None:
    """List each number used, what it is, how sure it is and what backs it."""
    language = speech().language
    status = speech().words("status")
    lines = [
        f"- {value.parameter.label[language]}: **{speech().number(value.decimal)}** "
        f"({status[value.parameter.status]}). {_backing(value)}"
        for value in values
    ]
    with st.expander(speech().words("site")["sources"]):
        st.markdown("\n".join(lines))


def _backing(value: Value) -> str:
    return "; ".join(_source_line(citation) for citation in value.sources)


def _source_line(citation: str) -> str:
    """Return a source: publisher, title, passage and grade, linked where it can be."""
    said, source = speech().words("site"), cited(citation)
    language = speech().language
    title = source["title"][language]
    linked = f"[{title}]({source['url']})" if source["url"] else title
    pin = f", {source['pin_label'][language]}" if source["pin_label"] else ""
    grade = said["grade"].format(grade=source["grade"])
    return f"{source['publisher'][language]}: {linked}{pin} ({grade})"
