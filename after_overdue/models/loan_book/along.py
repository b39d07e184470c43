"""The case at other positions of a slider: all else as it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np

from after_overdue.models.loan_book.case import LoanBookCase


def cases_along(case: LoanBookCase, name: str) -> tuple[LoanBookCase, ...]:
    """Return the case at each position of the slider of a share."""
    low, high = ends_of(case, name)
    steps = round((high - low) / cast("float", case.numbers[name].dated.step))
    return cases_at(case, name, np.linspace(low, high, steps + 1).tolist())


def cases_at(
    case: LoanBookCase, name: str, shares: Sequence[float]
) -> tuple[LoanBookCase, ...]:
    """Return the case with each of these shares in place of its own."""
    return tuple(replace(case, **{name: each}) for each in shares)  # type: ignore[arg-type]  # a share


def ends_of(case: LoanBookCase, name: str) -> list[float]:
    """Return the least and the greatest share that a slider reaches."""
    return cast("list[float]", case.numbers[name].dated.range)
