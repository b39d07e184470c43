"""What is credit: the days between delivery and payment."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.credit_lag.case import INPUTS, NOUN, answer, credit_lag_case
from after_overdue.models.credit_lag.predictions import PREDICTABLE
from after_overdue.models.credit_lag.view import credit_lag_view

MODEL = Model(
    slug=NOUN,
    icon=":material/handshake:",
    inputs=INPUTS,
    case=credit_lag_case,
    result_of=answer,
    draw=credit_lag_view,
    predictable=PREDICTABLE,
)
