"""The picture of a case of penalty interest."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from after_overdue.cases.view import View, ViewRequest
from after_overdue.models.penalty_interest.case import FAR, NEAR_DAYS, penalty_case
from after_overdue.models.penalty_interest.frames import PenaltyChart
from after_overdue.models.penalty_interest.result import answer
from after_overdue.models.penalty_interest.words import PenaltyWords

MAIN = "days"
"""The input that the slider inside the figure moves."""


def penalty_view(asked: ViewRequest) -> View[PenaltyWords]:
    """Return the picture of a case."""
    case = penalty_case(asked.values, asked.today)
    wording = PenaltyWords(case, asked.locale)
    whole: Any = asked.inputs[MAIN].high
    last_day = whole if asked.values["days_in_view"] == FAR else NEAR_DAYS
    chart = PenaltyChart(case, asked.locale, last_day)
    slider = asked.slider(MAIN, chart.slider_texts())
    return View(
        asked=asked,
        wording=wording,
        figure=chart.figure(),
        headlines=wording.headlines(),
        answers=wording.answers(),
        sentence=wording.sentence(),
        origin=asked.locale.origin(case.on),
        slider=replace(slider, max=last_day),
        draw_paths=chart.paths,
        ask=partial(answer, case),
        resolved={"on": case.on},
    )
