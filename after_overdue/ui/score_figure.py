"""The live figure of score recovery: what it shows, and its paths."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from after_overdue.cases.score_figure import MAIN_SLIDER, score_figure, score_paths
from after_overdue.cases.score_recovery import NOUN, ScoreCase
from after_overdue.cases.score_words import ScoreWords
from after_overdue.model.score_recovery import READINGS
from after_overdue.ui.address import whole_link
from after_overdue.ui.language import speech
from after_overdue.ui.live_figure import (
    Shown,
    Slider,
    live_figure,
    live_paths,
    packed_paths,
    paths_id,
)
from after_overdue.ui.page_inputs import PageInputs

PATHS_KEPT = 64


def show_figure(told: ScoreWords, inputs: PageInputs) -> None:
    """Draw the readings and the clocks, with the points-lost slider."""
    chosen: Any = inputs.held["chosen_month"]
    case = told.case
    live_figure(
        Shown(
            figure=score_figure(told, chosen),
            name=told.say("figure_name"),
            headlines=told.headlines_now(),
            readings=[name for name in READINGS if name in case.readings],
            chosen_month=chosen,
            month_words=[told.at(month) for month in range(case.months + 1)],
            words={**speech().words("figure"), "origin": told.origin()},
            link=_link(told, inputs),
            filename=NOUN.replace("_", "-"),
            slider=_slider(told, inputs),
            paths_id=_id(told),
        ),
        key=NOUN,
    )


def show_paths(told: ScoreWords, inputs: PageInputs) -> None:
    """Hand over every position of the slider; last, so that nothing waits for it."""
    case = replace(told.case, points_lost=0)
    most: Any = inputs.wanted[MAIN_SLIDER].high
    packed = _packed(_id(told), most, _Unhashed(case), _language())
    live_paths(_id(told), packed, key=NOUN)


def _slider(told: ScoreWords, inputs: PageInputs) -> Slider:
    wanted: Any = inputs.wanted[MAIN_SLIDER]
    return Slider(
        name=MAIN_SLIDER,
        label=inputs.label(MAIN_SLIDER),
        text=told.say("points", points="{value}"),
        min=wanted.low,
        max=wanted.high,
        step=1,
        value=told.case.points_lost,
    )


def _link(told: ScoreWords, inputs: PageInputs) -> str:
    """Return a query string with every value, those too that follow from others."""
    case = told.case
    held = {**inputs.held, "repaired_in": case.repaired_in, "target": case.target}
    return urlencode(whole_link(inputs.wanted, held, lang=_language()))


def _language() -> str:
    return speech().language


def _id(told: ScoreWords) -> str:
    """Return the name of the case without its points lost."""
    case = told.case
    parts = [
        getattr(case, name) for name in case.__dataclass_fields__ if name != MAIN_SLIDER
    ]
    return paths_id(_language(), *parts)


class _Unhashed:
    """A case as a cached function's argument that its key does not need."""

    def __init__(self, case: ScoreCase) -> None:
        self.case = case

    def __eq__(self, _other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=PATHS_KEPT)
def _packed(_case_id: str, most_lost: int, held: _Unhashed, language: str) -> str:
    told = ScoreWords(held.case, speech())
    return packed_paths(score_paths(told, score_figure(told, None), most_lost))
