"""True cost: what a flat monthly fee really costs a year."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.apr.case import (
    INPUTS,
    NOUN,
    answer,
    apr_case,
    resolve_conflicts,
)
from after_overdue.models.apr.predictions import PREDICTABLE
from after_overdue.models.apr.view import apr_view

MODEL = Model(
    slug=NOUN,
    icon=":material/percent:",
    inputs=INPUTS,
    page_inputs=("chosen_month",),
    case=apr_case,
    result_of=answer,
    draw=apr_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
