"""The way a reader follows: what comes next, at the foot of each page of it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.permalinks import query
from after_overdue.catalog.questions import questions
from after_overdue.catalog.routes import Route, Stop, routes
from after_overdue.models.registry import HOME, MODELS, PAGE_MODELS, picture
from after_overdue.models.three_clocks.case import ThreeClocksCase
from after_overdue.models.three_clocks.links import same_case
from after_overdue.ui import rows
from after_overdue.ui.address import ROUTE, without_starting_values
from after_overdue.ui.language import locale

FOLLOWED = "_route_followed"
"""Where the session keeps the step that was seen last: a route's name and a place."""


def unknown_route() -> str | None:
    """Return a route that the address asks for and nobody knows."""
    asked = st.query_params.get(ROUTE)
    return None if asked is None or asked in routes() else asked


def title_of(stop: Stop) -> str:
    """Return what a step is called: the question told there, or its page's title."""
    asked = questions(locale().language).get(stop.settings.get("q", ""))
    return asked.title if asked else locale().words(stop.page)["title"]


def step_link(name: str, at: int, label: str, today: date) -> None:
    """Draw the link to a step of a route, with the case that was set at home."""
    stop = routes()[name].steps[at]
    settings = {**same_case(_home_case(today), stop.page), **stop.settings}
    if stop.page in PAGE_MODELS:
        inputs = PAGE_MODELS[stop.page].inputs_on(today)
        settings = without_starting_values(inputs, settings)
    rows.link(stop.page, label, **settings, **{ROUTE: name})


def foot(noun: str, today: date) -> None:
    """Draw, at the foot of a page, the next step of the reader's way, if any."""
    asked = st.query_params.to_dict()
    name, at = asked.get(ROUTE, ""), None
    if name in routes():
        at = routes()[name].place(noun, asked)
    if at is not None:
        st.session_state[FOLLOWED] = name, at
        _next(name, at, today)
    elif noun != HOME and FOLLOWED in st.session_state:
        name, at = st.session_state[FOLLOWED]
        _step(name, at, "back", today)


def _next(name: str, at: int, today: date) -> None:
    route = routes()[name]
    if at + 1 < len(route.steps):
        _step(name, at + 1, "next", today)
    else:
        _end(route, today)


def _step(name: str, at: int, key: str, today: date) -> None:
    steps = routes()[name].steps
    found = {"step": at + 1, "count": len(steps), "title": title_of(steps[at])}
    with st.container(key="next_step"):
        step_link(name, at, locale().words("route")[key].format(**found), today)


def _end(route: Route, today: date) -> None:
    """Say that the way ends here, and offer the page to print, if it has one."""
    texts = locale().words("route")
    st.markdown(texts["end"])
    if route.closing:
        drawn = picture(route.closing, _held(today), today, locale())
        with st.container(key="next_step"):
            st.link_button(texts["print"], f"{drawn.files['pdf']}?{query(drawn.link)}")


def _held(today: date) -> dict[str, InputValue]:
    """Return the inputs that were set at home, else those that it starts with."""
    found = st.session_state.get(f"_held:{HOME}")
    return dict(found or PAGE_MODELS[HOME].read({}, today)[0])


def _home_case(today: date) -> ThreeClocksCase:
    case = MODELS[HOME].case(_held(today), today)
    assert isinstance(case, ThreeClocksCase)
    return case
