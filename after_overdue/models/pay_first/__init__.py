"""Several debts: which one to pay first."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.pay_first.case import (
    INPUTS,
    NOUN,
    answer,
    pay_first_case,
    resolve_conflicts,
)
from after_overdue.models.pay_first.predictions import PREDICTABLE
from after_overdue.models.pay_first.view import pay_first_view

MODEL = Model(
    slug=NOUN,
    icon=":material/format_list_numbered:",
    inputs=INPUTS,
    case=pay_first_case,
    result_of=answer,
    draw=pay_first_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
