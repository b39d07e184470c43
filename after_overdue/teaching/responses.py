"""What may be answered to a step, as plain JSON values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from after_overdue.cases.predictions import PREDICTABLE
from after_overdue.errors import ClassError
from after_overdue.teaching.lesson import Prediction, QuizStep, Step

PREDICTED = {"month": ("month",), "number": ("number",), "point": ("month", "number")}
FARTHEST_MONTH, LARGEST_NUMBER = 1_200, 1e12
"""Beyond what any model shows."""
MOST_OPTIONS, LONGEST_OPTION = 20, 80


def checked_response(step: Step, response: object) -> dict[str, Any]:
    """Return the response; raise ClassError where it is no answer to the step."""
    if isinstance(response, dict) and _fits(step, response):
        return response
    raise ClassError("response")


def _fits(step: Step, response: dict[str, Any]) -> bool:
    if isinstance(step, Prediction):
        return _fits_prediction(step, response)
    return isinstance(step, QuizStep) and _fits_question(step, response)


def _fits_prediction(step: Prediction, response: dict[str, Any]) -> bool:
    if set(response) != set(PREDICTED[step.asks]):
        return False
    month, number = response.get("month", 0), response.get("number", 0)
    if month is None and PREDICTABLE[step.page][step.asks].may_be_none:
        return True
    whole = type(month) is int and 0 <= month <= FARTHEST_MONTH
    return whole and is_number(number)


def _fits_question(_step: QuizStep, response: dict[str, Any]) -> bool:
    if set(response) == {"number"}:
        return is_number(response["number"])
    if set(response) in ({"options"}, {"order"}):
        return _are_options(next(iter(response.values())))
    return False


def is_number(found: object) -> bool:
    """Return whether this is a number that a model could show."""
    return (
        type(found) in (int, float)
        and math.isfinite(found)  # type: ignore[arg-type]
        and abs(found) <= LARGEST_NUMBER  # type: ignore[arg-type]
    )


def _are_options(found: object) -> bool:
    if not isinstance(found, Sequence) or isinstance(found, str):
        return False
    named = all(isinstance(each, str) and _is_id(each) for each in found)
    return named and 0 < len(found) <= MOST_OPTIONS and len(set(found)) == len(found)


def _is_id(found: str) -> bool:
    plain = found.isascii() and found.replace("-", "").isalnum()
    return plain and len(found) <= LONGEST_OPTION
