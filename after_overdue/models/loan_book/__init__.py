"""The loan book: what three checkpoints do to it."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.loan_book.case import (
    INPUTS,
    NOUN,
    answer,
    loan_book_case,
    resolve_conflicts,
)
from after_overdue.models.loan_book.predictions import PREDICTABLE
from after_overdue.models.loan_book.view import loan_book_view

MODEL = Model(
    slug=NOUN,
    icon=":material/account_balance:",
    inputs=INPUTS,
    page_inputs=("chosen_month",),
    case=loan_book_case,
    result_of=answer,
    draw=loan_book_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
