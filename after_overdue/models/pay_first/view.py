"""The picture of several debts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from after_overdue.cases.view import View, ViewRequest
from after_overdue.models.pay_first.case import answer, pay_first_case, travel
from after_overdue.models.pay_first.frames import (
    axis_months,
    budget_texts,
    order_figure,
    order_paths,
)
from after_overdue.models.pay_first.words import PayFirstWords

MAIN = "budget"
"""The input that the slider inside the figure moves."""


def pay_first_view(asked: ViewRequest) -> View[PayFirstWords]:
    """Return the picture of a case; how far its slider goes depends on the debts."""
    case = pay_first_case(asked.values, asked.today)
    wording, way, months = (
        PayFirstWords(case, asked.locale),
        travel(case),
        axis_months(case),
    )
    figure = order_figure(wording, months)
    slider = asked.slider(MAIN, budget_texts(case, asked.locale), wording.slider_text())
    return View(
        asked=asked,
        wording=wording,
        figure=figure,
        headlines=wording.headlines(),
        answers=wording.answers(),
        origin=asked.locale.origin(case.as_of),
        slider=replace(
            slider,
            min=way.low,
            max=way.high,
            step=way.step,
            value=way.nearest(case.budget),
        ),
        draw_paths=partial(order_paths, wording, figure, months),
        ask=partial(answer, case),
    )
