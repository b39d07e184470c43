"""The working of one month on the credit report, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from after_overdue.cases.locale import NUMBER_DECIMALS
from after_overdue.models.credit_record.arithmetic import MonthRecord
from after_overdue.models.credit_record.one_off import month_end
from after_overdue.models.credit_record.status import PAID, PAID_LATE_IN_MONTH
from after_overdue.models.credit_record.steps import amount_step, code_step
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.steps import Step
from after_overdue.units import months_after

DECIMALS = {"amount": NUMBER_DECIMALS, "yuan": NUMBER_DECIMALS}
"""Decimals of a value that its words keep, by unit."""


def workings(wording: RecordWords, place: int) -> list[list[str]]:
    """Return the working of a month, counted from the month of the reading."""
    return [month_working(wording, _month(wording, place))]


def _month(wording: RecordWords, place: int) -> date:
    return months_after(wording.case.as_of.replace(day=1), place)


def month_working(wording: RecordWords, month: date) -> list[str]:
    """Return what the report shows of a month, and how that comes about.

    Parameters
    ----------
    wording : the case, as it is read on its day
    month : first day of the month
    """
    case, record = wording.case, wording.case.record
    listed = {each.month: each for each in record.months}
    late = {each.month: each for each in record.late_months}
    found = listed.get(month) or late.get(month) or MonthRecord(month)
    key = "shown"
    if month > case.as_of:
        key = "future"
    elif month not in listed:
        key = "older_late" if found.is_late and found.is_displayed else "older"
    title = wording.say(
        f"working_{key}",
        month=wording.locale.month(month),
        code=found.code,
        months=len(record.months),
    )
    if key in ("future", "older"):
        return [title]
    steps = _late(wording, found) if found.is_late else _on_time(wording, month)
    return [title, *steps]


def _end(wording: RecordWords, month: date) -> date:
    return min(month_end(month), wording.case.as_of)


def _on_time(wording: RecordWords, month: date) -> Iterator[str]:
    case, end = wording.case, _end(wording, month)
    cured = case.record.arrears.cured_on
    key = "not_late"
    if end < case.due_on:
        key = "before"
    elif cured is not None and cured <= end:
        key = "cured"
    yield wording.say(
        f"working_{key}",
        due=wording.day(case.due_on),
        cured=wording.day(cured),
        end=wording.day(end),
        code=PAID,
    )


def _late(wording: RecordWords, found: MonthRecord) -> Iterator[str]:
    case = wording.case
    if found.reported_code == PAID_LATE_IN_MONTH:
        yield wording.say(
            "working_within",
            due=wording.day(case.due_on),
            cured=wording.day(case.record.arrears.cured_on),
            code=found.reported_code,
        )
    else:
        yield from _code(wording, found)
    yield from _display(wording, found)


def _code(wording: RecordWords, found: MonthRecord) -> Iterator[str]:
    """Yield how the code and the amount of an unpaid month come about."""
    case, end, code = wording.case, _end(wording, found.month), found.reported_code
    arrears = case.record.arrears
    missed = arrears.due_dates_missed(end)
    counted = wording.locale.counted(arrears.days_late(end), "days")
    when = {"due": wording.day(case.due_on), "end": wording.day(end)}
    yield wording.say("working_days", counted=counted, **when)
    steps = _steps(wording, found.month)
    if case.kind == "card":
        yield wording.say("working_missed", missed=missed, code=code, **when)
    for step in steps:
        yield wording.say(
            f"working_{step.kind}",
            sum=step.written(wording.dressed, DECIMALS),
            terms=step.left(wording.dressed),
            code=code,
        )


def steps_of(wording: RecordWords, place: int) -> list[Step]:
    """Return the sums behind a month, as the model gives them."""
    return _steps(wording, _month(wording, place))


def _steps(wording: RecordWords, month: date) -> list[Step]:
    case, end = wording.case, _end(wording, month)
    arrears = case.record.arrears
    if not arrears.is_unpaid(end):
        return []
    amount = amount_step(arrears, end)
    if case.kind == "card":
        return [amount]
    return [code_step(arrears, end, status=case.status_rule), amount]


def _display(wording: RecordWords, found: MonthRecord) -> Iterator[str]:
    """Yield whether the month is hidden, deleted or displayed."""
    case, record, rule = wording.case, wording.case.record, wording.case.one_off
    if found.is_covered:
        yield wording.say(
            "working_covered",
            first=wording.day(rule.first_day),
            last=wording.day(rule.last_day),
            most=wording.number("one_off_amount"),
            by=wording.day(rule.repaid_by),
            hidden=wording.day(rule.hidden_from(record.arrears.cured_on)),
        )
    if record.state == "gone":
        yield wording.say(
            "working_deleted",
            deleted=wording.day(record.deleted_on),
            gone=wording.day(record.gone_from),
            years=case.retention_years,
            cured=wording.day(record.arrears.cured_on),
        )
    key = "working_displayed" if found.is_displayed else "working_gone"
    yield wording.say(key, day=wording.day(case.as_of), code=found.code)
