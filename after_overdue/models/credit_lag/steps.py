"""The working of credit: money times the days it is out."""

from __future__ import annotations

from after_overdue.models.credit_lag.arithmetic import CreditLag
from after_overdue.steps import Step, Term


def area_step(curves: CreditLag) -> Step:
    """Return the area between the curves of one lag.

    Examples
    --------
    >>> from after_overdue.models.credit_lag.arithmetic import credit_lag
    >>> area_step(credit_lag(1_000, lag_days=-30)).worked_out
    30000.0
    """
    lag = abs(int(curves.lag_days))
    terms = (Term(float(curves.amount), "yuan"), Term(lag, "days", "×"))
    return Step("area", terms, Term(float(curves.credit_value_days), "value_days"))
