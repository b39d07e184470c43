"""The working of one unpaid month of the report: its code and its amount."""

from __future__ import annotations

from datetime import date

from after_overdue.models.credit_record.arrears import Arrears
from after_overdue.models.credit_record.status import StatusRule
from after_overdue.steps import Step, Term


def code_step(arrears: Arrears, end: date, *, status: StatusRule) -> Step:
    """Return the days past due in steps of a code; the code is that, rounded up.

    Parameters
    ----------
    arrears : dates
    end : date
        The month's end, or the day the report is read.
    status : days a code, the worst code

    Examples
    --------
    >>> arrears, rule = Arrears(date(2026, 1, 15), 3_000), StatusRule(30, 7)
    >>> step = code_step(arrears, date(2026, 2, 28), status=rule)
    >>> round(step.worked_out, 2), step.result.value, step.kind
    (1.47, 2, 'code')
    """
    days = arrears.days_late(end)
    code = int(status.by_days(days))
    is_worst = days > status.days_per_code * status.worst
    terms = (Term(days, "count"), Term(status.days_per_code, "count", "÷"))
    return Step("code_worst" if is_worst else "code", terms, Term(code, "count"))


def amount_step(arrears: Arrears, end: date) -> Step:
    """Return what is overdue on the account: missed payments times the amount of each.

    Examples
    --------
    >>> amount_step(
    ...     Arrears(date(2026, 1, 15), 3_000, instalments=6), date(2026, 3, 31)
    ... ).worked_out
    9000.0
    """
    missed = min(arrears.due_dates_missed(end), arrears.instalments)
    terms = (Term(missed, "count"), Term(arrears.amount, "amount", "×"))
    return Step("amount", terms, Term(arrears.overdue(end), "yuan"))
