"""A chip and a slider that the server hears at once count in the order of the hand."""

from datetime import date

import pytest

from after_overdue.cases.locale import Locale
from after_overdue.cases.view import View
from after_overdue.models.registry import PAGE_MODELS, picture
from after_overdue.sharing.sent_figure import preset_cases
from after_overdue.ui import live_figure

TODAY, NOUN, SLIDER = date(2026, 11, 29), "score_recovery", "points_lost"


@pytest.fixture
def drawn() -> View[object]:
    values, _ = PAGE_MODELS[NOUN].read({}, TODAY)
    return picture(NOUN, values, TODAY, Locale("en"))


@pytest.mark.parametrize("chip_first", [True, False])
@pytest.mark.parametrize("heard_first", ["chip", "slider"])
def test_the_last_one_touched_counts(
    drawn, monkeypatch, chip_first, heard_first
) -> None:
    """The platform calls back in an order of its own."""
    mount, moved = f"{NOUN}.figure", 33
    told = {"preset": [0, 1.0], SLIDER: [moved, 2.0 if chip_first else 0.5]}
    state = {mount: told, SLIDER: 60}
    monkeypatch.setattr("streamlit.session_state", state)
    monkeypatch.setattr("streamlit.rerun", lambda *_: None)
    calls = {
        "chip": lambda: live_figure._take_chip(drawn),
        "slider": lambda: live_figure._take_slider(mount, drawn.slider),
    }
    for name in sorted(calls, key=lambda name: name != heard_first):
        calls[name]()
    chip = preset_cases(NOUN, TODAY)[0][SLIDER]
    assert chip != moved
    assert state[SLIDER] == (moved if chip_first else chip)
