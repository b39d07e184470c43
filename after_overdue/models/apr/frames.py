"""The figure of a case of true cost, and its paths for the main slider."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial

from after_overdue.cases.inputs import defaults
from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.figures.theme import Figure
from after_overdue.models.apr.case import apr_case, cases_along, inputs_on
from after_overdue.models.apr.chart import AprView, apr_figure
from after_overdue.models.apr.words import AprWords


def fee_figure(wording: AprWords, chosen_month: int) -> Figure:
    """Return the figure of a case."""
    case, end = wording.case, wording.case.last_month
    dearest = case.dearest
    view = AprView(
        owed=case.flows.balance[:end].round(2).tolist(),
        fees=case.flows.fee[1 : end + 1].round(2).tolist(),
        effective=case.flows.effective_rate[1 : end + 1].round(6).tolist(),
        said=case.nominal_rate_per_year,
        true=round(float(case.rate.apr), 8) if case.has_payout else None,
        highest=dearest.rates_end,
        dearest_fee=float(dearest.flows.fee[1 : end + 1].max()),
        chosen_month=chosen_month,
    )
    words = wording.figure_words(view.times)
    return apr_figure(view, words=words, alt=wording.takeaway())


@lru_cache(maxsize=64)
def fee_texts(locale: Locale, today: date) -> list[str]:
    """Return the monthly fee in words, one a position of the slider."""
    case = apr_case(defaults(inputs_on(today)), today)
    return [each.slider_text() for each in fee_along(AprWords(case, locale))]


def fee_along(wording: AprWords) -> list[AprWords]:
    """Return the case at each position of the fee slider."""
    return wording.along(cases_along(wording.case))


def fee_paths(wording: AprWords, figure: Figure, chosen_month: int) -> Paths:
    """Return what each position of the fee slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own fee does not matter
    figure : the case's figure, to find the places in
    chosen_month : month of the figure's marker
    """
    draw = partial(fee_figure, chosen_month=chosen_month)
    return paths_along(figure, fee_along(wording), draw)
