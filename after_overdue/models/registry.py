"""The models a reader can ask: the only list of them, in the order of the menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.model import Model
from after_overdue.cases.view import View
from after_overdue.catalog.rules_models import ModelNeeds
from after_overdue.models import (
    apr,
    card_plan,
    credit_lag,
    credit_record,
    limitation,
    loan_book,
    pay_first,
    penalty_interest,
    score_recovery,
    three_clocks,
    unlicensed_loan,
)

MODELS: Mapping[str, Model] = MappingProxyType(
    {
        noun.MODEL.slug: noun.MODEL
        for noun in (
            three_clocks,
            score_recovery,
            credit_record,
            penalty_interest,
            card_plan,
            pay_first,
            apr,
            limitation,
            unlicensed_loan,
            credit_lag,
            loan_book,
        )
    }
)
"""The models by slug."""

HOME: str = next(slug for slug, model in MODELS.items() if model.is_home)
"""The model that a site begins with: its page has the address without a name."""

PAGE_MODELS: Mapping[str, Model] = MappingProxyType(
    {slug: model.page for slug, model in MODELS.items()}
)
"""The models as their pages ask them: with the place told in detail as an input."""


NEEDS: Sequence[ModelNeeds] = tuple(
    ModelNeeds(
        model.slug,
        (*model.inputs, *model.page_inputs),
        tuple(each.kind for each in model.predictable),
        model.page_path,
    )
    for model in MODELS.values()
)
"""What the models need of the content, for its check."""


def picture(
    slug: str, values: Mapping[str, InputValue], today: date, locale: Locale
) -> View[Any]:
    """Return the picture of a model with values as its page reads them."""
    return MODELS[slug].picture(values, today, locale)
