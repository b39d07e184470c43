"""The picture of any model, by its noun: what everything that shows a case asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from after_overdue.cases.inputs import Given
from after_overdue.cases.picture import Asked, Picture
from after_overdue.cases.speech import Speech
from after_overdue.models.apr import case as apr
from after_overdue.models.apr.view import apr_picture
from after_overdue.models.credit_lag import case as credit_lag
from after_overdue.models.credit_lag.view import credit_lag_picture
from after_overdue.models.credit_record import case as credit_record
from after_overdue.models.credit_record.view import credit_record_picture
from after_overdue.models.loan_book import case as loan_book
from after_overdue.models.loan_book.view import loan_book_picture
from after_overdue.models.penalty_interest import case as penalty_interest
from after_overdue.models.penalty_interest.view import penalty_picture
from after_overdue.models.registry import MODELS, Model
from after_overdue.models.score_recovery import case as score_recovery
from after_overdue.models.score_recovery.view import score_picture

PAGE_MODELS: Mapping[str, Model] = MappingProxyType(
    {
        **MODELS,
        score_recovery.NOUN: replace(
            MODELS[score_recovery.NOUN], wanted=score_recovery.wanted_by_page
        ),
        apr.NOUN: replace(MODELS[apr.NOUN], wanted=apr.wanted_by_page),
        credit_record.NOUN: replace(
            MODELS[credit_record.NOUN], wanted=credit_record.page_wanted
        ),
        loan_book.NOUN: replace(
            MODELS[loan_book.NOUN], wanted=loan_book.wanted_by_page
        ),
    }
)
"""The models as their pages ask them: with the place told in detail as an input."""

_DRAWN: Mapping[str, Callable[[Asked], Picture[Any]]] = MappingProxyType(
    {
        score_recovery.NOUN: score_picture,
        credit_record.NOUN: credit_record_picture,
        penalty_interest.NOUN: penalty_picture,
        apr.NOUN: apr_picture,
        credit_lag.NOUN: credit_lag_picture,
        loan_book.NOUN: loan_book_picture,
    }
)


def picture(
    noun: str, held: Mapping[str, Given], today: date, speech: Speech
) -> Picture[Any]:
    """Return the picture of a model with these values.

    Parameters
    ----------
    noun : a key of `PAGE_MODELS`
    held : values as ``PAGE_MODELS[noun].read`` returns them
    today : the day whose numbers and rules are used
    speech : the language
    """
    wanted = PAGE_MODELS[noun].wanted(today)
    return _DRAWN[noun](Asked(noun, wanted, held, today, speech))
