"""Penalty interest: what each day overdue costs."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.penalty_interest.case import (
    INPUTS,
    NOUN,
    penalty_case,
    resolve_conflicts,
)
from after_overdue.models.penalty_interest.predictions import PREDICTABLE
from after_overdue.models.penalty_interest.result import answer
from after_overdue.models.penalty_interest.view import penalty_view

MODEL = Model(
    slug=NOUN,
    paid_after="days",
    icon=":material/timer:",
    inputs=INPUTS,
    page_inputs=("days_in_view",),
    case=penalty_case,
    result_of=answer,
    draw=penalty_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
