"""The picture of a case of an unlicensed loan."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import View, ViewRequest, plain_view
from after_overdue.models.unlicensed_loan.case import answer, unlicensed_loan_case
from after_overdue.models.unlicensed_loan.frames import (
    days_figure,
    days_paths,
    days_texts,
)
from after_overdue.models.unlicensed_loan.words import UnlicensedLoanWords

MAIN = "days"
"""The input that the slider inside the figure moves."""


def unlicensed_loan_view(asked: ViewRequest) -> View[UnlicensedLoanWords]:
    """Return the picture of a case."""
    case = unlicensed_loan_case(asked.values, asked.today)
    wording = UnlicensedLoanWords(case, asked.locale)
    figure, texts = days_figure(wording), days_texts(asked.locale, asked.today)
    return plain_view(
        asked,
        wording,
        figure,
        slider=asked.slider(MAIN, texts, wording.slider_text()),
        draw_paths=partial(days_paths, wording, figure),
        ask=partial(answer, case),
    )
