"""The picture of a case of penalty interest."""

from __future__ import annotations

from functools import partial
from typing import Any

from after_overdue.cases.view import Cursor, View, ViewRequest
from after_overdue.models.penalty_interest.case import penalty_case
from after_overdue.models.penalty_interest.frames import (
    PenaltyChart,
    rates_of,
    slider_of,
)
from after_overdue.models.penalty_interest.result import answer
from after_overdue.models.penalty_interest.words import PenaltyWords

NEAR_DAYS = 120
"""The last day in view, unless a later one is asked about."""


def penalty_view(asked: ViewRequest) -> View[PenaltyWords]:
    """Return the picture of a case."""
    case = penalty_case(asked.values, asked.today)
    wording = PenaltyWords(case, asked.locale)
    whole: Any = asked.inputs["days"].high
    last_day = NEAR_DAYS if case.days <= NEAR_DAYS else whole
    moved: Any = asked.inputs[slider_of(case)]
    rates = rates_of(moved.low, moved.high, moved.value.dated.step or 1)
    chart = PenaltyChart(case, asked.locale, last_day, rates)
    texts, now = chart.slider_texts(), wording.slider_text()
    return View(
        asked=asked,
        wording=wording,
        figure=chart.figure(),
        headlines=wording.headlines(),
        answers=wording.answers(),
        origin=asked.locale.origin(case.on),
        slider=asked.slider(chart.slider, texts, now),
        chosen=Cursor(
            "days", case.days, 0, wording.day_words(last_day), chart.lines[:1]
        ),
        draw_paths=chart.paths,
        ask=partial(answer, case),
        follows_chosen=case.terms.compound_days is not None or last_day != NEAR_DAYS,
        resolved={"on": case.on},
    )
