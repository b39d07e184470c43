"""What the codes of a report say, and how long other places keep a mark, in words."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from after_overdue.models.credit_record.arrears import MONTHS_PER_YEAR
from after_overdue.models.credit_record.clocks import Clock
from after_overdue.models.credit_record.status import PAID, PAID_LATE_IN_MONTH
from after_overdue.models.credit_record.words import RecordWords


def codes(wording: RecordWords) -> pd.DataFrame:
    """Return what each code says of a loan or a card."""
    meanings = [
        (PAID, wording.say("codes_ok")),
        (PAID_LATE_IN_MONTH, wording.say("codes_within")),
        *_late_codes(wording),
    ]
    heads = [wording.say("codes_code"), wording.say("codes_meaning")]
    return pd.DataFrame(meanings, columns=heads)


def _late_codes(wording: RecordWords) -> Iterator[tuple[str, str]]:
    per = wording.case.numbers["days_per_code"].number
    worst = wording.case.numbers["worst_code"].number
    for code in range(1, worst + 1):
        first, last = per * (code - 1) + 1, per * code
        if wording.case.kind == "loan":
            key = "codes_over" if code == worst else "codes_days"
        elif code == 1:
            key = "codes_one_minimum"
        else:
            key = "codes_minimums_over" if code == worst else "codes_minimums"
        yield (
            str(code),
            wording.say(key, first=first, last=last, days=first - 1, missed=code),
        )


def clocks(wording: RecordWords) -> list[tuple[str, list[str]]]:
    """Return what starts the clock, and where that puts this overdue there."""
    groups = dict.fromkeys(clock.rule.starts for clock in wording.case.clocks)
    return [
        (
            wording.say(f"clocks_{starts}"),
            [
                _clock(wording, clock)
                for clock in wording.case.clocks
                if clock.rule.starts == starts
            ],
        )
        for starts in groups
    ]


def _clock(wording: RecordWords, clock: Clock) -> str:
    years, months = divmod(clock.rule.kept_months, MONTHS_PER_YEAR)
    counted = wording.locale.counted
    kept = (
        counted(clock.rule.kept_months, "months") if months else counted(years, "years")
    )
    key = "clock_on" if clock.on_record else "clock_off"
    if clock.on_record and clock.rule.keeps_last_day:
        key = "clock_through"
    if not wording.case.record.days_late:
        key = "clock_nothing_late"
    elif not clock.applies:
        key = "clock_no_rule"
    elif clock.ends_on is None:
        key = "clock_not_started"
    place = wording.say(f"place_{clock.rule.place}")
    return wording.say(key, place=place, kept=kept, ends=wording.day(clock.ends_on))
