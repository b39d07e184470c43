"""The credit record: what the report shows of an overdue, and until when."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.credit_record.case import (
    INPUTS,
    NOUN,
    answer,
    record_case,
    resolve_conflicts,
)
from after_overdue.models.credit_record.predictions import PREDICTABLE
from after_overdue.models.credit_record.view import credit_record_view

MODEL = Model(
    slug=NOUN,
    icon=":material/calendar_month:",
    inputs=INPUTS,
    page_inputs=("months_later", "chosen_month"),
    case=record_case,
    result_of=answer,
    draw=credit_record_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
