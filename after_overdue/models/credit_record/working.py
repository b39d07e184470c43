"""The working of one month on the credit report, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from after_overdue.models.credit_record.arithmetic import MonthRecord
from after_overdue.models.credit_record.one_off import month_end
from after_overdue.models.credit_record.status import PAID, PAID_LATE_IN_MONTH
from after_overdue.models.credit_record.steps import amount_step, code_step
from after_overdue.models.credit_record.words import RecordWords
from after_overdue.steps import Step
from after_overdue.units import months_after


def workings(told: RecordWords, place: int) -> list[list[str]]:
    """Return the working of a month, counted from the month of the reading."""
    return [month_working(told, _month(told, place))]


def _month(told: RecordWords, place: int) -> date:
    return months_after(told.case.as_of.replace(day=1), place)


def month_working(told: RecordWords, month: date) -> list[str]:
    """Return what the report shows of a month, and how that comes about.

    Parameters
    ----------
    told : the case, as it is read on its day
    month : first day of the month
    """
    case, record = told.case, told.case.record
    listed = {each.month: each for each in record.months}
    late = {each.month: each for each in record.late_months}
    found = listed.get(month) or late.get(month) or MonthRecord(month)
    key = "shown"
    if month > case.as_of:
        key = "future"
    elif month not in listed:
        key = "older_late" if found.is_late and found.is_displayed else "older"
    title = told.say(
        f"working_{key}",
        month=told.locale.month(month),
        code=found.code,
        months=len(record.months),
    )
    if key in ("future", "older"):
        return [title]
    steps = _late(told, found) if found.is_late else _on_time(told, month)
    return [title, *steps]


def _end(told: RecordWords, month: date) -> date:
    return min(month_end(month), told.case.as_of)


def _on_time(told: RecordWords, month: date) -> Iterator[str]:
    case, end = told.case, _end(told, month)
    cured = case.record.arrears.cured_on
    key = "not_late"
    if end < case.due_on:
        key = "before"
    elif cured is not None and cured <= end:
        key = "cured"
    yield told.say(
        f"working_{key}",
        due=told.day(case.due_on),
        cured=told.day(cured),
        end=told.day(end),
        code=PAID,
    )


def _late(told: RecordWords, found: MonthRecord) -> Iterator[str]:
    case = told.case
    if found.reported_code == PAID_LATE_IN_MONTH:
        yield told.say(
            "working_within",
            due=told.day(case.due_on),
            cured=told.day(case.record.arrears.cured_on),
            code=found.reported_code,
        )
    else:
        yield from _code(told, found)
    yield from _display(told, found)


def _code(told: RecordWords, found: MonthRecord) -> Iterator[str]:
    """Yield how the code and the amount of an unpaid month come about."""
    case, end, code = told.case, _end(told, found.month), found.reported_code
    arrears = case.record.arrears
    missed = arrears.due_dates_missed(end)
    counted = told.locale.counted(arrears.days_late(end), "days")
    when = {"due": told.day(case.due_on), "end": told.day(end)}
    yield told.say("working_days", counted=counted, **when)
    steps = _steps(told, found.month)
    if case.kind == "card":
        yield told.say("working_missed", missed=missed, code=code, **when)
    for step in steps:
        yield told.say(
            f"working_{step.kind}",
            sum=step.written(told.dressed),
            terms=step.left(told.dressed),
            code=code,
        )


def steps_of(told: RecordWords, place: int) -> list[Step]:
    """Return the sums behind a month, as the model gives them."""
    return _steps(told, _month(told, place))


def _steps(told: RecordWords, month: date) -> list[Step]:
    case, end = told.case, _end(told, month)
    arrears = case.record.arrears
    if not arrears.is_unpaid(end):
        return []
    amount = amount_step(arrears, end)
    if case.kind == "card":
        return [amount]
    return [code_step(arrears, end, status=case.status_rule), amount]


def _display(told: RecordWords, found: MonthRecord) -> Iterator[str]:
    """Yield whether the month is hidden, deleted or displayed."""
    case, record, rule = told.case, told.case.record, told.case.one_off
    if found.is_covered:
        yield told.say(
            "working_covered",
            first=told.day(rule.first_day),
            last=told.day(rule.last_day),
            most=told.number("one_off_amount"),
            by=told.day(rule.repaid_by),
            hidden=told.day(rule.hidden_from(record.arrears.cured_on)),
        )
    if record.state == "gone":
        yield told.say(
            "working_deleted",
            deleted=told.day(record.deleted_on),
            gone=told.day(record.gone_from),
            years=case.retention_years,
            cured=told.day(record.arrears.cured_on),
        )
    key = "working_displayed" if found.is_displayed else "working_gone"
    yield told.say(key, day=told.day(case.as_of), code=found.code)
