"""The figure of a card debt, and its paths for the main slider."""

from __future__ import annotations

from dataclasses import replace

from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.cases.worded import Worded
from after_overdue.figures.theme import Figure
from after_overdue.models.card_plan.case import (
    SHOWN_MONTHS,
    WAYS,
    CardPlanCase,
    cases_along,
    travel,
)
from after_overdue.models.card_plan.chart import CardPlanView, card_plan_figure
from after_overdue.models.card_plan.words import CardPlanWords

HEADROOM = 1.06
"""Top of the axis in debts: a debt that grows is seen to leave it."""


def card_plan_view(case: CardPlanCase) -> CardPlanView:
    """Return what the figure shows of a case.

    The axes hold the debt, whatever is paid; what grows beyond it leaves the figure.
    """
    lines = {name: getattr(case, name).owed.tolist() for name in WAYS}
    return CardPlanView(lines, SHOWN_MONTHS, HEADROOM * case.debt)


def plan_figure(wording: CardPlanWords) -> Figure:
    """Return the figure of a case."""
    view = card_plan_view(wording.case)
    return card_plan_figure(view, words=wording.figure_words(), alt=wording.takeaway())


def plan_texts(case: CardPlanCase, locale: Locale) -> Worded:
    """Return the payment in words, one a position of the slider."""

    def say(payment: float) -> str:
        return CardPlanWords(replace(case, pay_per_month=payment), locale).slider_text()

    return Worded(travel(case).positions, say)


def plan_along(wording: CardPlanWords) -> list[CardPlanWords]:
    """Return the case at each position of the slider."""
    return wording.along(cases_along(wording.case))


def plan_paths(wording: CardPlanWords, figure: Figure) -> Paths:
    """Return what each position of the slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own payment does not matter
    figure : the case's figure, to find the places in
    """
    return paths_along(figure, plan_along(wording), plan_figure)
