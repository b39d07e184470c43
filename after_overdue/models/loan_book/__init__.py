"""The loan book: what three checkpoints do to it."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.loan_book.case import (
    INPUTS,
    NOUN,
    answer,
    loan_book_case,
    settle,
)
from after_overdue.models.loan_book.predictions import PREDICTABLE
from after_overdue.models.loan_book.view import loan_book_picture

MODEL = Model(
    slug=NOUN,
    icon=":material/account_balance:",
    inputs=INPUTS,
    page_inputs=("chosen_month",),
    case=loan_book_case,
    answer_of=answer,
    draw=loan_book_picture,
    settle=settle,
    predictable=PREDICTABLE,
)
