"""Limitation: three years to sue, two to enforce, five for the mark."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.limitation.case import (
    INPUTS,
    NOUN,
    answer,
    limitation_case,
    resolve_conflicts,
)
from after_overdue.models.limitation.predictions import PREDICTABLE
from after_overdue.models.limitation.view import limitation_view

MODEL = Model(
    slug=NOUN,
    icon=":material/hourglass_bottom:",
    inputs=INPUTS,
    case=limitation_case,
    result_of=answer,
    draw=limitation_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
