"""An unlicensed loan: what it costs a year, and what the law counts of it."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.unlicensed_loan.case import (
    INPUTS,
    NOUN,
    answer,
    resolve_conflicts,
    unlicensed_loan_case,
)
from after_overdue.models.unlicensed_loan.predictions import PREDICTABLE
from after_overdue.models.unlicensed_loan.view import unlicensed_loan_view

MODEL = Model(
    slug=NOUN,
    icon=":material/money_off:",
    inputs=INPUTS,
    case=unlicensed_loan_case,
    result_of=answer,
    draw=unlicensed_loan_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
