"""Score recovery: how a score comes back, as four readings have it."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.score_recovery.case import (
    INPUTS,
    NOUN,
    resolve_conflicts,
    score_case,
)
from after_overdue.models.score_recovery.predictions import PREDICTABLE
from after_overdue.models.score_recovery.result import answer
from after_overdue.models.score_recovery.view import score_view

MODEL = Model(
    slug=NOUN,
    icon=":material/trending_up:",
    inputs=INPUTS,
    page_inputs=("chosen_month",),
    case=score_case,
    result_of=answer,
    draw=score_view,
    resolve_conflicts=resolve_conflicts,
    predictable=PREDICTABLE,
)
