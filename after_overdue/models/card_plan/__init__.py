"""A card debt: the shrinking minimum, a fixed payment, an agreed plan."""

from __future__ import annotations

from after_overdue.cases.model import Model
from after_overdue.models.card_plan.case import INPUTS, NOUN, answer, card_plan_case
from after_overdue.models.card_plan.predictions import PREDICTABLE
from after_overdue.models.card_plan.view import card_plan_view

MODEL = Model(
    slug=NOUN,
    icon=":material/credit_card:",
    inputs=INPUTS,
    case=card_plan_case,
    result_of=answer,
    draw=card_plan_view,
    predictable=PREDICTABLE,
)
