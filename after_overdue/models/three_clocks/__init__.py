"""Three clocks: one overdue as debt, credit record and score, by when it is paid."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.three_clocks.case import (
    INPUTS,
    NOUN,
    answer,
    three_clocks_case,
)
from after_overdue.models.three_clocks.view import three_clocks_view

MODEL = Model(
    slug=NOUN,
    paid_after="paid_after",
    icon=":material/home:",
    inputs=INPUTS,
    case=three_clocks_case,
    result_of=answer,
    draw=three_clocks_view,
    page_path="home",
)
