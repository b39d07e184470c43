"""A case of score recovery: a reader's numbers and what each reading makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from after_overdue.cases.inputs import InputValue, Refusal, input_names
from after_overdue.catalog.parameters import Value, value
from after_overdue.models.score_recovery.arithmetic import (
    NEVER,
    SCHEDULED,
    LatePayment,
    Loss,
    ScoreRecovery,
    score_recovery,
)
from after_overdue.models.score_recovery.distribution import (
    LateMonths,
    ScoreDistribution,
    score_distribution,
    score_quantiles,
)
from after_overdue.models.score_recovery.outcome import (
    Fall,
    Outcome,
    fall_of,
    outcomes_of,
)
from after_overdue.models.score_recovery.schedule import Points, Schedule
from after_overdue.models.score_recovery.steps import (
    Stretch,
    lost_step,
    schedule_working,
)
from after_overdue.units import months_after

NOUN = "score_recovery"
SETTINGS = (
    ("score_before",),
    ("repaired_in",),
    ("target", "relapse_month"),
    ("on_time_share",),
    ("points_per_relapse",),
    ("months",),
    ("readings",),
)
"""The settings below the figure; those in a row stand side by side."""
SCHEDULE_NUMBERS = ("frozen_months", "slow_points", "fast_points")
FAST_FROM = {
    "schedule": "fast_from_month",
    "schedule_from_26": "fast_from_month_at_latest",
}
QUANTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}


def resolve_conflicts(
    values: Mapping[str, InputValue],
) -> tuple[dict[str, InputValue], list[Refusal]]:
    """Return the values with contradictions between them settled, each one named."""
    settled, refusals = dict(values), []
    months = cast("int", values["months"])
    for name in ("relapse_month", "chosen_month"):
        month = values.get(name)
        if isinstance(month, int) and month > months:
            settled[name] = months
            limits = {"months": months}
            refusals.append(Refusal("after_end", name, str(month), limits, months))
    return settled, refusals


@dataclass(frozen=True)
class ScorePaths:
    """One case at every points lost: what a slider moves through.

    Attributes
    ----------
    recovery : every reading, one row a position
    outcomes : one a position
    score_after : points, one a position
    quantiles : points by ``p10``…, shape (n, months + 1); empty where all is on time
    """

    recovery: ScoreRecovery
    outcomes: Sequence[Outcome]
    score_after: Points
    quantiles: Mapping[str, Points]


@dataclass(frozen=True)
class ScoreCase:
    """One reader's numbers with the numbers of the day; everything else follows."""

    score_before: int
    points_lost: int
    repaired_in: date
    readings: tuple[str, ...]
    target: int
    on_time_share: float
    points_per_relapse: int
    relapse_month: int | None
    months: int
    numbers: Mapping[str, Value]
    as_of: date

    @property
    def loss(self) -> Loss:
        """The score before and what was lost of it."""
        return Loss(self.score_before, np.asarray(self.points_lost), self.floor)

    @property
    def score_after(self) -> int:
        """The score once the points are gone."""
        return int(self.loss.score_after)

    @property
    def resolved(self) -> dict[str, InputValue]:
        """Inputs that may be left open, with the value they took."""
        return {"repaired_in": self.repaired_in, "target": self.target}

    @property
    def late_payment(self) -> LatePayment | None:
        """The one chosen new late payment."""
        if self.relapse_month is None:
            return None
        return LatePayment(self.relapse_month, self.points_per_relapse)

    @property
    def late_months(self) -> LateMonths:
        """How often a month is paid late, and what that costs."""
        return LateMonths(self.on_time_share, self.points_per_relapse)

    @property
    def is_uncertain(self) -> bool:
        """Whether some months are paid late, so that scores have a distribution."""
        return self.on_time_share < 1

    @cached_property
    def recovery(self) -> ScoreRecovery:
        """Every reading, month by month."""
        return self._recovery(self.loss)

    @cached_property
    def distribution(self) -> ScoreDistribution:
        """The chance of each score under the schedule, month by month."""
        return score_distribution(
            self.loss,
            schedule=self.schedule("schedule"),
            late_months=self.late_months,
            target=self.target,
            months=self.months,
            late_payment=self.late_payment,
        )

    def paths(self, most_lost: int) -> ScorePaths:
        """Return the case at every points lost from 0 to `most_lost`, in one call."""
        loss = replace(self.loss, points_lost=np.arange(most_lost + 1))
        quantiles: dict[str, Points] = {}
        if self.is_uncertain:
            found = score_quantiles(
                loss,
                tuple(QUANTILES.values()),
                schedule=self.schedule("schedule"),
                late_months=self.late_months,
                months=self.months,
                late_payment=self.late_payment,
            )
            quantiles = dict(zip(QUANTILES, found, strict=True))
        recovery = self._recovery(loss)
        outcomes = self._outcomes(recovery, loss)
        return ScorePaths(recovery, outcomes, loss.score_after, quantiles)

    @cached_property
    def outcome(self) -> Outcome:
        """Where the loss of the case leads."""
        loss = replace(self.loss, points_lost=np.asarray([self.points_lost]))
        return self._outcomes(self._recovery(loss), loss)[0]

    def _outcomes(self, recovery: ScoreRecovery, loss: Loss) -> list[Outcome]:
        late = self.relapse_month
        return outcomes_of(recovery, loss, target=self.target, late_month=late)

    def fall(self, reading: str) -> Fall | None:
        """Return how the new late payment takes a timetable below the target."""
        if self.relapse_month is None:
            return None
        return fall_of(
            self.recovery.scores[reading],
            schedule=self.schedule(reading),
            target=self.target,
            late_month=self.relapse_month,
        )

    @property
    def most_lost(self) -> int:
        """The most points that can be said to be lost."""
        ends = value(f"{NOUN}.points_lost", self.as_of).dated.range
        return int(cast("list[int]", ends)[1])

    @property
    def scale(self) -> tuple[int, int]:
        """The lowest and the highest score there is."""
        ends = value(f"{NOUN}.score_before", self.as_of).dated.range
        return self.floor, int(cast("list[int]", ends)[1])

    @cached_property
    def lowest(self) -> int:
        """The least that is drawn, whatever was lost; where scores vary, the floor."""
        if self.is_uncertain and self.points_per_relapse:
            return self.floor
        lost = np.asarray([0, self.most_lost])
        scores = self._recovery(replace(self.loss, points_lost=lost)).scores
        return min(int(scores[name].min()) for name in self.readings)

    def _recovery(self, loss: Loss) -> ScoreRecovery:
        return score_recovery(
            loss,
            schedules={name: self.schedule(name) for name in SCHEDULED},
            target=self.target,
            months=self.months,
            late_payment=self.late_payment,
        )

    @property
    def floor(self) -> int:
        """The lowest score there is."""
        return self.numbers["score_floor"].number

    def schedule(self, reading: str) -> Schedule:
        """Return the schedule that a reading claims."""
        names = (*SCHEDULE_NUMBERS, FAST_FROM[reading])
        return Schedule(*(self.numbers[name].number for name in names))

    def back_in_month(self, reading: str) -> int | None:
        """Return the month the reading is at the target; None promises no date."""
        month = int(self.recovery.back_in_month[reading])
        return None if month == NEVER else month

    def month(self, number: int) -> date:
        """Return the calendar month that lies `number` months after the repair."""
        return months_after(self.repaired_in, number)

    @property
    def record_deleted_in_month(self) -> int:
        """Months from the repayment until the credit record is deleted."""
        return 12 * self.numbers["retention_years"].number

    def working(self, reading: str, month: int) -> tuple[Stretch, ...]:
        """Return the steps to the reading's score at the end of `month`."""
        if reading not in SCHEDULED:
            return (lost_step(self.loss),)
        return schedule_working(
            self.loss,
            schedule=self.schedule(reading),
            month=month,
            late_payment=self.late_payment,
        )


INPUTS = input_names(ScoreCase)


def score_case(values: Mapping[str, InputValue], today: date) -> ScoreCase:
    """Return the case of these values, with the numbers in force today."""
    names = ("score_floor", *SCHEDULE_NUMBERS, *FAST_FROM.values())
    numbers = {name: value(f"{NOUN}.{name}", today) for name in names}
    numbers["retention_years"] = value("credit_record.retention_years", today)
    given: dict[str, Any] = {name: values[name] for name in INPUTS}
    given["repaired_in"] = (given["repaired_in"] or today).replace(day=1)
    given["readings"] = tuple(given["readings"])
    if given["target"] is None:
        given["target"] = given["score_before"]
    return ScoreCase(**given, numbers=MappingProxyType(numbers), as_of=today)
