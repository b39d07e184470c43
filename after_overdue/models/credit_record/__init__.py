"""The credit record: what the report shows of an overdue, and until when."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.credit_record.case import (
    INPUTS,
    NOUN,
    answer,
    one_way,
    record_case,
    resolve_conflicts,
)
from after_overdue.models.credit_record.predictions import PREDICTABLE
from after_overdue.models.credit_record.view import credit_record_view

MODEL = Model(
    slug=NOUN,
    paid_after="paid_after",
    icon=":material/calendar_month:",
    inputs=INPUTS,
    page_inputs=("months_later", "chosen_month"),
    case=record_case,
    result_of=answer,
    draw=credit_record_view,
    resolve_conflicts=resolve_conflicts,
    one_way=one_way,
    predictable=PREDICTABLE,
)
