"""The working of limitation, line by line."""

from __future__ import annotations

from after_overdue.cases.locale import WRITTEN
from after_overdue.models.limitation.steps import doubled_step, years_step
from after_overdue.models.limitation.words import LimitationWords
from after_overdue.steps import Step


def workings(wording: LimitationWords, _place: int | None = None) -> list[list[str]]:
    """Return the arithmetic of the three clocks, line by line."""
    lines = [
        wording.say(f"working_{step.kind}", sum=step.written(wording.dressed, WRITTEN))
        for step in steps_of(wording)
    ]
    return [[wording.say("working_rests"), *lines]]


def steps_of(wording: LimitationWords, _place: int | None = None) -> list[Step]:
    """Return the years of each clock that runs, and the doubled interest."""
    case, time, numbers = wording.case, wording.case.time_to_sue, wording.case.numbers
    longest = time.is_capped
    steps = [
        years_step(
            "longest" if longest else "sue",
            case.due_on if longest else time.starts_on,
            years=numbers["longest" if longest else "to_sue"].number,
            end=time.ends_on,
        )
    ]
    if case.perform_by and case.enforce_ends_on and case.doubled_part is not None:
        years, rate = numbers["to_enforce"].number, numbers["doubled_rate"].decimal
        steps += [
            years_step(
                "enforce", case.perform_by, years=years, end=case.enforce_ends_on
            ),
            doubled_step(
                case.judged,
                rate_per_day=rate,
                days=case.days_unperformed,
                added=case.doubled_part,
            ),
        ]
    if case.paid_on and case.mark_until:
        kept = numbers["retention"].number
        steps.append(years_step("mark", case.paid_on, years=kept, end=case.mark_until))
    return steps
