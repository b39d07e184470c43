"""The figure of a loan book, and its paths for the main slider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

import numpy as np

from after_overdue.cases.inputs import defaults
from after_overdue.cases.locale import Locale
from after_overdue.cases.places import Paths, paths_along
from after_overdue.figures.theme import Figure
from after_overdue.models.loan_book.along import cases_along, cases_at, ends_of
from after_overdue.models.loan_book.arithmetic import LoanBook
from after_overdue.models.loan_book.case import (
    LoanBookCase,
    inputs_on,
    loan_book_case,
)
from after_overdue.models.loan_book.chart import (
    BookView,
    flows_figure,
    loan_book_figure,
)
from after_overdue.models.loan_book.flows import Band, FlowView
from after_overdue.models.loan_book.rates import UP_TO_DATE, Shares
from after_overdue.models.loan_book.words import LoanBookWords

MAIN = "stopped_by_inspection"
"""The input that the slider inside the figure moves."""
SETTINGS = (
    "weak_share",
    "stopped_by_review",
    "stopped_by_committee",
    "good_turned_away",
    "months",
)
"""The inputs that stand under the figure; the others are one step further away."""


@dataclass(frozen=True)
class Scale:
    """What the axes hold, the same at every position of the main slider.

    Attributes
    ----------
    unchecked : decimal, months 0 to the last
        What would be late without the last checkpoint.
    worst : decimal
        The most that is late.
    """

    unchecked: list[float]
    worst: float


def scale_of(case: LoanBookCase) -> Scale:
    """Return the scale of a case; its own share stopped does not matter."""
    slackest = cases_at(case, MAIN, ends_of(case, MAIN)[:1])[0]
    unchecked = late_shares(case.without_inspection)
    return Scale(
        unchecked=unchecked.round(6).tolist(),
        worst=float(max(unchecked.max(), late_shares(slackest.book).max())),
    )


def late_shares(book: LoanBook) -> Shares:
    """Return the share of a book that is late or lost, month by month."""
    late = book.desk.good.payments_overdue > 0
    return np.asarray(book.shares[:, late].sum(axis=1))


def book_figure(
    wording: LoanBookWords, chosen_month: int, scale: Scale | None = None
) -> Figure:
    """Return the figure of a case.

    Parameters
    ----------
    chosen_month : month of the figure's marker
    scale : of the case, where it is known already
    """
    case, book = wording.case, wording.case.book
    shares = {
        name: book.shares[:, book.buckets.index(name)].round(6).tolist()
        for name in wording.late_buckets
    }
    scale = scale or scale_of(case)
    view = BookView(shares, chosen_month, scale.unchecked, scale.worst)
    words = wording.figure_words(scale.unchecked[-1])
    return loan_book_figure(view, words=words, alt=wording.takeaway())


def month_figure(wording: LoanBookWords, month: int) -> Figure:
    """Return the figure of one month's moves."""
    moves, buckets = bands(wording.case, month), wording.case.book.buckets
    view = FlowView(buckets, moves, sum(each.share for each in moves))
    alt = wording.say("label_moves", month=month)
    return flows_figure(view, words=wording.flow_words(view.sizes), alt=alt)


def bands(case: LoanBookCase, month: int) -> list[Band]:
    """Return the moves of one month out of, into and between late buckets."""
    good, book = case.desk.good, case.book
    shares = {(flow.source, flow.target): flow.share for flow in book.flows(month)}
    late, worse = good.payments_overdue > 0, good.worsens
    is_drawn = (late[:, None] | late[None, :]) & ~good.absorbs[:, None]
    is_possible = good.matrix > 0
    is_possible[:, book.buckets.index(UP_TO_DATE)] = True
    return [
        Band(
            source=book.buckets[start],
            target=book.buckets[end],
            share=round(shares.get((book.buckets[start], book.buckets[end]), 0), 7),
            is_worse=bool(worse[start, end]),
        )
        for start, end in np.argwhere(is_drawn & is_possible)
    ]


@lru_cache(maxsize=64)
def stopped_texts(locale: Locale, today: date) -> list[str]:
    """Return the share turned back in words, one a position of the slider."""
    case = loan_book_case(defaults(inputs_on(today)), today)
    return [each.slider_text() for each in book_along(LoanBookWords(case, locale))]


def book_along(wording: LoanBookWords) -> list[LoanBookWords]:
    """Return the case at each position of the slider of the last checkpoint."""
    return wording.along(cases_along(wording.case, MAIN))


def book_paths(wording: LoanBookWords, figure: Figure, chosen_month: int) -> Paths:
    """Return what each position of the slider changes in the figure.

    Parameters
    ----------
    wording : the case; its own share stopped by the inspection does not matter
    figure : the case's figure, to find the places in
    chosen_month : month of the figure's marker
    """
    draw = partial(
        book_figure,
        chosen_month=chosen_month,
        scale=scale_of(wording.case),
    )
    return paths_along(figure, book_along(wording), draw)
