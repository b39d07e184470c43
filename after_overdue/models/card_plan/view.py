"""The picture of a card debt."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import View, ViewRequest, plain_view
from after_overdue.models.card_plan.case import answer, card_plan_case, travel
from after_overdue.models.card_plan.frames import plan_figure, plan_paths, plan_texts
from after_overdue.models.card_plan.words import CardPlanWords

MAIN = "pay_per_month"
"""The input that the slider inside the figure moves."""


def card_plan_view(asked: ViewRequest) -> View[CardPlanWords]:
    """Return the picture of a case; how far its slider goes depends on the debt."""
    case = card_plan_case(asked.values, asked.today)
    wording = CardPlanWords(case, asked.locale)
    figure = plan_figure(wording)
    slider = asked.slider(MAIN, plan_texts(case, asked.locale), wording.slider_text())
    return plain_view(
        asked,
        wording,
        figure,
        slider=slider.on(travel(case)),
        draw_paths=partial(plan_paths, wording, figure),
        ask=partial(answer, case),
    )
