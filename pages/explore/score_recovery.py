"""How a score comes back: four readings, three clocks, and the working."""

from dataclasses import replace
from datetime import date

import streamlit as st

from after_overdue.cases import score_recovery
from after_overdue.cases.inputs import inputs as inputs_of
from after_overdue.cases.models import MODELS
from after_overdue.cases.score_figure import score_figure, score_paths
from after_overdue.cases.score_words import ScoreWords
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import Chosen
from after_overdue.ui.page_inputs import page_inputs

NOUN = score_recovery.NOUN
PAGE = replace(
    MODELS[NOUN],
    wanted=lambda today: inputs_of(NOUN, score_recovery.PAGE_INPUTS, today),
)

today = date.today()
inputs = page_inputs(PAGE, today)
month = inputs.held["chosen_month"]
case = score_recovery.score_case(inputs.held, today)
told = ScoreWords(case, speech())
figure = score_figure(told, month)
most_lost = inputs.high("points_lost")
said, site = speech().words(NOUN), speech().words("site")
live = explore.LivePage(
    NOUN,
    inputs,
    explore.slider(inputs, "points_lost", told.slider_texts(most_lost)),
    Chosen("chosen_month", month, 0, told.month_words(), case.readings),
)

st.title(said["title"])
st.markdown(said["lead"])
elements.notices(inputs)
st.subheader(said["answers"], anchor=False)
elements.answers(told.answers())
resolved = {"repaired_in": case.repaired_in, "target": case.target}
live.show(
    figure, headlines=told.headlines_now(), origin=told.origin(), resolved=resolved
)

st.subheader(site["settings"], anchor=False)
with st.container(border=True):
    controls.slider(inputs, "score_before")
    controls.month(inputs, "repaired_in")
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
st.markdown(f"**{told.at(month)}**")
for reading in case.readings:
    elements.working(told.working(reading, month))

st.subheader(said["readings_title"], anchor=False)
st.markdown(said["readings_text"])

elements.table_and_csv(score_recovery.answer(case), told.table, NOUN, today)
elements.sources(case.numbers.values())
live.hand_over(lambda: score_paths(told, figure, most_lost))
