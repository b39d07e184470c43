"""The headlines of score recovery: nobody promises a date, and the four answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from after_overdue.figures.evidence import UNKNOWN
from after_overdue.models.score_recovery.arithmetic import SCHEDULED
from after_overdue.models.score_recovery.outcome import Outcome
from after_overdue.models.score_recovery.readings import BACKED, ROWS, STATUS
from after_overdue.models.score_recovery.words import ScoreWords


def headlines_now(wording: ScoreWords) -> list[tuple[str, str]]:
    """Return the headlines of the case as it is."""
    return headlines(wording, wording.case.outcome)


def headlines(wording: ScoreWords, outcome: Outcome) -> list[tuple[str, str]]:
    """Return the headlines of one position of the slider: label and value."""
    case, now = wording.case, wording.say("headline_score", score=outcome.score_after)
    shown = {name: _shown(wording, name) for name in ROWS}
    return [
        (_first_label(wording, outcome), now),
        *(
            (_label(wording, row), _date(wording, outcome, readings))
            for row, readings in shown.items()
            if readings
        ),
        (wording.say("headline_record"), wording.month(case.record_deleted_in_month)),
    ]


def _first_label(wording: ScoreWords, outcome: Outcome) -> str:
    """Return that nobody promises a date, or that nothing has to come back."""
    target = wording.case.target
    key = "nobody" if outcome.score_after < target else wording.stands(outcome)
    return wording.say(f"headline_{key}", target=target)


def _shown(wording: ScoreWords, row: str) -> list[str]:
    """Return the readings shown that belong to a row."""
    names = SCHEDULED if row == "schedule" else (row,)
    return [name for name in names if name in wording.case.readings]


def _label(wording: ScoreWords, row: str) -> str:
    """Return a reading with its line, and what backs it."""
    line = UNKNOWN if row == "re_evaluated" else BACKED[row]
    backed = wording.locale.words("status")[STATUS[row]]
    reading = wording.say(row)
    return wording.say("headline_row", line=line.letter, reading=reading, backed=backed)


def _date(wording: ScoreWords, outcome: Outcome, readings: Sequence[str]) -> str:
    """Return when a row is back at the target, or that it has no date."""
    back = [outcome.back[name] for name in readings]
    months = sorted({month for month in back if month is not None})
    if not months:
        return wording.say("headline_no_date")
    if outcome.score_after >= wording.case.target:
        falls = any(outcome.falls.get(name) for name in readings)
        key = "headline_until_late" if falls else "headline_at_once"
        return wording.say(key, late=wording.case.relapse_month)
    dates = [wording.locale.short_month(wording.case.month(each)) for each in months]
    return reduce(lambda one, two: wording.say("either", one=one, two=two), dates)
