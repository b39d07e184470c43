"""What may be predicted on a model: declared by the model, asked by class and page.

The truth of a prediction is read from the model's own answer at the settings of the
step; nothing of it is typed. Shares are predicted in per cent, as people say them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from after_overdue.cases.result import AnyResult
from after_overdue.catalog.parameters import value

Kind = Literal["month", "number", "point", "curve"]
Place = Literal["x", "y", "calendar", "point", "curve"]
Values = Mapping[str, Any]
Months = tuple[int | None, ...]
Curve = tuple[float, ...]
PERCENT = 100


@dataclass(frozen=True)
class Ends:
    """The least and the greatest value that may be predicted."""

    low: float
    high: float


@dataclass(frozen=True)
class At:
    """The settings of a step, the highest value of each input, and the day."""

    values: Values
    high: Values
    today: date

    def number(self, name: str) -> float:
        """Return a number of the world as it is on the day."""
        return value(name, self.today).decimal


@dataclass(frozen=True)
class Truth:
    """What the model says at the settings of a step.

    Attributes
    ----------
    months : each month that is right; None where the model has none
    numbers : each number that is right, in the unit of the prediction
    curves : each curve that is right, one value a month from month 0
    """

    months: Months = ()
    numbers: Curve = ()
    curves: tuple[Curve, ...] = ()


def as_it_is(_values: Values) -> float:
    """Return what a number is divided by that lies on its axis as it is."""
    return 1


@dataclass(frozen=True)
class Predictable:
    """One thing that may be predicted on a model.

    Attributes
    ----------
    unit : of the number: a key of ``units`` in the interface words, or ``percent``
    shows : settings that a learner has to know
    truth : reads what is right from the model's answer
    place : where a guess lies on the model's chart: along an axis, on a cell of its
        calendar, at a point, or all along it
    months, numbers : what may be predicted, given the settings and their highest values
        A curve may be drawn wherever the model's chart is.
    may_be_none : whether "there is no such month" is an answer
    relative : whether the tolerance is a share of the truth
    fixed : settings that the truth needs
    begins : settings that begin at `prediction.<noun>_<setting>` where a page leaves
        them open
    divisor : what a number is divided by to lie on the axis, given the settings
    dash : of the model's curve, as its evidence has it
    zooms : whether the axis may be drawn from nought to about the guesses
    keeps_cursor : whether the chart's chosen place is the one that is asked about
    """

    kind: Kind
    unit: str
    shows: tuple[str, ...]
    truth: Callable[[At, AnyResult], Truth]
    place: Place
    months: Callable[[At], Ends] | None = None
    numbers: Callable[[At], Ends] | None = None
    may_be_none: bool = False
    relative: bool = False
    fixed: Values = field(default_factory=dict)
    begins: tuple[str, ...] = ()
    divisor: Callable[[Values], float] = as_it_is
    dash: str | None = None
    zooms: bool = True
    keeps_cursor: bool = True


def percent_of(name: str) -> Callable[[At, AnyResult], Truth]:
    """Return what reads a share of the summary in per cent."""

    def read(_at: At, answer: AnyResult) -> Truth:
        return Truth(numbers=(PERCENT * answer.summary[name],))

    return read
