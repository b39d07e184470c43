"""The picture of a card debt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from after_overdue.cases.view import View, ViewRequest
from after_overdue.models.card_plan.case import answer, card_plan_case, travel
from after_overdue.models.card_plan.frames import plan_figure, plan_paths, plan_texts
from after_overdue.models.card_plan.words import CardPlanWords

MAIN = "pay_per_month"
"""The input that the slider inside the figure moves."""


def card_plan_view(asked: ViewRequest) -> View[CardPlanWords]:
    """Return the picture of a case; how far its slider goes depends on the debt."""
    case = card_plan_case(asked.values, asked.today)
    told, way = CardPlanWords(case, asked.locale), travel(case)
    figure = plan_figure(told)
    slider = asked.slider(MAIN, plan_texts(case, asked.locale), told.slider_text())
    return View(
        asked=asked,
        told=told,
        figure=figure,
        headlines=told.headlines(),
        answers=told.answers(),
        origin=asked.locale.origin(case.as_of),
        slider=replace(
            slider,
            min=way.low,
            max=way.high,
            step=way.step,
            value=way.nearest(case.pay_per_month),
        ),
        draw_paths=partial(plan_paths, told, figure),
        ask=partial(answer, case),
    )
