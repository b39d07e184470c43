"""What a case of score recovery says: answers, headlines, takeaway and working."""

from __future__ import annotations

from functools import reduce

import pandas as pd

from after_overdue.cases.result import AnyResult
from after_overdue.cases.sentences import Parts, parts_of
from after_overdue.cases.worded import Worded
from after_overdue.cases.wording import CaseWording
from after_overdue.models.score_recovery.arithmetic import SCHEDULED
from after_overdue.models.score_recovery.case import NOUN, ScoreCase
from after_overdue.models.score_recovery.outcome import Outcome
from after_overdue.models.score_recovery.steps import Stretch
from after_overdue.steps import Term

MINUS = "−"
LEAST = 0.001
"""A chance below this, or as near to 1, is told as less or more than it."""


class ScoreWords(CaseWording[ScoreCase]):
    """One case in the words of one language."""

    noun = NOUN

    def month(self, number: int) -> str:
        """Return the calendar month so many months after the repair."""
        return self.locale.month(self.case.month(number))

    def at(self, number: int) -> str:
        """Return how a month is called: its number and its date."""
        return self.say("month_word", month=number, date=self.month(number))

    def month_words(self) -> Worded:
        """Return how every month on the axis is called."""
        return Worded(range(self.case.months + 1), self.at)

    def slider_texts(self, most_lost: int) -> Worded:
        """Return the points lost in words, one a position of the slider."""
        return Worded(
            range(most_lost + 1), lambda points: self.locale.counted(points, "points")
        )

    def table(self, answer: AnyResult) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        words = {
            **self.locale.words(NOUN),
            "month": self.say("table_month"),
            "date": self.say("table_date"),
        }
        frame = answer.frame.rename(columns=words)
        if self.case.is_uncertain:
            chance = words["chance_back"]
            frame[chance] = [self.likely(each) for each in frame[chance]]
        return frame

    def likely(self, chance: float) -> str:
        """Return a chance; one that is not certain is never told as 0 or 100 %."""
        if 0 < chance < LEAST:
            return self.say("chance_hardly", least=self.locale.percent(LEAST, 1))
        if 1 - LEAST < chance < 1:
            return self.say("chance_nearly", most=self.locale.percent(1 - LEAST, 1))
        return self.locale.percent(chance, 1)

    def answers(self) -> list[str]:
        """Return one sentence for each thing the reader asked."""
        return [
            self.loss(self.case.score_after),
            *self._readings(),
            *self._chance(),
            self._record(),
            *self._first(),
        ]

    def loss(self, after: int) -> str:
        """Return what happened to the score."""
        before, floor = self.case.score_before, self.case.floor
        if after == before:
            key = "lost_nothing_left" if self.case.points_lost else "lost_nothing"
            return self.say(key, before=before)
        key = "lost_floor" if after == floor else "lost"
        return self.say(key, before=before, after=after)

    def _readings(self) -> list[str]:
        case = self.case
        if case.target > case.score_before:
            return [self.say("above", before=case.score_before, target=case.target)]
        if case.score_after >= case.target:
            kept = self.say("held", target=case.target, after=case.score_after)
            return [*([kept] if case.points_lost else []), *self._late()]
        sentences = [self._schedule()] if set(SCHEDULED) & set(case.readings) else []
        if "restored" in case.readings:
            sentences.append(
                self.say("restored_back", target=case.target, date=self.month(0))
            )
        for reading in ("re_evaluated", "not_for_now"):
            if reading in case.readings:
                sentences.append(self.say(f"{reading}_none"))
        return [*sentences, *self._late()]

    def _late(self) -> list[str]:
        """Return what the chosen new late payment does to a target that was reached."""
        case = self.case
        if case.relapse_month is None:
            return []
        shown = [name for name in SCHEDULED if name in case.readings]
        falls = {name: case.fall(name) for name in shown}
        lines = [
            self.say(
                "late_falls",
                reading=self.say(name),
                late=case.relapse_month,
                score=fall.score,
                target=case.target,
                month=fall.back_in_month,
                date=self.month(fall.back_in_month),
            )
            for name, fall in falls.items()
            if fall
        ]
        return [*lines, self.say("late_only")]

    def _schedule(self) -> str:
        months = self._scheduled_months()
        first, last = months[0], months[-1]
        target = self.case.target
        return self.say(
            "schedule_one" if first == last else "schedule_two",
            target=target,
            month=first,
            date=self.month(first),
            later=last,
            later_date=self.month(last),
        )

    def _scheduled_months(self) -> list[int]:
        """Return the months the shown schedules are back, soonest first."""
        months = [
            self.case.back_in_month(name)
            for name in SCHEDULED
            if name in self.case.readings
        ]
        return sorted({month for month in months if month is not None})

    def _chance(self) -> list[str]:
        if not self.case.is_uncertain:
            return []
        case = self.case
        return [
            self.say(
                "chance",
                share=self.locale.share(case.on_time_share),
                target=case.target,
                months=case.months,
                chance=self.likely(float(case.distribution.chance_back[-1, 0])),
                median=int(case.distribution.quantile(0.5)[-1, 0]),
            )
        ]

    def _record(self) -> str:
        case = self.case
        return self.say(
            "record",
            date=self.month(case.record_deleted_in_month),
            years=case.numbers["retention_years"].number,
        )

    def _first(self) -> list[str]:
        """Return which comes first: the timetable's score or the record's end."""
        months = self._scheduled_months()
        if not months or months[0] == 0:
            return []
        ahead = self.case.record_deleted_in_month - months[0]
        if ahead == 0:
            return [self.say("first_same")]
        key = "first_score" if ahead > 0 else "first_record"
        return [self.say(key, months=self.locale.counted(abs(ahead), "months"))]

    @property
    def lines(self) -> list[str]:
        """The readings that have a score each month; a region has none."""
        return [name for name in self.case.readings if name != "re_evaluated"]

    def stands(self, outcome: Outcome) -> str:
        """Return how the loss stands to the target: the end of the keys that say it.

        Something has to come back only below the target: points that were lost, or
        points that were never there (`above`).
        """
        case, after = self.case, outcome.score_after
        is_lost = after < case.score_before
        if after < case.target:
            return "lost" if is_lost else "above"
        falls = any(outcome.falls.get(name) for name in case.readings)
        costs = case.relapse_month is not None and case.points_per_relapse > 0
        key = "held" if is_lost else "nothing"
        return f"{key}_late" if (falls if is_lost else costs) else key

    def sentence(self, outcome: Outcome) -> Parts:
        """Return the sentence that answers: that nobody promises a date."""
        lost = self.case.score_before - outcome.score_after
        counted = self.locale.counted(lost, "points")
        return parts_of(self._stood("sentence", outcome, lost=counted))

    def takeaway(self, outcome: Outcome) -> str:
        """Return the sentence that says what the chart shows."""
        case = self.case
        lost = case.score_before - outcome.score_after
        return self.say(
            "takeaway",
            score=self._stood("takeaway", outcome, lost=lost),
            readings=self._promises(outcome),
            record=self.month(case.record_deleted_in_month),
        )

    def _stood(self, key: str, outcome: Outcome, *, lost: object) -> str:
        """Return the sentence of a key that fits how the loss stands."""
        case = self.case
        return self.say(
            f"{key}_{self.stands(outcome)}",
            before=case.score_before,
            lost=lost,
            after=outcome.score_after,
            target=case.target,
            late=case.relapse_month,
        )

    def _promises(self, outcome: Outcome) -> str:
        """Return what each reading that is shown promises."""
        shown = self.case.readings
        timetable = [name for name in SCHEDULED if name in shown][:1]
        names = [*timetable, *(name for name in shown if name not in SCHEDULED)]
        if {"re_evaluated", "not_for_now"} <= set(shown):
            names = [*timetable, *(["restored"] if "restored" in shown else []), "open"]
        parts = [
            self.say(f"takeaway_{name}", promise=self._promise(outcome, name))
            for name in names
        ]
        return reduce(self._joined, parts)

    def _joined(self, one: str, two: str) -> str:
        return self.say("takeaway_joined", one=one, two=two)

    def _promise(self, outcome: Outcome, name: str) -> str:
        reading, target = "re_evaluated" if name == "open" else name, self.case.target
        month = outcome.back[reading]
        if month is None:
            return self.say("promise_none")
        if outcome.falls.get(reading):
            late = self.case.relapse_month
            return self.say("promise_falls", target=target, late=late)
        if outcome.score_after >= target:
            return self.say("promise_held", target=target)
        return self.say(
            "promise_month", target=target, month=month, date=self.month(month)
        )

    def working(self, reading: str, month: int) -> list[str]:
        """Return the arithmetic of one reading's score at one month, line by line."""
        case = self.case
        steps = case.working(reading, month)
        score = int(case.recovery.scores[reading][month])
        title = self.say(f"working_{reading}", score=score, before=case.score_before)
        if reading not in SCHEDULED:
            return [title]
        return [title, *(self._line(step) for step in steps)]

    def _line(self, step: Stretch) -> str:
        is_one = step.kind in ("gain", "capped") and step.months == 1
        key = f"working_{step.kind}{'_one' if is_one else ''}"
        return self.say(
            key,
            sum=step.sum.written(_dressed) if step.sum else "",
            first=step.first,
            last=step.last,
            months=step.months,
            each=step.points_per_month,
            points=str(step.points).replace("-", MINUS),
            score=step.score,
        )


def _dressed(term: Term) -> str:
    """Return points as they are; those gained with their sign."""
    return f"+{term.value}" if term.unit == "gained" else str(term.value)
