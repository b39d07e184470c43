"""What every Explore page is: a question, its figure, and folds for whoever goes on.

Nothing whose length changes stands above the figure, so that it stays under the hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from after_overdue import clock
from after_overdue.cases.permalinks import query
from after_overdue.cases.view import View
from after_overdue.catalog.parameters import Value
from after_overdue.figures.theme import Figure
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.ui import elements, share
from after_overdue.ui.address import site_address
from after_overdue.ui.copy_field import copy_field
from after_overdue.ui.language import locale
from after_overdue.ui.live_figure import live_figure, still_figure
from after_overdue.ui.page_inputs import PageInputs, page_inputs

CHOSEN = "_place_chosen"
"""Where the session state keeps on which page a place was last chosen, or not."""
FILES = ("png", "svg", "csv", "metadata", "pdf")

Settings = Callable[[PageInputs], None]
"""Draws the settings of a case that its figure does not move."""
Working = Callable[[PageInputs, View[Any]], None]
"""Draws how a case is worked out."""
Part = Callable[[View[Any]], None]
"""Draws what a page has of its own about a case."""


def nothing(_drawn: View[Any]) -> None:
    """Draw nothing of a page's own."""


def page(
    noun: str,
    *,
    settings: Settings,
    working: Working,
    numbers: Callable[[View[Any]], Iterable[Value]],
    basis: Part = nothing,
    invitation: Part = nothing,
) -> None:
    """Draw a page: its question, the figure that answers, then what is folded.

    Parameters
    ----------
    numbers : those that a case rests on
    basis : what a case rests on besides its numbers
    invitation : what else a reader may do, below the figure
    """
    model, today = PAGE_MODELS[noun], clock.today()
    texts, site = locale().words(noun), locale().words("site")
    st.title(texts["title"], anchor=False)
    first, own, lines = (st.container() for _ in range(3))
    inputs = page_inputs(model, today)
    grounds, away = fold("grounds"), fold("away")

    @st.fragment(key="case")
    def case() -> None:
        """Draw and tell the case; what the figure moves reruns this alone."""
        inputs = page_inputs(model, today)
        drawn = picture_of(noun, inputs)
        draw(drawn)
        elements.notices(inputs)
        invitation(drawn)
        with lines:
            _answers(drawn, partial(working, inputs))
        if grounds is not None:
            with grounds:
                basis(drawn)
                elements.sources(numbers(drawn))
                elements.claims(noun)
        take_away(drawn, away)

    with first:
        case()
    with own.expander(site["own_case"], key="own_case"):
        settings(inputs)


def _answers(drawn: View[Any], working: Part) -> None:
    """Fold away the answers and, once it is open, their working.

    The fold opens by itself when a reader begins to look at a place in detail.
    """
    now = drawn.noun, drawn.is_chosen
    if drawn.is_chosen and st.session_state.get(CHOSEN) != now:
        st.session_state["working"] = True
    st.session_state[CHOSEN] = now
    title = locale().words("site")["working"]
    told = st.expander(title, on_change="rerun", key="working")
    with told:
        elements.answers(drawn.answers)
        if told.open:
            working(drawn)


def picture_of(noun: str, inputs: PageInputs) -> View[Any]:
    """Return the picture of what the reader asks of a page."""
    return picture(noun, inputs.values, inputs.today, locale())


def fold(name: str) -> DeltaGenerator | None:
    """Draw a fold for the case to fill; return it once it is open, which reruns all.

    It stands outside the fragment: as long as it is closed, no change of the case
    asks anything of it.
    """
    found = st.expander(locale().words("site")[name], on_change="rerun", key=name)
    return found if found.open else None


def draw(drawn: View[Any]) -> None:
    """Draw the figure of a case.

    The browser begins to draw while the rest is still under way, and fetches every
    position of the slider afterwards, so that no answer waits for either.
    """
    share.note(drawn)
    live_figure(drawn)


def take_away(drawn: View[Any], away: DeltaGenerator | None) -> None:
    """Offer the link, the picture, the table and the sheet of a case, once opened."""
    if away is None:
        return
    site, texts = locale().words("site"), locale().words("figure")
    asked, origin = query(drawn.link), site_address()
    with away:
        copy_field(site["link"], f"{origin}/{_path(drawn)}?{asked}", key="away.link")
        with st.container(horizontal=True):
            for form in FILES:
                st.link_button(texts[form], f"{origin}{drawn.files[form]}?{asked}")
        elements.table(drawn.wording.table(drawn.answer))


def still(figure: Figure, drawn: View[Any], *, key: str) -> None:
    """Draw a further figure of a case, in which nothing moves."""
    still_figure(
        figure,
        name=figure["layout"]["meta"]["alt"],
        words={**locale().words("figure"), "origin": drawn.origin},
        filename=f"{drawn.noun.replace('_', '-')}-{key}",
        key=key,
    )


def _path(drawn: View[Any]) -> str:
    return "" if PAGE_MODELS[drawn.noun].is_home else drawn.noun
