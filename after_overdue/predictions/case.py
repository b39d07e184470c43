"""A case of a prediction: what is asked at a trainer's settings, and what is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from after_overdue.cases.inputs import InputValue
from after_overdue.cases.locale import Locale
from after_overdue.cases.predictable import (
    PERCENT,
    At,
    Ends,
    Months,
    Predictable,
    Truth,
)
from after_overdue.cases.refusals import sentence
from after_overdue.cases.result import AnyResult
from after_overdue.catalog.files import LANGUAGES
from after_overdue.catalog.parameters import Value, value
from after_overdue.errors import InputError
from after_overdue.models.registry import MODELS, PAGE_MODELS, picture
from after_overdue.predictions.curves import CurvePad, distance, pad_on

Response = Mapping[str, Any]
"""What a learner answered: ``month`` (None for "there is none"), ``number`` or both,
or ``curve``, its points from left to right."""
ANY_LANGUAGE = Locale(LANGUAGES[0])
"""The axes of a chart are the same in all of them."""
SHARES = ("share", "share-per-year")
PREDICTABLE: Mapping[str, Mapping[str, Predictable]] = MappingProxyType(
    {
        page: MappingProxyType({each.kind: each for each in model.predictable})
        for page, model in MODELS.items()
        if model.predictable
    }
)
"""Everything that may be predicted, by page and kind."""


@dataclass(frozen=True)
class PredictionCase:
    """One prediction at one set of settings."""

    page: str
    thing: Predictable
    values: Mapping[str, InputValue]
    today: date

    @cached_property
    def _at(self) -> At:
        inputs = PAGE_MODELS[self.page].inputs_on(self.today)
        high = {name: each.high for name, each in inputs.items()}
        return At(self.values, high, self.today)

    @property
    def months(self) -> Ends | None:
        """The months that may be predicted, where one is asked for."""
        return self.thing.months(self._at) if self.thing.months else None

    @property
    def numbers(self) -> Ends | None:
        """The numbers that may be predicted, where one is asked for."""
        return self.thing.numbers(self._at) if self.thing.numbers else None

    @cached_property
    def pad(self) -> CurvePad | None:
        """Where a curve is drawn, where one is asked for: on the model's own axes."""
        if self.thing.kind != "curve":
            return None
        values = {**self.values, **self.thing.fixed}
        drawn = picture(self.page, values, self.today, ANY_LANGUAGE).figure
        start, by = self.truth.curves[0][0], self.thing.divisor(self.values)
        ends = (self.numbers.low, self.numbers.high) if self.numbers else None
        return pad_on(drawn["layout"], start=start, by=by, ends=ends)

    @property
    def modelled(self) -> list[list[float]]:
        """The model's curves on the axes; what has ended stays as it ended."""
        assert self.pad  # a curve is asked for
        months = range(self.pad.months[-1] + 1)
        return [
            [each[min(month, len(each) - 1)] for month in months]
            for each in self.truth.curves
        ]

    def accepts(self, response: object) -> bool:
        """Return whether this is an answer within what may be predicted."""
        if self.pad:
            one = isinstance(response, Mapping) and response.keys() == {"curve"}
            return one and self.pad.accepts(response["curve"])  # type: ignore[index]
        asked = {"month": self.months, "number": self.numbers}
        named = {name: ends for name, ends in asked.items() if ends}
        if not isinstance(response, Mapping) or response.keys() != named.keys():
            return False
        if response.get("month", 0) is None:
            return self.thing.may_be_none
        return all(_within(response[name], ends, name) for name, ends in named.items())

    @cached_property
    def answer(self) -> AnyResult:
        """What the model says at these settings."""
        model = PAGE_MODELS[self.page]
        return model.answer({**self.values, **self.thing.fixed}, self.today)

    @cached_property
    def truth(self) -> Truth:
        """What is right."""
        return self.thing.truth(self._at, self.answer)

    @property
    def tolerance(self) -> Value:
        """How far from the truth an answer may lie and still be right."""
        name = f"{self.page}_{self.thing.kind}"
        return value(f"prediction.{name}", self.today)

    def is_right(self, response: Response) -> bool:
        """Return whether a response lies within the tolerance of the truth."""
        month, number = response.get("month"), response.get("number")
        if self.thing.kind == "curve":
            off = self.distance(response)
            return off is not None and off <= self._margin(self.truth.curves[0])
        if self.thing.kind == "month":
            return self._is_right_month(month)
        if self.thing.kind == "number":
            return self._is_near(number, self.truth.numbers)
        curves = [each for each in self.truth.curves if 0 <= month < len(each)]  # type: ignore[operator]  # a point has both
        return bool(curves) and self._is_near(number, [each[month] for each in curves])  # type: ignore[index]

    def _is_right_month(self, month: int | None) -> bool:
        return is_right_month(month, self.truth.months, self.tolerance.number)

    def distance(self, response: Response) -> float | None:
        """Return how far a response lies from the model; None where it names no place.

        In the unit of what is predicted: of a curve on average over its points, of a
        month in months. Where the model has several answers, from the nearest.
        """
        month, number = response.get("month"), response.get("number")
        if self.pad:
            months, curve = self.pad.months, response["curve"]
            return min(distance(curve, months, each) for each in self.truth.curves)
        if self.thing.kind == "month":
            known = [each for each in self.truth.months if each is not None]
            return None if month is None else _nearest(month, known)
        if self.thing.kind == "number":
            return _nearest(number, self.truth.numbers)
        there = [each[month] for each in self.truth.curves if month < len(each)]  # type: ignore[operator, index]  # a point has both
        return _nearest(number, there)

    @property
    def right_ends(self) -> Ends | None:
        """The least and the greatest answer that is right, where that is one number."""
        if self.thing.kind == "number":
            return self._near(self.truth.numbers)
        known = [each for each in self.truth.months if each is not None]
        if self.thing.kind != "month" or not known:
            return None
        margin = self.tolerance.number
        return Ends(min(known) - margin, max(known) + margin)

    def _is_near(self, number: Any, right: Sequence[float]) -> bool:  # noqa: ANN401  # as JSON holds it
        ends = self._near(right)
        return bool(ends.low <= number <= ends.high)

    def _near(self, right: Sequence[float]) -> Ends:
        margin = self._margin(right)
        return Ends(min(right) - margin, max(right) + margin)

    def _margin(self, right: Sequence[float]) -> float:
        margin = float(self.tolerance.decimal)
        if self.thing.relative:
            margin *= max(abs(each) for each in right)
        elif self.tolerance.parameter.unit in SHARES:
            margin *= PERCENT
        return margin


def _nearest(given: Any, right: Sequence[float]) -> float | None:  # noqa: ANN401
    return min((abs(given - each) for each in right), default=None)


def _within(given: object, ends: Ends, name: str) -> bool:
    whole = name == "month"
    if isinstance(given, bool) or not isinstance(given, int if whole else int | float):
        return False
    return bool(ends.low <= given <= ends.high)


def is_right_month(month: int | None, right: Months, tolerance: int) -> bool:
    """Return whether a month, or that there is none, is right.

    Examples
    --------
    >>> is_right_month(42, (40, 41), 1), is_right_month(None, (40, 41), 1)
    (True, False)
    """
    if month is None:
        return None in right
    known = [each for each in right if each is not None]
    return bool(known) and min(known) - tolerance <= month <= max(known) + tolerance


def prediction_case(
    page: str, kind: str, settings: Mapping[str, str], today: date
) -> PredictionCase:
    """Return what is asked; raise InputError where the settings do not open it.

    Parameters
    ----------
    page, kind : keys of `PREDICTABLE`
    settings : as the address of the page holds them
    today : the day whose numbers and rules are used
    """
    things = PREDICTABLE.get(page, {})
    if kind not in things:
        known = ", ".join(
            f"{page}.{each}" for page, kinds in PREDICTABLE.items() for each in kinds
        )
        message = f"'{page}.{kind}' is nothing that can be predicted; there is {known}."
        raise InputError([message])
    given = {key: [text] for key, text in settings.items()}
    values, refusals = PAGE_MODELS[page].read(given, today)
    if refusals:
        raise InputError([sentence(each, language="en", name=str) for each in refusals])
    return PredictionCase(
        page, things[kind], _begun(page, things[kind], values, today), today
    )


def _begun(
    page: str, thing: Predictable, values: Mapping[str, InputValue], today: date
) -> dict[str, InputValue]:
    """Return the values with those that a page may leave open."""
    begins = {
        name: value(f"prediction.{page}_{name}", today).number
        for name in thing.begins
        if values[name] is None
    }
    return {**values, **begins}
