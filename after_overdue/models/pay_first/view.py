"""The picture of several debts."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import View, ViewRequest, plain_view
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
    wording, months = PayFirstWords(case, asked.locale), axis_months(case)
    figure = order_figure(wording, months)
    slider = asked.slider(MAIN, budget_texts(case, asked.locale), wording.slider_text())
    return plain_view(
        asked,
        wording,
        figure,
        slider=slider.on(travel(case)),
        draw_paths=partial(order_paths, wording, figure, months),
        ask=partial(answer, case),
    )
