"""The picture of a case of the time lag that makes credit."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import View, ViewRequest, plain_view
from after_overdue.models.credit_lag.case import answer, credit_lag_case
from after_overdue.models.credit_lag.frames import lag_figure, lag_paths, lag_texts
from after_overdue.models.credit_lag.words import CreditLagWords

MAIN = "lag_days"
"""The input that the slider inside the figure moves."""


def credit_lag_view(asked: ViewRequest) -> View[CreditLagWords]:
    """Return the picture of a case."""
    case = credit_lag_case(asked.values, asked.today)
    wording = CreditLagWords(case, asked.locale)
    figure, texts = lag_figure(wording), lag_texts(asked.locale, asked.today)
    return plain_view(
        asked,
        wording,
        figure,
        slider=asked.slider(MAIN, texts, wording.slider_text()),
        draw_paths=partial(lag_paths, wording, figure),
        ask=partial(answer, case),
    )
