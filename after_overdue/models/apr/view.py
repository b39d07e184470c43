"""The picture of a case of true cost."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import Cursor, View, ViewRequest, plain_view
from after_overdue.models.apr.case import answer, apr_case
from after_overdue.models.apr.frames import fee_figure, fee_paths, fee_texts
from after_overdue.models.apr.words import AprWords

MAIN = "monthly_fee"
"""The input that the slider inside the figure moves."""


def apr_view(asked: ViewRequest) -> View[AprWords]:
    """Return the picture of a case."""
    case = apr_case(asked.values, asked.today)
    wording = AprWords(case, asked.locale)
    asked_for = asked.values["chosen_month"]
    month = asked_for or case.last_month
    figure, texts = fee_figure(wording, month), fee_texts(asked.locale, asked.today)
    return plain_view(
        asked,
        wording,
        figure,
        slider=asked.slider(MAIN, texts, wording.slider_text()),
        draw_paths=partial(fee_paths, wording, figure, month),
        ask=partial(answer, case),
        chosen=Cursor(
            "chosen_month",
            month,
            1,
            wording.month_words(),
            ["owed"],
            is_set=asked_for is not None,
        ),
    )
