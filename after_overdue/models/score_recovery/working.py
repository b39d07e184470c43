"""The working of one month of a score, reading by reading."""

from __future__ import annotations

from after_overdue.models.score_recovery.words import ScoreWords
from after_overdue.steps import Step


def workings(wording: ScoreWords, month: int) -> list[list[str]]:
    """Return the arithmetic of each reading's score at the end of a month."""
    return [wording.working(reading, month) for reading in wording.case.readings]


def steps_of(wording: ScoreWords, month: int) -> list[Step]:
    """Return the sums of a month, as the model gives them."""
    return [
        step.sum
        for reading in wording.case.readings
        for step in wording.case.working(reading, month)
        if step.sum
    ]
