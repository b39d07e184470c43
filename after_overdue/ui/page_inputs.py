"""A page's inputs: one truth for the address, the controls and the live figure.

When a run begins, what the reader just moved lies in the session state under the
input's name. It is checked there before anything is drawn, so a page can answer
first and draw its controls where they read best.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from after_overdue.cases.inputs import Input, InputValue, Refusal
from after_overdue.cases.model import Model
from after_overdue.cases.permalinks import Texts, read_link
from after_overdue.cases.refusals import page_sentences
from after_overdue.ui import address
from after_overdue.ui.language import locale
from after_overdue.ui.typed import forget_typed

HOLDER = "_inputs_of"
"""Where the session state keeps whose inputs lie in it: pages share some names."""


PAID_AFTER = "_paid_after"
"""Where it keeps the day on which the overdue is paid, which some pages share."""
ABSENT = object()
"""Stands for what the session state does not hold."""


@dataclass(frozen=True)
class PageInputs:
    """The inputs of one page in this run, checked and settled.

    Attributes
    ----------
    since : what has changed since the link was made; empty for a link of today
    moved : what runs when a control moved, with the names of fragments that are to
        run too; the whole page where it is None
    """

    inputs: Mapping[str, Input]
    values: Mapping[str, Any]
    refusals: tuple[Refusal, ...]
    today: date
    since: str = ""
    moved: Callable[..., None] | None = None

    def tell(self, *fragments: str) -> None:
        """Run what is to run once a control has moved, and these fragments."""
        if self.moved:
            self.moved(*fragments)

    def label(self, name: str) -> str:
        """Return how the reader's language calls an input."""
        each = self.inputs.get(name)
        return each.value.parameter.label[locale().language] if each else name

    def note(self, name: str) -> str | None:
        """Return what is to be known about an input."""
        note = self.inputs[name].value.parameter.note
        return note[locale().language] if note else None

    def sentence(self, refusal: Refusal) -> str:
        """Return why a text could not be used, and what the page holds instead."""
        return page_sentences([refusal], self.inputs, self.values, locale())[0]

    def sentences(self) -> list[str]:
        """Return one sentence for each value that could not be used as it was."""
        return page_sentences(self.refusals, self.inputs, self.values, locale())


def page_inputs(model: Model, today: date) -> PageInputs:
    """Return the inputs of a page; the address and the controls follow them."""
    inputs = model.inputs_on(today)
    now = {name: st.session_state.get(name, ABSENT) for name in inputs}
    key, notes = f"_held:{model.slug}", f"_notes:{model.slug}"
    asked, mended, link = address.arrival(model.slug), False, None
    if asked is not None or st.session_state.get(HOLDER) != model.slug:
        forget_typed()
    if asked is not None:
        link = read_link(model.slug, asked)
        values, refusals = model.read(asked, today)
        values |= {} if asked else _said_elsewhere(model, inputs)
    else:
        here = st.session_state.get(HOLDER) == model.slug
        before = st.session_state[key]
        values, refusals = _moved(inputs, now, before) if here else (before, [])
        values = values if here else values | _said_elsewhere(model, inputs)
        settled, contradictions = model.settled(values, today)
        values, refusals = settled, refusals + contradictions
        noted, came_by, at = st.session_state[notes]
        mended = bool(refusals)
        if at == values:
            refusals, link = refusals or noted, came_by
    st.session_state[key] = values
    st.session_state[notes] = refusals, link, dict(values)
    st.session_state[HOLDER] = model.slug
    if model.paid_after:
        st.session_state[PAID_AFTER] = values[model.paid_after]
    for name, each in values.items():
        if now[name] is ABSENT or now[name] != each:
            st.session_state[name] = each
    address.write_address(model.slug, inputs, values)
    if mended:
        st.rerun()  # so that every control shows what was mended
    since = link.notice(locale()) if link else ""
    return PageInputs(inputs, values, tuple(refusals), today, since)


def _said_elsewhere(model: Model, inputs: Mapping[str, Input]) -> dict[str, InputValue]:
    """Return the day it is paid as another page heard it, if this one can take it."""
    if not model.paid_after or PAID_AFTER not in st.session_state:
        return {}
    name, message = model.paid_after, st.session_state[PAID_AFTER]
    values, refusal = inputs[name].read(inputs[name].write(message) if message else "")
    return {} if refusal else {name: values}


def lent_inputs(model: Model, texts: Texts, today: date, *, holder: str) -> PageInputs:
    """Return the inputs of a model whose figure stands on a page that is not its own.

    Parameters
    ----------
    texts : the settings that it begins with
    holder : the place where it stands, by any name of its own
    """
    inputs = model.inputs_on(today)
    values, refusals = model.read(texts, today)
    if st.session_state.get(HOLDER) != holder:
        forget_typed()
    else:
        now = {name: st.session_state.get(name, ABSENT) for name in inputs}
        values, refusals = _moved(inputs, now, values)
    st.session_state[HOLDER] = holder
    st.session_state.update(values)
    return PageInputs(inputs, values, tuple(refusals), today)


def _moved(
    inputs: Mapping[str, Input],
    now: Mapping[str, Any],
    before: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return what the controls hold now; a control left empty keeps its value."""
    values = {
        name: before[name] if each is ABSENT else each for name, each in now.items()
    }
    emptied = [
        name
        for name, each in inputs.items()
        if values[name] in (None, []) and before[name] and not each.optional
    ]
    refusals = [inputs[name].left_empty()[1] for name in emptied]
    return values | {name: before[name] for name in emptied}, refusals
