"""The figure of an unlicensed loan, and its paths for the main slider."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from after_overdue.cases.inputs import defaults
from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.figures.theme import Figure
from after_overdue.models.unlicensed_loan.case import (
    cases_along,
    inputs_on,
    unlicensed_loan_case,
)
from after_overdue.models.unlicensed_loan.chart import LoanView, loan_figure
from after_overdue.models.unlicensed_loan.words import UnlicensedLoanWords


def days_figure(wording: UnlicensedLoanWords) -> Figure:
    """Return the figure of a case."""
    case = wording.case
    view = LoanView(
        rates=case.rates.tolist(),
        days=case.days,
        ceiling=case.ceiling_per_year,
        principal=case.principal_in_law,
        debts=case.debts.round(2).tolist(),
    )
    return loan_figure(
        view,
        words=wording.figure_words(),
        ticks=wording.ticks(view.powers),
        alt=wording.takeaway(),
    )


@lru_cache(maxsize=64)
def days_texts(locale: Locale, today: date) -> list[str]:
    """Return the days in words, one a position of the slider."""
    case = unlicensed_loan_case(defaults(inputs_on(today)), today)
    return [
        each.slider_text() for each in days_along(UnlicensedLoanWords(case, locale))
    ]


def days_along(wording: UnlicensedLoanWords) -> list[UnlicensedLoanWords]:
    """Return the case at each position of the slider of days."""
    return wording.along(cases_along(wording.case))


def days_paths(wording: UnlicensedLoanWords, figure: Figure) -> Paths:
    """Return what each position of the slider of days changes in the figure.

    Parameters
    ----------
    wording : the case; its own days do not matter
    figure : the case's figure, to find the places in
    """
    return paths_along(figure, days_along(wording), days_figure)
