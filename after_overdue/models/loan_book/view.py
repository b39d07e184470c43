"""The picture of a case of the loan book."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.view import Cursor, View, ViewRequest
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
    month = asked.values["chosen_month"] or case.months
    figure, texts = (
        book_figure(wording, month),
        stopped_texts(asked.locale, asked.today),
    )
    return View(
        asked=asked,
        wording=wording,
        figure=figure,
        headlines=wording.headlines(),
        answers=wording.answers(),
        origin=asked.locale.origin(case.as_of),
        slider=asked.slider(MAIN, texts, wording.slider_text()),
        chosen=Cursor("chosen_month", month, 1, wording.month_words(), ["late"]),
        draw_paths=partial(book_paths, wording, figure, month),
        ask=partial(answer, case),
        follows_chosen=True,
        resolved={"chosen_month": month},
    )
