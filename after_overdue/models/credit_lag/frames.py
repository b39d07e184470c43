"""The figure of a case of credit, and its paths for the main slider."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from after_overdue.cases.inputs import defaults
from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.figures.theme import Figure
from after_overdue.models.credit_lag.case import cases_along, credit_lag_case, inputs_on
from after_overdue.models.credit_lag.chart import LagView, credit_lag_figure
from after_overdue.models.credit_lag.words import CreditLagWords


def lag_figure(wording: CreditLagWords) -> Figure:
    """Return the figure of a case."""
    case = wording.case
    view = LagView(case.amount, case.lag_days, case.longest_lag)
    return credit_lag_figure(view, words=wording.figure_words(), alt=wording.takeaway())


@lru_cache(maxsize=64)
def lag_texts(locale: Locale, today: date) -> list[str]:
    """Return the lag in words, one a position of the slider."""
    case = credit_lag_case(defaults(inputs_on(today)), today)
    return [each.slider_text() for each in lag_along(CreditLagWords(case, locale))]


def lag_along(wording: CreditLagWords) -> list[CreditLagWords]:
    """Return the case at each position of the lag slider."""
    return wording.along(cases_along(wording.case))


def lag_paths(wording: CreditLagWords, figure: Figure) -> Paths:
    """Return what each position of the lag slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own lag does not matter
    figure : the case's figure, to find the places in
    """
    return paths_along(figure, lag_along(wording), lag_figure)
