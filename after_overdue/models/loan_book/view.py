"""The picture of a case of the loan book."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import Cursor, View, ViewRequest, plain_view
from after_overdue.models.loan_book.case import answer, loan_book_case
from after_overdue.models.loan_book.frames import (
    MAIN,
    book_figure,
    book_paths,
    stopped_texts,
)
from after_overdue.models.loan_book.words import LoanBookWords


def loan_book_view(asked: ViewRequest) -> View[LoanBookWords]:
    """Return the picture of a case."""
    case = loan_book_case(asked.values, asked.today)
    wording = LoanBookWords(case, asked.locale)
    asked_for = asked.values["chosen_month"]
    month = asked_for or case.months
    figure = book_figure(wording, month)
    texts = stopped_texts(asked.locale, asked.today)
    return plain_view(
        asked,
        wording,
        figure,
        slider=asked.slider(MAIN, texts, wording.slider_text()),
        draw_paths=partial(book_paths, wording, figure, month),
        ask=partial(answer, case),
        chosen=Cursor(
            "chosen_month",
            month,
            1,
            wording.month_words(),
            ["late"],
            is_set=asked_for is not None,
        ),
    )
