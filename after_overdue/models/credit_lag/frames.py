"""The figure of a case of credit, and its paths for the main slider."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, moved_places, told_places
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
    values = {name: each.default for name, each in inputs_on(today).items()}
    along = cases_along(credit_lag_case(values, today))
    return [CreditLagWords(case, locale).slider_text() for case in along]


def lag_along(wording: CreditLagWords) -> list[CreditLagWords]:
    """Return the case at each position of the lag slider."""
    return [CreditLagWords(case, wording.locale) for case in cases_along(wording.case)]


def lag_paths(wording: CreditLagWords, figure: Figure) -> Paths:
    """Return what each position of the lag slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own lag does not matter
    figure : the case's figure, to find the places in
    """
    moved = lag_along(wording)
    figures = [lag_figure(each) for each in moved]
    takeaways = [each["layout"]["meta"]["alt"] for each in figures]
    headlines = [each.headlines() for each in moved]
    return moved_places(figure, figures) | told_places(headlines, takeaways)
