"""What a case of score recovery says: answers, headlines, takeaway and working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from after_overdue.cases.answer import Answer
from after_overdue.cases.speech import Speech
from after_overdue.cases.worded import Worded
from after_overdue.models.score_recovery.arithmetic import SCHEDULED
from after_overdue.models.score_recovery.case import NOUN, ScoreCase
from after_overdue.models.score_recovery.steps import Step

MINUS = "−"


@dataclass(frozen=True)
class ScoreWords:
    """One case told in one language."""

    case: ScoreCase
    speech: Speech

    def say(self, key: str, **values: object) -> str:
        """Return one of the page's sentences with its values filled in."""
        return self.speech.words(NOUN)[key].format(**values)

    def month(self, number: int) -> str:
        """Return the calendar month so many months after the repair."""
        return self.speech.month(self.case.month(number))

    def at(self, number: int) -> str:
        """Return how a month is called: its number and its date."""
        return self.say("month_word", month=number, date=self.month(number))

    def month_words(self) -> Worded:
        """Return how every month on the axis is called."""
        return Worded(range(self.case.months + 1), self.at)

    def slider_texts(self, most_lost: int) -> Worded:
        """Return the points lost in words, one a position of the slider."""
        return Worded(
            range(most_lost + 1), lambda points: self.speech.counted(points, "points")
        )

    def table(self, answer: Answer) -> pd.DataFrame:
        """Return the rows under the reader's own headings."""
        words = {
            **self.speech.words(NOUN),
            "month": self.say("table_month"),
            "date": self.say("table_date"),
        }
        frame = answer.frame.rename(columns=words)
        if self.case.is_uncertain:
            chance = words["chance_back"]
            frame[chance] = [self.speech.percent(each, 1) for each in frame[chance]]
        return frame

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
        before = self.case.score_before
        if after == before:
            return self.say("lost_nothing")
        floor = self.case.numbers["score_floor"].number
        key = "lost_floor" if after == floor else "lost"
        return self.say(key, before=before, after=after)

    def _readings(self) -> list[str]:
        case = self.case
        if case.target > case.score_before:
            return [self.say("above", before=case.score_before, target=case.target)]
        if case.score_after >= case.target:
            held = self.say("held", target=case.target, after=case.score_after)
            return [held] if case.points_lost else []
        told = [self._schedule()] if set(SCHEDULED) & set(case.readings) else []
        if "restored" in case.readings:
            told.append(
                self.say("restored_back", target=case.target, date=self.month(0))
            )
        for reading in ("re_evaluated", "not_for_now"):
            if reading in case.readings:
                told.append(self.say(f"{reading}_none"))
        return told + ([self.say("late_only")] if case.relapse_month else [])

    def _schedule(self) -> str:
        months = self._scheduled_months()
        first, last = months[0], months[-1]
        target = self.case.target
        told = self.say(
            "schedule_one" if first == last else "schedule_two",
            target=target,
            month=first,
            date=self.month(first),
            later=last,
            later_date=self.month(last),
        )
        late = self.case.relapse_month
        if late and self.case.points_per_relapse and first < late:
            told = f"{told} {self.say('schedule_again', late=late)}"
        return told

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
                share=self.speech.percent(case.on_time_share),
                target=case.target,
                months=case.months,
                chance=self.speech.percent(
                    float(case.distribution.chance_back[-1, 0]), 1
                ),
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
        return [self.say(key, months=self.speech.counted(abs(ahead), "months"))]

    def headlines_now(self) -> list[tuple[str, str]]:
        """Return the key numbers of the case."""
        shown = [name for name in SCHEDULED if name in self.case.readings]
        back = [self.case.back_in_month(name) for name in shown]
        return self.headlines(self.case.score_after, back)

    def headlines(
        self, after: int, back: Sequence[int | None]
    ) -> list[tuple[str, str]]:
        """Return the key numbers of one position of the slider: label and value.

        Parameters
        ----------
        after : score left
        back : months the schedules are back at the target, None for no date
        """
        record = self.month(self.case.record_deleted_in_month)
        return [
            (self.say("headline_score"), str(after)),
            (
                self.say("headline_back", target=self.case.target),
                self._back_value(back),
            ),
            (self.say("headline_record"), record),
        ]

    def _back_value(self, back: Sequence[int | None]) -> str:
        months = sorted({month for month in back if month is not None})
        if not months:
            return self.say("headline_no_date")
        if months == [0]:
            return self.say("headline_at_once")
        key = "headline_back_months" if len(months) > 1 else "headline_back_month"
        told = self.say(key, month=months[0], later=months[-1])
        return f"{told} · {self.speech.short_month(self.case.month(months[0]))}"

    def takeaway(self, lost: int, after: int, back: dict[str, int | None]) -> str:
        """Return the sentence that says what the chart shows."""
        return self.say(
            "takeaway",
            before=self.case.score_before,
            lost=lost,
            after=after,
            schedule=self._promise(back["schedule"]),
            restored=self._promise(back["restored"]),
            open=self._promise(back["re_evaluated"]),
            record=self.month(self.case.record_deleted_in_month),
        )

    def _promise(self, month: int | None) -> str:
        if month is None:
            return self.say("takeaway_none")
        return self.say(
            "takeaway_month",
            target=self.case.target,
            month=month,
            date=self.month(month),
        )

    def working(self, reading: str, month: int) -> list[str]:
        """Return the arithmetic of one reading's score at one month, line by line."""
        case = self.case
        steps = case.working(reading, month)
        score = int(case.recovery.scores[reading][month])
        title = self.say(f"working_{reading}", score=score, before=case.score_before)
        if reading not in SCHEDULED:
            return [title]
        return [title, *(self._step(step) for step in steps)]

    def _step(self, step: Step) -> str:
        if step.kind == "lost":
            return self.say(
                "working_start",
                before=step.score - step.points,
                lost=-step.points,
                after=step.score,
            )
        key = f"working_{step.kind}"
        if step.kind == "gain" and step.months == 1:
            key = "working_gain_one"
        return self.say(
            key,
            first=step.first,
            last=step.last,
            months=step.months,
            each=step.points_per_month,
            points=str(step.points).replace("-", MINUS),
            score=step.score,
        )
