"""The figure of several debts, and its paths for the main slider."""

from __future__ import annotations

from functools import partial

from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.pay_first.arithmetic import MONTHS_PER_YEAR
from after_overdue.models.pay_first.case import (
    PayFirstCase,
    cases_along,
    months_at_least_budget,
    travel,
)
from after_overdue.models.pay_first.chart import PayFirstView, pay_first_figure
from after_overdue.models.pay_first.words import PayFirstWords

MOST_MONTHS = 120
"""Months on the axis at most; what takes longer runs to its end."""


def axis_months(case: PayFirstCase) -> int:
    """Return the months on the axis: whole years that hold every position."""
    months = months_at_least_budget(case, up_to=MOST_MONTHS)
    return -(-months // MONTHS_PER_YEAR) * MONTHS_PER_YEAR


def order_figure(wording: PayFirstWords, months: int) -> Figure:
    """Return the figure of a case.

    Parameters
    ----------
    months : on the axis
    """
    case = wording.case
    view = PayFirstView(
        {order: way.gone_in for order, way in case.ways.items()},
        {order: wording.gone(way) for order, way in case.ways.items()},
        [debt.late for debt in case.listed],
        months,
    )
    return pay_first_figure(view, words=wording.figure_words(), alt=wording.takeaway())


def budget_texts(case: PayFirstCase, locale: Locale) -> Worded:
    """Return the budget in words, one a position of the slider."""

    def say(budget: float) -> str:
        words = locale.words("pay_first")
        return words["a_month"].format(yuan=locale.yuan(budget))

    return Worded(travel(case).positions, say)


def order_along(wording: PayFirstWords) -> list[PayFirstWords]:
    """Return the case at each position of the slider."""
    return wording.along(cases_along(wording.case))


def order_paths(wording: PayFirstWords, figure: Figure, months: int) -> Paths:
    """Return what each position of the slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own budget does not matter
    figure : the case's figure, to find the places in
    months : on the axis
    """
    draw = partial(order_figure, months=months)
    return paths_along(figure, order_along(wording), draw)
