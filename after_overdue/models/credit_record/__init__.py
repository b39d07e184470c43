"""The credit record: what the report shows of an overdue, and until when."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.credit_record.case import (
    INPUTS,
    NOUN,
    answer,
    record_case,
    settle,
)
from after_overdue.models.credit_record.predictions import PREDICTABLE
from after_overdue.models.credit_record.view import credit_record_picture

MODEL = Model(
    slug=NOUN,
    icon=":material/calendar_month:",
    inputs=INPUTS,
    page_inputs=("months_later", "chosen_month"),
    case=record_case,
    answer_of=answer,
    draw=credit_record_picture,
    settle=settle,
    predictable=PREDICTABLE,
)
