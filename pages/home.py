"""One overdue, three clocks: the picture first, then the ways on."""

import streamlit as st

from after_overdue import clock
from after_overdue.catalog.routes import routes
from after_overdue.models.registry import HOME, MODELS
from after_overdue.models.three_clocks.links import same_case
from after_overdue.models.three_clocks.working import working
from after_overdue.ui import controls, elements, explore, route, rows
from after_overdue.ui.language import locale
from after_overdue.ui.page_inputs import page_inputs

SETTINGS = (("amount", "due_on"), ("rate", "uplift"), ("as_of",))

today = clock.today()
texts, site = locale().words(HOME), locale().words("site")
ways, language = locale().words("home"), locale().language


@st.fragment(key="case")
def case() -> None:
    """Draw the case and say what follows; what the figure moves reruns this alone."""
    inputs = page_inputs(MODELS[HOME], today)
    drawn = explore.picture_of(HOME, inputs)
    explore.draw(drawn)
    elements.notices(inputs)
    with details:
        with st.expander(ways["same_case"], expanded=True):
            elements.answers(drawn.answers)
            for target in ("credit_record", "penalty_interest"):
                settings = same_case(drawn.wording.case, target)
                rows.model_link(target, ways[f"same_{target}"], settings)
        with st.container(key="working").expander(texts["working_title"]):
            elements.working(working(drawn.wording))
    explore.take_away(drawn, away)


st.title(texts["title"], anchor=False)
picture, entries = st.container(), st.container(key="ways")
settings, details = st.container(), st.container()
inputs, away = page_inputs(MODELS[HOME], today), explore.fold("away")
with picture:
    case()
with entries:
    cells = [*st.columns(2), *st.columns(2)]
    for cell, (name, each) in zip(cells, routes().items(), strict=True):
        with cell.container(border=True, gap="xxsmall"):
            route.step_link(name, 0, f"**{each.title[language]}**", today)
            st.markdown(f":small[{each.about[language]}]")
with settings.expander(site["own_case"], key="own_case"):
    shown = MODELS[HOME].case(inputs.values, today).resolved
    controls.rows(inputs, SETTINGS, texts, shown)

st.header(ways["clocks_title"], anchor=False)
st.markdown(ways["clocks"])
for target in ("questions", "score_recovery", "predict", "take_away"):
    rows.link(target, ways[f"{target}_link"])
rows.link("credit_record", ways["countries_link"])
elements.claims("home")
elements.sources(MODELS[HOME].case(inputs.values, today).numbers.values())
