"""Predictions: what a class may predict on each model, and what the model says.

The truth of a prediction is read from the model's own answer at the settings of the
step; nothing of it is typed. Shares are predicted in per cent, as people say them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Any, Literal

from after_overdue.cases.answer import Answer
from after_overdue.catalog.parameters import value

Kind = Literal["month", "number", "point"]
Held = Mapping[str, Any]
Months = tuple[int | None, ...]
Curve = tuple[float, ...]
READINGS = ("schedule", "schedule_from_26")
"""The timetable can be read in two ways, and either counts as right."""
PERCENT = 100
MONTHS_PER_YEAR = 12
CARD_CHARGES = ("card_interest", "card_late_fees")
LOAN_CHARGES = ("penalty", "compound_interest")


@dataclass(frozen=True)
class Ends:
    """The least and the greatest value that may be predicted."""

    low: float
    high: float


@dataclass(frozen=True)
class At:
    """The settings of a step, the highest value of each input, and the day."""

    held: Held
    high: Held
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


@dataclass(frozen=True)
class Predictable:
    """One thing that may be predicted on a model.

    Attributes
    ----------
    unit : of the number: a key of ``units`` in the interface words, or ``percent``
    shows : settings that a learner has to know
    truth : reads what is right from the model's answer
    months, numbers : what may be predicted, given the settings and their highest values
    may_be_none : whether "there is no such month" is an answer
    relative : whether the tolerance is a share of the truth
    fixed : settings that the truth needs
    """

    page: str
    kind: Kind
    unit: str
    shows: tuple[str, ...]
    truth: Callable[[At, Answer], Truth]
    months: Callable[[At], Ends] | None = None
    numbers: Callable[[At], Ends] | None = None
    may_be_none: bool = False
    relative: bool = False
    fixed: Held = field(default_factory=dict)


def _back(_at: At, answer: Answer) -> Truth:
    return Truth(
        months=tuple(answer.summary[each]["back_in_month"] for each in READINGS)
    )


def _score(at: At, answer: Answer) -> Truth:
    month = at.held["chosen_month"]
    return Truth(numbers=tuple(answer.rows[each][month] for each in READINGS))


def _curve(_at: At, answer: Answer) -> Truth:
    return Truth(curves=tuple(tuple(answer.rows[each]) for each in READINGS))


def _deleted(_at: At, answer: Answer) -> Truth:
    said = answer.summary
    on = said["deleted_on"] or said["deleted_on_if_paid_as_planned"]
    months = months_between(answer.inputs["due_on"], on) if on else None
    return Truth(months=(months,))


def months_between(first: date, last: date) -> int:
    """Return the calendar months from the month of one day to that of another.

    Examples
    --------
    >>> months_between(date(2026, 11, 25), date(2027, 1, 1))
    2
    """
    return MONTHS_PER_YEAR * (last.year - first.year) + last.month - first.month


def _cost(at: At, answer: Answer) -> Truth:
    parts = CARD_CHARGES if at.held["kind"] == "card" else LOAN_CHARGES
    return Truth(numbers=(round(sum(answer.summary[part] for part in parts), 2),))


def _percent(name: str) -> Callable[[At, Answer], Truth]:
    def read(_at: At, answer: Answer) -> Truth:
        return Truth(numbers=(PERCENT * answer.summary[name],))

    return read


def _credit(_at: At, answer: Answer) -> Truth:
    return Truth(numbers=(abs(answer.summary["credit_value_days"]),))


def _horizon(at: At) -> Ends:
    return Ends(0, at.held["months"])


def _after_frozen(at: At) -> Ends:
    first = at.number("score_recovery.frozen_months") + 1
    return Ends(min(first, at.held["months"]), at.held["months"])


def _scores(at: At) -> Ends:
    return Ends(at.number("score_recovery.score_floor"), at.high["score_before"])


def _calendar(at: At) -> Ends:
    return Ends(0, at.number("prediction.highest_months"))


def _principal(at: At) -> Ends:
    return Ends(0, at.high["principal"])


def _rates(at: At) -> Ends:
    return Ends(0, PERCENT * at.number("prediction.highest_rate"))


def _credits(at: At) -> Ends:
    return Ends(0, at.high["lag_days"] * at.held["amount"])


def _shares(_at: At) -> Ends:
    return Ends(0, PERCENT)


_SCORE = ("score_before", "points_lost")
_BOOK = ("weak_share", "stopped_by_review", "stopped_by_committee")
_DESK = (*_BOOK, "stopped_by_inspection", "months")
_TIMETABLE: Held = MappingProxyType({"readings": list(READINGS)})

_ALL = (
    Predictable(
        "score_recovery",
        "month",
        "months",
        (*_SCORE, "target"),
        _back,
        months=_horizon,
        may_be_none=True,
        fixed=_TIMETABLE,
    ),
    Predictable(
        "score_recovery",
        "number",
        "points",
        (*_SCORE, "chosen_month"),
        _score,
        numbers=_scores,
        fixed=_TIMETABLE,
    ),
    Predictable(
        "score_recovery",
        "point",
        "points",
        _SCORE,
        _curve,
        months=_after_frozen,
        numbers=_scores,
        fixed=_TIMETABLE,
    ),
    Predictable(
        "credit_record",
        "month",
        "months",
        ("due_on", "cured_on", "kind"),
        _deleted,
        months=_calendar,
        may_be_none=True,
    ),
    Predictable(
        "penalty_interest",
        "number",
        "yuan",
        ("kind", "principal", "rate", "uplift", "days"),
        _cost,
        numbers=_principal,
        relative=True,
    ),
    Predictable(
        "apr",
        "number",
        "percent",
        ("amount", "months", "monthly_fee", "fees"),
        _percent("apr"),
        numbers=_rates,
    ),
    Predictable(
        "credit_lag",
        "number",
        "yuan-days",
        ("amount", "lag_days"),
        _credit,
        numbers=_credits,
        relative=True,
    ),
    Predictable(
        "loan_book",
        "number",
        "percent",
        _DESK,
        _percent("overdue_share"),
        numbers=_shares,
    ),
)

PREDICTABLE: Mapping[str, Mapping[str, Predictable]] = MappingProxyType(
    {
        page: MappingProxyType({each.kind: each for each in things})
        for page, things in groupby(_ALL, key=lambda each: each.page)
    }
)
"""Everything that may be predicted, by page and kind."""
