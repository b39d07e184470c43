"""How a score comes back: four readings, three clocks, and the working."""

from dataclasses import replace
from datetime import date

import streamlit as st

from after_overdue.cases import score_recovery
from after_overdue.cases.inputs import inputs as inputs_of
from after_overdue.cases.models import MODELS
from after_overdue.cases.score_words import ScoreWords
from after_overdue.ui import controls, elements
from after_overdue.ui.language import speech
from after_overdue.ui.page_inputs import page_inputs
from after_overdue.ui.score_figure import show_figure, show_paths

NOUN = score_recovery.NOUN
PAGE = replace(
    MODELS[NOUN],
    wanted=lambda today: inputs_of(NOUN, score_recovery.PAGE_INPUTS, today),
)

today = date.today()
inputs = page_inputs(PAGE, today)
case = score_recovery.score_case(inputs.held, today)
told = ScoreWords(case, speech())
said = speech().words(NOUN)

st.title(said["title"])
st.markdown(said["lead"])
elements.notices(inputs)

st.subheader(said["answers"], anchor=False)
elements.answers(told.answers())

show_figure(told, inputs)

st.subheader(speech().words("site")["settings"], anchor=False)
with st.container(border=True):
    controls.slider(inputs, "score_before")
    controls.month(inputs, "repaired_in", today)
    with st.container(horizontal=True):
        controls.number(inputs, "target")
        controls.number(inputs, "relapse_month")
    controls.slider(inputs, "on_time_share")
    controls.slider(inputs, "points_per_relapse")
    controls.choices(inputs, "readings", said)
    controls.slider(inputs, "months")

st.subheader(said["working_title"], anchor=False)
st.caption(said["working_help"])
controls.number(inputs, "chosen_month")
month = inputs.held["chosen_month"]
st.markdown(f"**{told.at(month)}**")
for reading in case.readings:
    title, *steps = told.working(reading, month)
    st.markdown("\n".join([title, "", *(f"1. {step}" for step in steps)]))

st.subheader(said["readings_title"], anchor=False)
st.markdown(said["readings_text"])

answer = score_recovery.answer(case)
whole = st.expander(speech().words("site")["table"], on_change="rerun")
if whole.open:
    with whole:
        elements.table(told.table(answer))
elements.csv_download(answer, noun=NOUN, today=today)

with st.expander(speech().words("site")["sources"]):
    elements.sources(case.numbers.values())

show_paths(told, inputs)
