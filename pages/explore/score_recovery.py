"""How a score comes back: four readings, three clocks, and the working."""

from dataclasses import replace
from datetime import date

import streamlit as st

from after_overdue.cases import score_recovery
from after_overdue.cases.models import MODELS
from after_overdue.cases.score_figure import score_figure, score_paths
from after_overdue.cases.score_words import ScoreWords
from after_overdue.ui import controls, elements, explore
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import Chosen
from after_overdue.ui.page_inputs import PageInputs, page_inputs

NOUN = score_recovery.NOUN
PAGE = replace(MODELS[NOUN], wanted=score_recovery.wanted_by_page)
today = date.today()
said, site = speech().words(NOUN), speech().words("site")


def told_of(inputs: PageInputs) -> ScoreWords:
    """Return the case in the reader's language."""
    return ScoreWords(score_recovery.score_case(inputs.held, today), speech())


def live_page(inputs: PageInputs, told: ScoreWords) -> explore.LivePage:
    """Return what can be moved in the figure."""
    month, texts = inputs.held["chosen_month"], told.slider_texts(MOST_LOST)
    words, lines = told.month_words(), told.case.readings
    main = explore.slider(inputs, "points_lost", texts)
    chosen = Chosen("chosen_month", month, 0, words, lines)
    return explore.LivePage(NOUN, inputs, main, chosen)


@st.fragment(key="case")
def case() -> None:
    """Tell and draw the case; what the figure moves reruns this alone."""
    inputs = page_inputs(PAGE, today)
    told, month = told_of(inputs), inputs.held["chosen_month"]
    live, figure = live_page(inputs, told), score_figure(told, month)
    resolved = told.case.resolved
    with answers:
        elements.notices(inputs)
        st.header(said["answers"], anchor=False)
        elements.answers(told.answers())
        headlines, origin = told.headlines_now(), told.origin()
        live.show(figure, headlines=headlines, origin=origin, resolved=resolved)
    with details:
        st.header(said["working_title"], anchor=False, help=said["working_help"])
        controls.number(inputs, "chosen_month")
        workings = [told.working(each, month) for each in told.case.readings]
        elements.workings(told.at(month), workings)
        answer = score_recovery.answer(told.case)
        elements.table_and_csv(answer, told.table, NOUN, today)
    live.hand_over(lambda: score_paths(told, figure, MOST_LOST))


st.title(said["title"])
st.markdown(said["lead"])
answers, settings, details = st.container(), st.container(), st.container()
inputs = page_inputs(PAGE, today)
MOST_LOST = inputs.high("points_lost")
case()
inputs = replace(inputs, moved=lambda: st.rerun("case"))
with settings.container(border=True):
    st.header(site["settings"], anchor=False)
    controls.slider(inputs, "score_before")
    controls.month(inputs, "repaired_in")
    with st.container(horizontal=True):
        controls.number(inputs, "target")
        controls.number(inputs, "relapse_month")
    for name in ("on_time_share", "points_per_relapse", "months"):
        controls.slider(inputs, name)
    controls.choices(inputs, "readings", said)

st.markdown(f"## {said['readings_title']}\n\n{said['readings_text']}")
elements.claims(NOUN)
elements.sources(told_of(inputs).case.numbers.values())
